from __future__ import annotations

import csv
import io
import os
import random
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from kg.errors import KgError, QueryError
from kg.export import Format, export, formats
from kg.export.files import writing
from kg.export.tables import is_formula
from kg.graph import terms
from kg.graph.store import LocalStore
from tests.networks import agency_iri, big_network, memory_store

NOTICE = terms.BASE + "notice/" + "5f" * 16
GRAPH = """
PREFIX nkg: <https://w3id.org/notice-kg#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX agency: <https://w3id.org/notice-kg/id/agency/>
PREFIX official: <https://w3id.org/notice-kg/id/official/>
BASE <https://w3id.org/notice-kg/id/notice/5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f>

GRAPH <https://w3id.org/notice-kg/id/notice/5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f> {
  <> a nkg:Notice ; dcterms:title "Kết luận về đê kè"@vi ; dcterms:identifier "7/TB-UBND" ;
    dcterms:issued "2024-05-20"^^xsd:date ; dcterms:source "de-ke.txt", "ban-sao.txt" ;
    nkg:contains <N/directive/10-60>, <N/directive/70-99>, <N/directive/100-120> .
  <N/directive/10-60> a nkg:Directive ; nkg:text "Sở Thủy lợi chủ trì, phối hợp với Công an sửa đê."@vi ;
    nkg:item "1" ; nkg:responsible agency:so-thuy-loi ; nkg:lead agency:so-thuy-loi ;
    nkg:coordinating agency:cong-an ; nkg:evidence <#char=10,60> ; nkg:deadline <N/deadline/50-60> .
  <N/directive/70-99> a nkg:Directive ; nkg:text "=Kiểm tra kè hằng tháng."@vi ; nkg:item "2" ;
    nkg:responsible official:vo-thi-sen ; nkg:evidence <#char=70,99> ;
    nkg:deadline <N/deadline/50-60>, <N/deadline/90-98> .
  <N/directive/100-120> a nkg:Directive ; nkg:text "Báo cáo trong mười ngày."@vi ;
    nkg:evidence <#char=100,120> ; nkg:deadline <N/deadline/110-119> .
  <N/deadline/50-60> a nkg:Deadline ; nkg:text "trước 30/6/2024"@vi ; nkg:date "2024-06-30"^^xsd:date ;
    nkg:evidence <#char=50,60> .
  <N/deadline/90-98> a nkg:Deadline ; nkg:text "ngày 25 hằng tháng"@vi ;
    nkg:recurrence "FREQ=MONTHLY;BYMONTHDAY=25" ; nkg:evidence <#char=90,98> .
  <N/deadline/110-119> a nkg:Deadline ; nkg:text "trong mười ngày"@vi ; nkg:duration "P10D"^^xsd:duration .
  <#char=10,60> a nkg:Passage ; nkg:quote "Sở Thủy lợi chủ trì, phối hợp với Công an sửa đê." .
  <#char=50,60> a nkg:Passage ; nkg:quote "30/6/2024" .
  <#char=70,99> a nkg:Passage ; nkg:quote "=Kiểm tra kè hằng tháng." .
  <#char=90,98> a nkg:Passage ; nkg:quote "hằng tháng" .
  <#char=100,120> a nkg:Passage ; nkg:quote "Báo cáo trong mười ngày." .
}
GRAPH <https://w3id.org/notice-kg/id/graph/reference> {
  agency:so-thuy-loi a nkg:Agency ; skos:prefLabel "Sở Thủy lợi"@vi ; nkg:level "province" .
  agency:cong-an a nkg:Agency ; skos:prefLabel "@Công an"@vi .
  official:vo-thi-sen a nkg:Official ; foaf:name "Võ Thị Sen" .
}
GRAPH <https://w3id.org/notice-kg/id/graph/conclusions> {
  <https://w3id.org/notice-kg/id/coordination/1> a nkg:Coordination ;
    nkg:agency agency:so-thuy-loi, agency:cong-an ; nkg:directive <N/directive/10-60> .
  agency:so-thuy-loi nkg:coordinatesWith agency:cong-an .
  agency:cong-an nkg:coordinatesWith agency:so-thuy-loi .
}
""".replace("<N/", f"<{NOTICE}/")
QUADS = list(pyoxigraph.parse(GRAPH, RdfFormat.TRIG))
NAMES = [one.name for one in formats()]


@pytest.fixture
def store() -> LocalStore:
    return memory_store(QUADS)


