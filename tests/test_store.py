from __future__ import annotations

import base64
import errno
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, RdfFormat, Triple

from kg.errors import KgError, QueryError, StoreError
from kg.graph import store as store_module
from kg.graph.sparql import replacement, with_values
from kg.graph.store import LocalStore, Store, open_store
from kg.graph.terms import BASE

G, H = "http://example.org/g", "http://example.org/h"


def quad(value: str, graph: str = G, subject: str = "http://example.org/s") -> Quad:
    return Quad(NamedNode(subject), NamedNode("http://example.org/p"), Literal(value, language="vi"), NamedNode(graph))


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL 1.1 endpoint over a store in memory, as small as the protocol allows."""

    data: pyoxigraph.Store
    seen: list[tuple[str, str | None]]
    answer: tuple[int, str, bytes] | None = None

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.seen.append((self.path, self.headers["Content-Type"]))
        if self.answer:
            return self.reply(*self.answer)
        if self.path == "/locked" and not self.headers["Authorization"]:
            return self.reply(401, "text/plain", b"")
        try:
            if self.headers["Content-Type"] == "application/sparql-update":
                self.data.update(body)
                return self.reply(204, "text/plain", b"")
            results = self.data.query(parse_qs(body)["query"][0], use_default_graph_as_union=True)
        except SyntaxError as error:
            return self.reply(400, "text/plain", str(error).encode())
        if isinstance(results, QueryTriples):
            return self.reply(200, "application/n-triples", results.serialize(format=RdfFormat.N_TRIPLES) or b"")
        media_type = "application/sparql-results+json"
        text = results.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""
        return self.reply(200, media_type, text)

    def reply(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="test"')
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def endpoint(answer: tuple[int, str, bytes] | None = None) -> Iterator[tuple[str, type[Endpoint]]]:
    handler = type("Handler", (Endpoint,), {"data": pyoxigraph.Store(), "seen": [], "answer": answer})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(params=["memory", "folder", "endpoint"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "endpoint":
        with endpoint() as (address, _), open_store(f"{address}/query|{address}/update") as remote:
            yield remote
    elif request.param == "folder":
        with open_store(str(tmp_path / "store")) as local:
            yield local
    else:
        yield LocalStore(pyoxigraph.Store())


def test_replace_drops_graphs_and_inserts_quads(store: Store) -> None:
    store.replace([], [quad("một"), quad("hai", H)])
    store.replace([G], [quad("ba"), quad("bốn", H)])
    assert set(store.quads()) == {quad("ba"), quad("hai", H), quad("bốn", H)}
    store.replace([G], [])
    assert store.graphs() == [H]
    store.replace([], [])
    assert set(store.triples(H)) == {quad("hai").triple, quad("bốn").triple}


def test_a_query_sees_all_graphs_as_one_and_knows_the_prefixes(store: Store) -> None:
    store.replace([], [quad("một"), quad("hai", H)])
    rows = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert [row["n"].value for row in rows] == ["2"]
    assert bool(store.query("ASK { FILTER(nkg:Notice = <https://w3id.org/notice-kg#Notice>) }"))
    found = store.query("CONSTRUCT { ?s a nkg:Notice } WHERE { ?s ?p ?o }")
    assert isinstance(found, QueryTriples)
    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    notice = NamedNode("https://w3id.org/notice-kg#Notice")
    assert list(found) == [Triple(NamedNode("http://example.org/s"), rdf_type, notice)]


@pytest.mark.parametrize(
    ("sparql", "why"),
    [
        ("SELECT ?o { ?s ?p ?o }", "projected or not"),
        ("SELECT ?o # WHERE {\nWHERE { ?s ?p ?o }", "a comment is no pattern"),
        ("PREFIX x: <http://example.org/#> SELECT ?o WHERE{?s ?p ?o}", "a fragment is no comment"),
        ("SELECT ('WHERE {' AS ?x) ?o { ?s ?p ?o }", "neither is a string"),
        ("SELECT (SAMPLE(?v) AS ?o) { ?s ?p ?v }", "aggregated"),
    ],
)
def test_substitutions_give_variables_their_values(store: Store, sparql: str, why: str) -> None:
    store.replace([], [quad("một"), quad("hai", subject="http://example.org/other")])
    rows = store.query(sparql, {"s": NamedNode("http://example.org/other")})
    assert [row["o"].value for row in rows] == ["hai"], why


def test_a_construct_takes_its_values_in_the_pattern() -> None:
    sparql = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert with_values(sparql, {"s": NamedNode(G)}).startswith("CONSTRUCT { ?s ?p ?o } WHERE { VALUES")
    with pytest.raises(QueryError, match="no pattern"):
        with_values("DESCRIBE <http://example.org/s>", {"s": NamedNode(G)})


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_an_update(text: str) -> None:
    store = LocalStore(pyoxigraph.Store())
    store.replace([G], [quad(text)])
    assert list(store.quads()) == [quad(text)]


@pytest.mark.parametrize("sparql", ["SELECT * {\n ?s ?p }", "nonsense"])
def test_an_invalid_query_is_one_line_with_its_place(store: Store, sparql: str) -> None:
    with pytest.raises(QueryError, match=r"\d+:\d+") as caught:
        store.query(sparql)
    assert "\n" not in str(caught.value)
    with pytest.raises(QueryError):
        store.update(sparql)


def test_a_store_keeps_what_it_was_given(tmp_path: Path) -> None:
    folder = str(tmp_path / "new" / "store")
    with open_store(folder, base="http://example.org/id/") as store:
        assert store.base == "http://example.org/id/"
        store.replace([], [quad("một")])
    with open_store(folder, read_only=True) as store:
        assert list(store.quads()) == [quad("một")]
        with pytest.raises(StoreError, match="reading only"):
            store.update("CLEAR ALL")
    with open_store(folder) as store:
        store.replace([G], [])


def _damage(folder: Path) -> None:
    (folder / "CURRENT").write_text("nonsense")


def _fill(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")


@pytest.mark.parametrize(
    ("prepare", "read_only", "expected", "why"),
    [
        (lambda _: None, True, "there is no store here", "nothing there"),
        (lambda f: f.mkdir(), True, "there is no store here", "an empty folder"),
        (lambda f: f.write_text("x"), True, "cannot be opened", "a file"),
        (lambda f: f.write_text("x"), False, "cannot be opened", "a file"),
        (_fill, False, "holds other things", "somebody's folder"),
        (_damage, False, "damaged", "a broken store"),
        (_damage, True, "damaged", "a broken store"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, prepare, read_only: bool, expected: str, why: str) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "store"
    if prepare is _damage:
        open_store(str(folder)).close()
    prepare(folder)
    with pytest.raises(StoreError, match=expected) as caught:
        open_store(str(folder), read_only=read_only)
    assert str(folder) in str(caught.value), why
    assert "\n" not in str(caught.value), why


def test_a_store_that_was_killed_at_birth_is_made_again(tmp_path: Path) -> None:
    for name in ("LOCK", "LOG", "MANIFEST-000001", "ledger.json", ".ledger.json.new"):
        (tmp_path / name).write_bytes(b"")
    with open_store(str(tmp_path)) as store:
        assert store.graphs() == []


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    folder = str(tmp_path / "store")
    program = (
        "import sys\nfrom kg.graph.store import open_store\nfrom kg.errors import StoreError\n"
        "try:\n    open_store(sys.argv[1])\nexcept StoreError as error:\n    print(error)"
    )
    with open_store(folder) as store:
        store.replace([], [quad("một")])
        done = subprocess.run([sys.executable, "-c", program, folder], capture_output=True, text=True, check=True)
        assert "in use by another process" in done.stdout
        with open_store(folder, read_only=True) as reader:
            assert list(reader.quads()) == [quad("một")]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (OSError("IO error: No space left on device: While appending to file"), "disk is full"),
        (OSError("IO error: Read-only file system"), "cannot be written"),
        (PermissionError(errno.EACCES, "Permission denied"), "cannot be written"),
        (RuntimeError("Corruption: block checksum\nmismatch"), "damaged"),
        (OSError("something else"), "does not work"),
    ],
)
def test_failures_of_the_library_become_advice(error: Exception, expected: str) -> None:
    with pytest.raises(StoreError, match=expected) as caught, store_module._one_line("output/store"):
        raise error
    assert str(caught.value).startswith("output/store: ")
    assert "\n" not in str(caught.value)


def test_the_disk_is_full_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with open_store(str(folder)) as store:
        store.replace([], [quad("một")])
    program = (
        "import resource, signal, sys\nfrom kg.graph.store import open_store\nfrom kg.errors import StoreError\n"
        "from tests.test_store import quad, G\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "store = open_store(sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
        "try:\n    store.replace([G], [quad(str(n) * 50) for n in range(20_000)])\n"
        "except StoreError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert str(folder) in done.stdout
    with open_store(str(folder)) as store:
        assert list(store.quads()) == [quad("một")]


def test_one_replacement_is_one_update() -> None:
    text = replacement([G, H], [quad("một"), quad("hai", H), quad("ba")])
    assert text.count("INSERT DATA") == 1
    assert text.count("DROP SILENT GRAPH") == 2
    assert replacement([], []) == ""


def test_an_endpoint_may_take_updates_elsewhere() -> None:
    with endpoint() as (address, handler):
        store = open_store(f"{address}/query|{address}/update")
        store.replace([], [quad("một")])
        store.graphs()
        assert [(urlsplit(path).path, kind) for path, kind in handler.seen] == [
            ("/update", "application/sparql-update"),
            ("/query", "application/x-www-form-urlencoded"),
        ]


def test_an_endpoint_gets_the_password_and_nobody_else() -> None:
    with endpoint() as (address, _):
        secret = address.replace("//", "//lan:mat%20khau@") + "/locked"
        store = open_store(secret)
        store.replace([], [quad("một")])
        assert store.graphs() == [G]
        assert store.location == f"{address}/locked"
        with pytest.raises(StoreError, match="user name") as caught:
            open_store(f"{address}/locked").graphs()
        assert base64.b64encode(b"lan").decode() not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "error", "expected"),
    [
        ((503, "text/html", b"<h1>Busy</h1>\n<p>later"), StoreError, "HTTP 503 .* Busy later"),
        ((400, "text/plain", b"bad\nquery"), QueryError, "bad query"),
        ((200, "text/html", b"<html>"), StoreError, "is it a SPARQL endpoint"),
        ((200, "application/sparql-results+json", b"{"), StoreError, "cannot be read"),
        ((200, "application/sparql-results+json", b'{"head":{},"boolean":true}'), StoreError, "SPARQL endpoint"),
    ],
)
def test_what_an_endpoint_may_answer(answer: tuple[int, str, bytes], error: type[KgError], expected: str) -> None:
    with endpoint(answer) as (address, _), pytest.raises(error, match=expected) as caught:
        list(open_store(address).quads())
    assert address in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_endpoint_that_is_not_there() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store("http://127.0.0.1:9/query").graphs()


def test_an_endpoint_opened_for_reading_is_not_written() -> None:
    with endpoint() as (address, handler), pytest.raises(StoreError, match="reading only"):
        open_store(address, read_only=True).update("CLEAR ALL")
    assert handler.seen == []


def test_the_base_is_that_of_the_terms_unless_told_otherwise() -> None:
    assert LocalStore(pyoxigraph.Store()).base == BASE
