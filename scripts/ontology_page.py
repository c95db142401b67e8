"""Write docs/ontology.html, the reference page of the vocabulary, with pyLODE (BSD-3-Clause).

Usage: python scripts/ontology_page.py

Invariants: the page is a pure function of ontology/notice-kg.ttl and the version of pyLODE; it loads nothing from
elsewhere; the anchor of a term is its local name, so https://w3id.org/notice-kg#Directive can lead to it.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, VANN
from rdflib.term import Node

from kg.graph.ontology import VOCABULARY, text
from kg.graph.terms import NKG

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "ontology.html"
PYLODE: Final = "3.3.3"
"""The version whose page is kept; others lay it out differently, and 3.4.1 cannot be imported."""

_NAMED_BY: Final = (RDFS.label, DCTERMS.title)
_UNEXPLAINED: Final = (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri)


def page() -> str:
    """Return the page as HTML."""
    from pylode import OntPub  # type: ignore[import-untyped]

    logging.disable(logging.INFO)
    graph = readable(Graph().parse(data=text(VOCABULARY), format="turtle"))
    publication = OntPub(ontology=graph, sort_subjects=True)
    publication.fids.update({str(term): local for term, local in _own(graph)})
    html = publication.make_html()
    return "\n".join(line.rstrip() for line in html.splitlines()) + "\n"


def readable(vocabulary: Graph) -> Graph:
    """Return the project's own terms, each with one heading in both languages and a note of what is near to it."""
    kept = [*vocabulary.subjects(RDF.type, OWL.Ontology), *(term for term, _ in _own(vocabulary))]
    graph = Graph(namespace_manager=vocabulary.namespace_manager)
    for subject, predicate, value in vocabulary:
        if subject in kept and predicate not in (*_NAMED_BY, *_UNEXPLAINED, SKOS.closeMatch):
            graph.add((subject, predicate, value))
    for subject in kept:
        graph.add((subject, DCTERMS.title, _heading(vocabulary, subject)))
        if near := sorted(str(term) for term in vocabulary.objects(subject, SKOS.closeMatch)):
            names = ", ".join(f"[{vocabulary.qname(term)}]({term})" for term in near)
            graph.add((subject, SKOS.note, Literal(f"Near to / gần với: {names}")))
    return graph


def _own(vocabulary: Graph) -> list[tuple[URIRef, str]]:
    terms = {term for term in vocabulary.subjects(RDFS.isDefinedBy) if isinstance(term, URIRef)}
    return [(term, term.removeprefix(NKG)) for term in sorted(terms)]


def _heading(vocabulary: Graph, subject: Node) -> Literal:
    by_language = {
        label.language: str(label)
        for predicate in _NAMED_BY
        for label in vocabulary.objects(subject, predicate)
        if isinstance(label, Literal)
    }
    return Literal(f"{by_language['en']} · {by_language['vi']}")


def main() -> None:
    """Write the page, whole or not at all."""
    unfinished = PAGE.with_suffix(".html.part")
    unfinished.write_text(page(), encoding="utf-8")
    unfinished.replace(PAGE)


if __name__ == "__main__":
    main()
