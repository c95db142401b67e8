"""Which cited document is a notice of the store itself.

The rule: number and day of issue are equal, one notice only has them, and it is beyond doubt whose numbers are meant.
Numbers such as "15/TB-UBND" start again in each province, and in each district of it, every year. So a notice of a
province must be cited from that province alone, by whom its issuer is no district's body (unless it cites itself); one
of no province must be a central body's.

Invariant: the quads are a pure function of the notice graphs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad

from kg.graph.store import select
from kg.graph.terms import OWL
from kg.identify.names import document_number
from kg.records import Level

if TYPE_CHECKING:
    from kg.graph.store import Store

SAME_AS: Final = OWL + "sameAs"

_NOTICES: Final = """
SELECT ?notice ?number ?issued ?place ?issuer ?level {
  GRAPH ?notice {
    ?notice a nkg:Notice ; dcterms:identifier ?number ; dcterms:issued ?issued
    OPTIONAL { ?notice nkg:jurisdiction ?place }
    OPTIONAL {
      ?notice nkg:issuer ?issuer
      OPTIONAL { ?claim rdf:subject ?issuer ; rdf:predicate nkg:level ; rdf:object ?level }
    }
  }
}
"""
_CITATIONS: Final = """
SELECT ?document ?number ?issued ?place ?issuer {
  GRAPH ?notice {
    ?notice a nkg:Notice ; nkg:cites ?document .
    ?named rdf:subject ?document ; rdf:predicate dcterms:identifier ; rdf:object ?number .
    ?dated rdf:subject ?document ; rdf:predicate dcterms:issued ; rdf:object ?issued
    OPTIONAL { ?notice nkg:jurisdiction ?place }
    OPTIONAL { ?notice nkg:issuer ?issuer }
  }
}
"""
_LOWER: Final = frozenset((Level.DISTRICT, Level.COMMUNE))


@dataclass(frozen=True, slots=True)
class _Row:
    """A notice, or a document as one notice cites it, with the province and the issuer of the notice."""

    iri: str
    key: tuple[str, str]
    place: str | None
    issuer: str | None
    level: str | None = None


def cited_notices(store: Store, graph: str) -> list[Quad]:
    """Return what follows for the graph of conclusions, in no order."""
    return [
        Quad(NamedNode(document), NamedNode(SAME_AS), NamedNode(notice), NamedNode(graph))
        for document, notice in _same(_read(store, _NOTICES, "notice"), _read(store, _CITATIONS, "document"))
    ]


def _same(notices: Iterable[_Row], citations: Iterable[_Row]) -> Iterator[tuple[str, str]]:
    numbered: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for notice in notices:
        numbered[notice.key].append(notice)
    cited: dict[str, list[_Row]] = defaultdict(list)
    for citation in citations:
        cited[citation.iri].append(citation)
    for document, those in cited.items():
        found = numbered.get(those[0].key, ())
        if len(found) == 1 and all(_means(citation, found[0]) for citation in those):
            yield document, found[0].iri


def _means(citation: _Row, notice: _Row) -> bool:
    """Whether a document that is cited with the number and the day of a notice is that notice."""
    if citation.key != notice.key:
        return False
    if notice.place is None:
        return notice.level == Level.CENTRAL
    return citation.place == notice.place and (notice.level not in _LOWER or citation.issuer == notice.issuer)


def _read(store: Store, sparql: str, name: str) -> list[_Row]:
    rows = []
    for row in select(store, sparql):
        place, issuer = (row[each].value if row[each] else None for each in ("place", "issuer"))
        level = row["level"].value if name == "notice" and row["level"] else None
        key = document_number(row["number"].value).casefold(), row["issued"].value
        rows.append(_Row(row[name].value, key, place, issuer, level))
    return rows
