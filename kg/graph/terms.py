"""The terms of the graph, each written once; `ontology/notice-kg.ttl` defines them and a test compares the two."""

from __future__ import annotations

from typing import Final

from kg.identify import iri

NKG: Final = "https://w3id.org/notice-kg#"
CODES: Final = "https://w3id.org/notice-kg/codes#"

BASE: Final = iri.BASE

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
ODRL: Final = "http://www.w3.org/ns/odrl/2/"
TIME: Final = "http://www.w3.org/2006/time#"
SCHEMA: Final = "https://schema.org/"
ELI: Final = "http://data.europa.eu/eli/ontology#"

PREFIXES: Final[dict[str, str]] = {
    "nkg": NKG,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "prov": PROV,
    "odrl": ODRL,
    "time": TIME,
    "schema": SCHEMA,
    "eli": ELI,
}
"""The prefixes of every file and query the project writes."""

CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "Notice": (PROV + "Entity", FOAF + "Document"),
    "Meeting": (SCHEMA + "Event", PROV + "Activity"),
    "Official": (FOAF + "Person",),
    "Agency": (ORG + "Organization",),
    "AgencyGroup": (NKG + "Agency", ORG + "Organization"),
    "Directive": (ODRL + "Duty",),
    "Deadline": (TIME + "TemporalEntity",),
    "CitedDocument": (ELI + "LegalResource",),
    "Jurisdiction": (ORG + "Organization",),
    "Participation": (),
    "Coordination": (),
    "Repetition": (),
    "Passage": (),
    "Assertion": (RDF + "Statement",),
    "Decision": (PROV + "Entity",),
}
"""Each class of the ontology (local name) and the types an instance is stated to have besides it."""

OBJECT_PROPERTIES: Final = (
    "issuer",
    "signedBy",
    "recipient",
    "jurisdiction",
    "reports",
    "contains",
    "cites",
    "mentions",
    "heldBy",
    "chair",
    "attendee",
    "responsible",
    "lead",
    "coordinating",
    "reportsTo",
    "submitsTo",
    "advises",
    "directs",
    "deadline",
    "directive",
    "agency",
    "as",
    "evidence",
    "coordinatesWith",
    "repeats",
    "later",
    "earlier",
)

DATATYPE_PROPERTIES: Final = (
    "heldOn",
    "mode",
    "observedOn",
    "level",
    "generic",
    "item",
    "text",
    "date",
    "recurrence",
    "duration",
    "precision",
    "inherited",
    "quote",
    "surfaceForm",
    "rule",
    "similarity",
    "deadlineChange",
    "digest",
    "position",
)


def nkg(local: str) -> str:
    """Return the IRI of one of the project's own terms.

    Raises KeyError for a name that the ontology does not define, so that a typing error cannot reach a graph.
    """
    if local not in _OWN:
        raise KeyError(local)
    return NKG + local


_OWN = frozenset((*CLASSES, *OBJECT_PROPERTIES, *DATATYPE_PROPERTIES))
