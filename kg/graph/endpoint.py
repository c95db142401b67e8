"""A store behind a SPARQL 1.1 protocol endpoint, for those who run a triple store of their own.

The endpoint has to show the union of its named graphs as its default graph, as the local store does (for
Oxigraph: "http://localhost:7878/query?union-default-graph|http://localhost:7878/update"). A user name and a
password are read from the address ("https://user:password@host/…") and are never shown.

Invariants: one request a call; an update is one request, which the endpoint applies as a whole (SPARQL 1.1
Update, section 3); every failure is a StoreError or a QueryError of one line.
"""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from http.client import HTTPException
from types import TracebackType
from typing import Final, Self
from urllib.error import HTTPError
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

import pyoxigraph
from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import KgError, QueryError, StoreError
from kg.graph.sparql import Results, Term, replacement, with_prefixes, with_values

ACCEPT: Final = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.9, "
    "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
)
TIMEOUT: Final = 300.0
"""Seconds that a request may take."""

_SHOWN: Final = 200


class EndpointStore:
    """A store at an address, or at two: "QUERY-ADDRESS|UPDATE-ADDRESS"."""

    def __init__(self, location: str, base: str, *, read_only: bool = False, timeout: float = TIMEOUT) -> None:
        query, _, update = location.partition("|")
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        self._query_address = _without_user(query, passwords)
        self._update_address = _without_user(update or query, passwords)
        self._read_only = read_only
        self._timeout = timeout
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPBasicAuthHandler(passwords), urllib.request.HTTPDigestAuthHandler(passwords)
        )
        self.location = self._query_address
        self.base = base

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """See `Store.query`."""
        text = with_prefixes(with_values(sparql, substitutions or {}))
        body = urlencode({"query": text}).encode()
        media_type, data = self._send(
            self._query_address, body, {"Content-Type": "application/x-www-form-urlencoded", "Accept": ACCEPT}
        )
        return _results(data, media_type, self.location)

    def update(self, sparql: str) -> None:
        """See `Store.update`."""
        if self._read_only:
            raise StoreError(f"{self.location}: was opened for reading only")
        body = with_prefixes(sparql).encode()
        self._send(self._update_address, body, {"Content-Type": "application/sparql-update"})

    def replace(self, remove: Iterable[str], quads: Iterable[Quad]) -> None:
        """See `Store.replace`."""
        if text := replacement(remove, quads):
            self.update(text)

    def graphs(self) -> list[str]:
        """See `Store.graphs`."""
        rows = self._rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        return sorted(str(row["g"].value) for row in rows)

    def triples(self, graph: str) -> Iterator[Triple]:
        """See `Store.triples`."""
        rows = self._rows(f"SELECT ?s ?p ?o {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}")
        return (Triple(row["s"], row["p"], row["o"]) for row in rows)

    def quads(self) -> Iterator[Quad]:
        """See `Store.quads`."""
        rows = self._rows("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }")
        return (Quad(row["s"], row["p"], row["o"], row["g"]) for row in rows)

    def close(self) -> None:
        """See `Store.close`; there is nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _rows(self, sparql: str) -> QuerySolutions:
        results = self.query(sparql)
        if not isinstance(results, QuerySolutions):
            raise StoreError(f"{self.location}: answers SELECT with something else; is it a SPARQL endpoint?")
        return results

    def _send(self, address: str, body: bytes, headers: dict[str, str]) -> tuple[str, bytes]:
        """Return the media type and the body of the answer to a POST."""
        request = urllib.request.Request(address, body, headers, method="POST")
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                return answer.headers.get_content_type(), answer.read()
        except HTTPError as error:
            raise _refused(address, error) from None
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise StoreError(f"{address}: cannot be reached ({_flat(reason)})") from None


def _without_user(address: str, passwords: urllib.request.HTTPPasswordMgrWithDefaultRealm) -> str:
    """Return the address without user name and password, which go to the password manager."""
    parts = urlsplit(address)
    if parts.username is None:
        return address
    clean = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    passwords.add_password(None, clean, unquote(parts.username), unquote(parts.password or ""))
    return clean


def _results(data: bytes, media_type: str, location: str) -> Results:
    try:
        if results_format := QueryResultsFormat.from_media_type(media_type):
            answer: QuerySolutions | QueryBoolean = parse_query_results(data, results_format)
            return answer
        if rdf_format := RdfFormat.from_media_type(media_type):
            graph = pyoxigraph.Store()
            graph.extend(parse(data, rdf_format))
            return graph.query("CONSTRUCT WHERE { ?s ?p ?o }")
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{location}: sends results that cannot be read ({_flat(error)})") from None
    raise StoreError(f"{location}: answers with {media_type}; is it a SPARQL endpoint?")


def _refused(address: str, error: HTTPError) -> KgError:
    said = _flat(re.sub("<[^>]*>", " ", error.read(10_000).decode("utf-8", "replace")))[:_SHOWN]
    if error.code == 400:
        return QueryError(f"{address} does not accept this SPARQL: {said}")
    if error.code in (401, 403):
        return StoreError(f"{address}: asks for a user name and a password, or refuses those given")
    return StoreError(f"{address}: HTTP {error.code} {error.reason} {said}".rstrip())


def _flat(reason: object) -> str:
    return " ".join(str(reason).split())
