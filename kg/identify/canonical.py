"""Bodies as the tables know them, whatever a notice says of them: level, kind, English name, and whose they are.

Invariants: every function is pure; a body is known by the IRI that a notice mints for it, so that what a table
says meets what notices say; where no row applies, nothing is said.

The tables write names by patterns: `*` stands for one or more words, `<unit>` for a unit below the province with
its name ("huyện Phú Khê"), `<name>` for one or more words, `<party>` for the province's own party committee. In a
parent, `<unit>` and `<name>` are what the body's name has there. A province's bodies are written without it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kg.data import Row, several, table
from kg.identify.iri import Kind, key, mint
from kg.identify.names import UNIT_KINDS, Province, full_name, province
from kg.identify.scopes import NATIONAL
from kg.identify.scopes import of_province as province_scope
from kg.language.words import matching, pattern

WIKIDATA: Final = "http://www.wikidata.org/entity/"

_UNIT: Final = rf"(?:{'|'.join(UNIT_KINDS)}) \w.*"
_TOKENS: Final = {"*": r"\S.*?", "<unit>": f"(?P<unit>{_UNIT})", "<name>": r"(?P<name>\S.*)"}
_CITY: Final = "thành phố"


@dataclass(frozen=True, slots=True)
class Body:
    """A body, or a province itself: its full name, its province (None: the whole country's), and which it is."""

    name: str
    place: Province | None = None
    kind: Kind = Kind.AGENCY

    def iri(self, base: str) -> str:
        """Return the IRI that notices mint for it."""
        return mint(base, self.kind, self.name, self.scope)

    @property
    def scope(self) -> str:
        """What makes the name unique; see `kg.identify.resolve.Identity`."""
        if self.kind is Kind.JURISDICTION:
            return ""
        return province_scope(self.place, "").key if self.place else NATIONAL

    @property
    def label(self) -> str:
        """The name without the province: "Sở Y tế"; the whole name where the province is a part of it."""
        return _label(self.name, self.place) if self.place else self.name

    def beside(self, label: str) -> Body:
        """Return the body of the same place with this label."""
        return Body(full_name(label, self.place) if self.place else label, self.place)


@lru_cache(maxsize=4096)
def _label(name: str, place: Province) -> str:
    for tail in (place.full, place.name):
        if matching(name).endswith(" " + matching(tail)):
            head = name[: -len(tail) - 1]
            if key(full_name(head, place)) == key(name):
                return head
    return name


@dataclass(frozen=True, slots=True)
class Parent:
    """The body above another: `unit` where the lower one is a part of it, else a body of its own below it.

    `source` is the law, decree or statute that says so; empty where the lower one's name says whose it is.
    """

    body: Body
    unit: bool
    source: str


def of_province(place: Province) -> Body:
    """Return a province as what bodies are in."""
    return Body(place.full, place, Kind.JURISDICTION)


def known(iri: str, name: str, place: Province | None, base: str) -> Body | None:
    """Return the body that has this IRI; None where it is one of a single notice, whose place nobody knows."""
    body = Body(name, place)
    return body if body.iri(base) == iri else None


def known_in_unit(iri: str, name: str, longer: str, place: Province, base: str) -> Body | None:
    """Return the body that the notice of a district or commune names without it, by its name with that unit.

    "Phòng Tư pháp", of which "Phòng Tư pháp huyện Phú Khê" is the longer name; see `kg.identify.scopes`.
    """
    short, body = Body(name, place).label, Body(longer, place)
    if not matching(body.label).startswith(f"{matching(short)} "):
        return None
    rest = body.label[len(short) + 1 :]
    for unit in (rest, *(f"{kind} {rest}" for kind in UNIT_KINDS)):
        if mint(base, Kind.AGENCY, name, f"{body.scope} unit {key(unit)}") == iri:
            return body
    return None


def level_of(body: Body) -> str | None:
    """Return the level of government of a body by its name; that of a city under the centre is a province's."""
    if body.place is None:
        return level_of_label(body.name, national=True)
    for label in (body.label, f"{body.label} {body.place.kind}"):
        if row := _bodies(national=False).get(key(label)):
            of_city = body.place.kind == _CITY and label.lower().endswith((_CITY, "thành ủy"))
            return row["level"] or ("province" if of_city else None)
    return None


def level_of_label(label: str, *, national: bool = False) -> str | None:
    """Return the level of government that a label alone has, whatever the place."""
    row = _bodies(national=national).get(key(label))
    return (row["level"] or None) if row else None


def kind_of_label(label: str) -> str | None:
    """Return the kind of body that the first words of a label say, as its notation in the code list."""
    found = _match(_rows("kinds", open_end=True), label)
    return (found[0]["kind"] or None) if found else None


def english_of(body: Body) -> str | None:
    """Return the English name of a body of the whole country."""
    row = _of_country(body)
    return (row["english"] or None) if row else None


def wikidata_of(body: Body) -> tuple[str, ...]:
    """Return the IRIs of the body, or the province, in Wikidata."""
    if body.kind is Kind.JURISDICTION:
        return tuple(sorted({WIKIDATA + q for row in rows_of(body) for q in several(row.get("wikidata", ""))}))
    row = _of_country(body)
    return tuple(WIKIDATA + q for q in several(row["wikidata"])) if row else ()


def rows_of(jurisdiction: Body) -> tuple[Row, ...]:
    """Return the rows of the table of provinces for a province: one for each of its times."""
    return _provinces().get(key(jurisdiction.name), ())


def parent_of(body: Body) -> Parent | None:
    """Return the body that the tables put above another; None where no row says so."""
    if body.kind is Kind.JURISDICTION:
        return None
    row = _of_country(body)
    if row:
        return Parent(Body(row["parent"]), row["relation"] == "unit", _act(row)) if row["parent"] else None
    label = body.label
    if body.place and body.place.kind != _CITY and label.lower().endswith("thành ủy"):
        return None  # of one of the cities in the province, and the name does not say which
    found = _match(_rows("parents", scope="province" if body.place else NATIONAL), label)
    return _parent(body, *found) if found and found[0]["relation"] else None


def _act(row: Row) -> str:
    return "; ".join(part for part in several(row["source"]) if part not in {"name", "Wikidata"})


def _parent(body: Body, row: Row, captured: dict[str, str]) -> Parent | None:
    party = "Thành ủy" if body.place and body.place.kind == _CITY else "Tỉnh ủy"
    name = row["parent"].replace("<party>", party)
    for token, words in captured.items():
        name = name.replace(f"<{token}>", words)
    above = Body(name) if row["parent_scope"] == NATIONAL else body.beside(name)
    if above.place is None and not is_national(above.name):
        return None
    return Parent(above, row["relation"] == "unit", row["source"])


def is_national(name: str) -> bool:
    """Whether the tables know a body of the whole country by this name."""
    return key(name) in _national() or key(name) in _bodies(national=True)


def unit_of_label(label: str) -> tuple[str, str] | None:
    """Divide "Phòng Y tế huyện Phú Khê" into "Phòng Y tế" and "huyện Phú Khê"; None where it names no such unit."""
    found = _BELOW.fullmatch(matching(label))
    return (label[: found.end("head")], label[found.start("unit") :]) if found else None


_BELOW: Final = pattern(rf"(?P<head>\S.*?) (?P<unit>{_UNIT})")


def _of_country(body: Body) -> Row | None:
    return _national().get(key(body.name)) if body.place is None else None


@cache
def _national() -> dict[str, Row]:
    return {key(row["name"]): row for row in table("national")}


@cache
def _bodies(*, national: bool) -> dict[str, Row]:
    """Return the rows of single bodies by the keys of their names."""
    rows = (row for row in table("bodies") if row["kind"] == "body" and (row["national"] == "1") is national)
    return {key(row["name"]): row for row in rows}


@cache
def _provinces() -> dict[str, tuple[Row, ...]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in table("provinces"):
        rows[key(province(f"{row['kind']} {row['name']}").full)].append(row)
    return {name: tuple(found) for name, found in rows.items()}


_Patterns = dict[str, list[tuple[re.Pattern[str], Row]]]


@cache
def _rows(name: str, *, scope: str = "", open_end: bool = False) -> _Patterns:
    """Return the patterns of a table with their rows by first word, those that say most first."""
    rows = [row for row in table(name) if not scope or row["scope"] == scope]
    found: _Patterns = defaultdict(list)
    for row in sorted(rows, key=lambda row: (-len(re.sub(r"\*|<\w+>", "", row["body"])), row["body"])):
        words = row["body"].split()
        found[matching(words[0])].append((_pattern(words, open_end=open_end), row))
    return found


def _pattern(words: Iterable[str], *, open_end: bool) -> re.Pattern[str]:
    parts = (_TOKENS.get(word) or re.escape(matching(word)) for word in words)
    return pattern(" ".join(parts) + (r"(?: .*)?" if open_end else ""))


def _match(patterns: _Patterns, label: str) -> tuple[Row, dict[str, str]] | None:
    """Return the row that says most of a label, with what its tokens stand for there."""
    low = matching(label)
    for name, row in patterns.get(low.partition(" ")[0], ()):
        if found := name.fullmatch(low):
            return row, {token: label[found.start(token) : found.end(token)] for token in found.groupdict()}
    return None