def exported(quads: list[Quad], name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> bytes:
    export(memory_store(quads), None, name)
    return capsysbinary.readouterr().out


def rows(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "Excel reads UTF-8 only after a byte order mark"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_format_of_the_contract_is_there() -> None:
    graph, network = {"turtle", "trig", "nquads", "jsonld"}, {"graphml", "gexf", "coordination-csv"}
    assert set(NAMES) == graph | network | {"icalendar", "deadlines-csv", "xlsx"}


def test_no_two_formats_share_an_ending() -> None:
    endings = [ending for one in formats() for ending in one.endings]
    assert len(endings) == len(set(endings))


def test_looking_formats_up_imports_nothing_heavy() -> None:
    heavy = {"rdflib", "networkx", "openpyxl", "icalendar", "numpy", "pyvis"}
    code = f"import sys, kg.export; kg.export.formats(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("path", "format", "start", "why"),
    [
        ("a.ttl", None, b"@prefix", "the ending"),
        ("a", None, b"@prefix", "Turtle where there is no ending"),
        ("A.TTL", None, b"@prefix", "endings have no case"),
        ("a.nq", None, b"<https://", "the ending"),
        ("a.jsonld", None, b"[{", "the ending"),
        ("a.graphml", None, b"<?xml", "the ending"),
        ("a.ics", None, b"BEGIN:VCALENDAR", "the ending"),
        ("a.xlsx", None, b"PK", "the ending"),
        ("a.csv", None, b"\xef\xbb\xbfagency_1,", "a plain .csv is the network"),
        ("a.deadlines.csv", None, b"\xef\xbb\xbfagency,role,", "the longest ending wins"),
        ("a.csv", "deadlines-csv", b"\xef\xbb\xbfagency,role,", "a name wins over the ending"),
        ("a.txt", "Turtle", b"@prefix", "names have no case"),
        ("a.txt", "ttl", b"@prefix", "an ending is a name too"),
    ],
)
def test_format_is_chosen(tmp_path: Path, path: str, format: str | None, start: bytes, why: str) -> None:
    export(memory_store(QUADS), tmp_path / path, format)
    assert (tmp_path / path).read_bytes().startswith(start), why


@pytest.mark.parametrize(
    ("path", "format", "said"),
    [("a.docx", None, ".docx"), ("a.ttl", "word", "'word'")],
)
def test_unknown_format_is_refused_in_one_line(
    store: LocalStore, tmp_path: Path, path: str, format: str | None, said: str
) -> None:
    with pytest.raises(QueryError) as refusal:
        export(store, tmp_path / path, format)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_bytes_do_not_depend_on_the_order_of_insertion(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    quads = [*QUADS, *big_network(12, 30)]
    first = exported(quads, name, capsysbinary)
    assert first
    for seed in range(3):
        random.Random(seed).shuffle(quads)
        assert exported(quads, name, capsysbinary) == first


@pytest.mark.parametrize("name", NAMES)
def test_bytes_do_not_depend_on_the_process(name: str) -> None:
    code = (
        "import sys; from tests.test_export import QUADS; from tests.networks import memory_store;"
        "from kg.export import export; export(memory_store(QUADS), None, sys.argv[1])"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code, name],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    ]
    assert outputs[0] == outputs[1] != b""


def test_nothing_says_when_it_was_written(store: LocalStore, tmp_path: Path) -> None:
    export(store, tmp_path / "a.gexf")
    assert "lastmodified" not in (tmp_path / "a.gexf").read_text()
    export(store, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in book.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


@pytest.mark.parametrize("reader", ["turtle", "trig"])
def test_rdflib_reads_turtle_as_the_union(store: LocalStore, tmp_path: Path, reader: str) -> None:
    import rdflib

    export(store, tmp_path / "a.ttl")
    graph = rdflib.Dataset(default_union=True) if reader == "trig" else rdflib.Graph()
    graph.parse(tmp_path / "a.ttl", format=reader)
    read = {(str(one), str(two), str(three)) for one, two, three in graph.triples((None, None, None))}
    assert read == {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in QUADS}


def test_turtle_says_a_triple_of_two_graphs_once(tmp_path: Path) -> None:
    fact = (NamedNode(agency_iri("a")), NamedNode(terms.nkg("level")), Literal("province"))
    twice = [Quad(*fact, NamedNode(terms.BASE + name)) for name in ("graph/one", "graph/two")]
    export(memory_store(twice), tmp_path / "a.ttl")
    assert (tmp_path / "a.ttl").read_text().count("province") == 1


def test_turtle_names_have_prefixes_and_no_escapes(store: LocalStore, tmp_path: Path) -> None:
    export(store, tmp_path / "a.ttl")
    text = (tmp_path / "a.ttl").read_text()
    assert "\nagency:cong-an a nkg:Agency" in text
    assert "official:vo-thi-sen" in text
    assert f"<{NOTICE}/directive/10-60> a nkg:Directive" in text
    assert "\\" not in text


@pytest.mark.parametrize(
    ("ending", "syntax"), [("trig", RdfFormat.TRIG), ("nq", RdfFormat.N_QUADS), ("jsonld", RdfFormat.JSON_LD)]
)
def test_graphs_keep_their_names(store: LocalStore, tmp_path: Path, ending: str, syntax: RdfFormat) -> None:
    export(store, tmp_path / f"a.{ending}")
    assert set(pyoxigraph.parse((tmp_path / f"a.{ending}").read_bytes(), syntax)) == set(QUADS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=6))
def test_any_text_survives_turtle(texts: list[str]) -> None:
    from kg.export.rdf import write_triples

    quads = [Quad(NamedNode(NOTICE), NamedNode(terms.nkg("text")), Literal(text)) for text in texts]
    stream, again = io.BytesIO(), io.BytesIO()
    write_triples(memory_store(quads), stream, RdfFormat.TURTLE)
    write_triples(memory_store(quads[::-1]), again, RdfFormat.TURTLE)
    assert stream.getvalue() == again.getvalue()
    read = {quad.triple for quad in pyoxigraph.parse(stream.getvalue(), RdfFormat.TURTLE)}
    assert read == {Triple(*quad.triple) for quad in quads}


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_network_is_read_by_networkx(store: LocalStore, tmp_path: Path, ending: str) -> None:
    import networkx

    export(store, tmp_path / f"a.{ending}")
    network = getattr(networkx, f"read_{ending}")(tmp_path / f"a.{ending}")
    water, police = (f"{terms.BASE}agency/{name}" for name in ("so-thuy-loi", "cong-an"))
    assert set(network) == {water, police}
    assert network.nodes[water]["label"] == "Sở Thủy lợi"
    assert network.nodes[water]["level"] == "province"
    edge = network.edges[water, police]
    assert (edge["weight"], edge["notices"]) == (1, 1)
    assert edge["directives"] == f"{NOTICE}/directive/10-60"


def test_coordination_csv_counts_directives(tmp_path: Path) -> None:
    export(memory_store(big_network(9, 40)), tmp_path / "a.csv")
    weights = [int(row["directives"]) for row in rows(tmp_path / "a.csv")]
    assert weights == sorted(weights, reverse=True)
    assert sum(weights) == 80, "40 directives, each of one lead with two others"


def test_deadline_register_has_a_row_for_each_agency(store: LocalStore, tmp_path: Path) -> None:
    export(store, tmp_path / "a.deadlines.csv")
    found = [
        (row["date"], row["agency"], row["role"], row["item"], row["recurrence"], row["duration"])
        for row in rows(tmp_path / "a.deadlines.csv")
    ]
    assert found == [
        ("2024-06-30", "Sở Thủy lợi", "lead", "1", "", ""),
        ("2024-06-30", "'@Công an", "coordinating", "1", "", ""),
        ("2024-06-30", "Võ Thị Sen", "responsible", "2", "", ""),
        ("", "Võ Thị Sen", "responsible", "2", "FREQ=MONTHLY;BYMONTHDAY=25", ""),
        ("", "", "", "", "", "P10D"),
    ]
    first = rows(tmp_path / "a.deadlines.csv")[0]
    assert (first["notice"], first["issued"], first["source"]) == (
        *("7/TB-UBND", "2024-05-20"),
        "ban-sao.txt; de-ke.txt",
    )
    assert (first["directive_start"], first["directive_end"]) == ("10", "60")
    assert (first["deadline_start"], first["deadline_end"]) == ("50", "60")


@pytest.mark.parametrize(
    ("text", "formula", "why"),
    [
        ("=1+1", True, "a formula"),
        ("+84 24 1234", True, "Excel adds it up"),
        ("-1", True, "a number with a sign"),
        ("@SUM(A1)", True, "Lotus style"),
        ("\t=1", True, "a tab before it is dropped"),
        (" =1", True, "so are spaces"),
        ("Sở Y tế", False, "a name"),
        ("a=b", False, "not at the beginning"),
        ("", False, "nothing"),
    ],
)
def test_what_a_spreadsheet_would_calculate(text: str, formula: bool, why: str) -> None:
    assert is_formula(text) is formula, why


def test_xlsx_is_a_register_for_an_office(store: LocalStore, tmp_path: Path) -> None:
    import openpyxl

    export(store, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    head = [cell.value for cell in sheet[1]]
    first = dict(zip(head, sheet[2], strict=True))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert first["Cơ quan"].value == "Sở Thủy lợi"
    assert first["Vai trò"].value == "Chủ trì"
    assert first["Hạn"].value.date() == date(2024, 6, 30)
    assert first["Hạn"].number_format == "dd/mm/yyyy"
    assert first["Vị trí câu"].value == "10–60"
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    texts = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(("=", "@"))]
    assert len(texts) == 3
    assert all(cell.quotePrefix for cell in texts)


def test_calendar_has_an_event_for_each_deadline_with_a_day(store: LocalStore, tmp_path: Path) -> None:
    import icalendar

    export(store, tmp_path / "a.ics")
    content = (tmp_path / "a.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(content)
    monthly, once = calendar.walk("VEVENT")
    assert once["DTSTART"].dt == date(2024, 6, 30)
    assert once["DTEND"].dt == date(2024, 7, 1)
    assert str(once["SUMMARY"]).startswith("Sở Thủy lợi, Võ Thị Sen: Sở Thủy lợi chủ trì")
    for part in ("Phối hợp: @Công an", "=Kiểm tra kè", "trước 30/6/2024", "7/TB-UBND", "mục 1", "10–60"):
        assert part in str(once["DESCRIPTION"])
    assert once["URL"] == f"{NOTICE}#char=50,60"
    assert monthly["RRULE"].to_ical() == b"FREQ=MONTHLY;BYMONTHDAY=25"
    assert monthly["DTSTART"].dt == date(2024, 5, 25), "the first such day after the notice"
    assert b"\r\n" in content
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_unreadable_recurrence_is_left_out_with_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = GRAPH.replace("FREQ=MONTHLY;BYMONTHDAY=25", "FREQ=SOMETIMES")
    export(memory_store(list(pyoxigraph.parse(text, RdfFormat.TRIG))), tmp_path / "a.ics")
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "FREQ=SOMETIMES" in caplog.text


@pytest.mark.parametrize("one", formats(), ids=lambda one: one.name)
def test_empty_graph_is_written(one: Format) -> None:
    stream = io.BytesIO()
    one.write(memory_store([]), stream)
    assert bool(stream.getvalue()) != (one.name in {"turtle", "trig", "nquads"}), "no statement, no line"


class TestWriting:
    def test_failure_leaves_the_old_file_and_nothing_else(self, tmp_path: Path) -> None:
        path = tmp_path / "a.ttl"
        path.write_text("old")
        with pytest.raises(TypeError), writing(path) as stream:
            stream.writelines([b"half", None])  # type: ignore[list-item]
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_success_replaces_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.ttl"
        path.write_text("old")
        with writing(path) as stream:
            stream.write(b"new")
            assert path.read_text() == "old"
        assert path.read_text() == "new"
        assert list(tmp_path.iterdir()) == [path]

    def test_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "file")
        with writing(tmp_path / "link") as stream:
            stream.write(b"new")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "file").read_text() == "new"

    @pytest.mark.parametrize("place", ["missing/a.ttl", "file/a.ttl", "."])
    def test_place_that_cannot_be_written_is_one_line(self, tmp_path: Path, place: str) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(KgError) as refusal, writing(tmp_path / place):
            pass
        assert str(tmp_path) in str(refusal.value)
        assert "\n" not in str(refusal.value)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("name", NAMES)
    def test_full_disk_is_one_line_and_the_device_stays(self, store: LocalStore, name: str) -> None:
        with pytest.raises(KgError, match="/dev/full: cannot be written"):
            export(store, "/dev/full", name)
        assert Path("/dev/full").is_char_device()

    def test_dash_is_standard_output(self, store: LocalStore, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        export(store, "-")
        assert capsysbinary.readouterr().out.startswith(b"@prefix")

    def test_closed_pipe_is_left_to_the_command_line(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        with pytest.raises(BrokenPipeError), writing(f"/dev/fd/{writer}") as stream:
            stream.write(b"x" * 100_000)
        os.close(writer)
