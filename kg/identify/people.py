"""People across notices: one person where name, place and body agree, two where they do not.

Invariant: the scope of a person depends on the posts that the notice gives him or her and on nothing else. Who
leads a province or the country is known by the name there, whichever of the leading bodies a notice names; who
has a post elsewhere by the name in that body; whose post no notice says, inside that notice only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.data import table
from kg.identify.iri import key
from kg.identify.names import full_name
from kg.records import Official, Post

if TYPE_CHECKING:
    from kg.identify.resolve import Identity

_SEAT_ONLY: Final = frozenset(map(key, ("Ủy viên", "Thành viên", "Đại biểu")))
"""Roles that say who sits in a body, and not whose work it is."""


def seat_of(official: Official, bodies: Mapping[str, Identity]) -> tuple[Identity | None, bool]:
    """Return the body that a person is known by, and whether it is one of those that lead its place.

    `bodies` holds the identity of each body by its label. A province goes before the country, because who leads
    a province often sits in a national body, too, and only some notices say so.
    """
    posts = [post for post in official.posts if post.agency in bodies]
    own = [post for post in posts if key(post.role) not in _SEAT_ONLY] or posts
    ranked = sorted(own, key=lambda post: _rank(post, bodies))
    if not ranked:
        return None, False
    first = bodies[ranked[0].agency]
    return first, _leads(first)


def _rank(post: Post, bodies: Mapping[str, Identity]) -> int:
    body = bodies[post.agency]
    if _leads(body):
        return 0 if body.province else 1
    passing = key(body.name).startswith(_bodies("passing"))
    return 3 if passing else 2


def _leads(body: Identity) -> bool:
    if place := body.province:
        party = "tỉnh ủy" if place.kind == "tỉnh" else "thành ủy"
        other = "thành ủy" if place.kind == "tỉnh" else "tỉnh ủy"
        own = (name for name in _bodies("province") if party in name or other not in name)
        return key(body.name) in {key(full_name(name, place)) for name in own}
    return key(body.name) in _bodies("country")


@cache
def _bodies(seat: str) -> tuple[str, ...]:
    return tuple(key(row["body"]) for row in table("seats") if row["seat"] == seat)
