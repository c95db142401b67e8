"""IRIs: a pure function of what they name, so that two machines that never talk mint the same ones.

Invariants: `mint` depends on the key of the name and on the scope, and on nothing else; two different pairs
of them get different IRIs (80 bits of SHA-256); an IRI is plain ASCII and readable by its slug.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from enum import StrEnum
from typing import Final

from kg.language.words import fold

BASE: Final = "https://w3id.org/notice-kg/id/"
"""The base IRI of the data where the user sets none."""

_LONGEST_SLUG: Final = 60
_PUNCTUATION = re.compile(r"\s*([^\w\s])\s*")


class Kind(StrEnum):
    """A kind of thing that notices share; the value is its segment in the IRI."""

    AGENCY = "agency"
    OFFICIAL = "official"
    ROLE = "role"
    DOCUMENT = "document"
    JURISDICTION = "jurisdiction"
    MEETING = "meeting"
    DECISION = "decision"


def key(name: str) -> str:
    """Return what all spellings of one name share: case, tone-mark style and white space do not count."""
    return _PUNCTUATION.sub(r"\1", fold(name))


def short_hash(*parts: str) -> str:
    """Return 16 characters of base32 (80 bits of SHA-256) for a sequence of texts; its bounds count."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return base64.b32encode(hashlib.sha256(joined.encode()).digest())[:16].decode().lower()


def slug(name: str) -> str:
    """Return the name in ASCII letters, digits and hyphens, cut between words; empty where it has neither."""
    plain = unicodedata.normalize("NFD", key(name).replace("đ", "d"))
    words = re.findall("[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    text = "-".join(words)
    if len(text) <= _LONGEST_SLUG:
        return text
    return text[: _LONGEST_SLUG + 1].rpartition("-")[0] or text[:_LONGEST_SLUG]


def mint(base: str, kind: Kind, name: str, scope: str = "") -> str:
    """Return the IRI of a thing that notices share: `{base}{kind}/{slug}-{hash}`."""
    unique = short_hash(key(name), scope)
    readable = slug(name)
    return f"{base}{kind}/{readable}-{unique}" if readable else f"{base}{kind}/{unique}"


def notice_iri(base: str, digest: str) -> str:
    """Return the IRI of the notice with this SHA-256 (hex) of its text; it is the name of its graph, too."""
    return f"{base}notice/{digest[:32]}"


def kind_of(iri: str, base: str) -> Kind | None:
    """Return the kind of a thing that notices share, by its IRI; None for anything else."""
    return next((kind for kind in Kind if iri.startswith(f"{base}{kind}/")), None)
