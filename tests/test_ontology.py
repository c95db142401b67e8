"""The vocabulary and the code lists against the terms that the program writes, and the page made from them."""

from __future__ import annotations

import importlib.util
import unicodedata
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS

import kg
from kg.errors import KgError
from kg.graph.ontology import CODES, SHAPES, VOCABULARY, folder, question_texts, text
from kg.graph.repetitions import EARLIER, LATER, NEW, SAME
from kg.graph.terms import CLASSES, DATATYPE_PROPERTIES, NKG, OBJECT_PROPERTIES
from kg.records import Level, Precision, Role

ROOT = Path(__file__).parent.parent
ONTOLOGY = URIRef("https://w3id.org/notice-kg")
CODE = "https://w3id.org/notice-kg/codes#"


def read(name: str) -> Graph:
    return Graph().parse(data=text(name), format="turtle")


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return read(VOCABULARY)


@pytest.fixture(scope="module")
def codes() -> Graph:
    return read(CODES)


def own(graph: Graph, kind: URIRef) -> set[str]:
    return {str(s).removeprefix(NKG) for s in graph.subjects(RDF.type, kind) if str(s).startswith(NKG)}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (OWL.Class, set(CLASSES)),
        (OWL.ObjectProperty, set(OBJECT_PROPERTIES)),
        (OWL.DatatypeProperty, set(DATATYPE_PROPERTIES)),
    ],
)
def test_the_vocabulary_defines_the_terms_of_the_program_and_no_others(
    vocabulary: Graph, kind: URIRef, names: set[str]
) -> None:
    assert own(vocabulary, kind) == names


@pytest.mark.parametrize("local", sorted(CLASSES))
def test_the_types_an_instance_is_stated_to_have_follow_from_its_class(vocabulary: Graph, local: str) -> None:
    above = set(vocabulary.transitive_objects(URIRef(NKG + local), RDFS.subClassOf))
    assert {URIRef(iri) for iri in CLASSES[local]} <= above


def test_every_term_is_named_and_defined_in_both_languages(vocabulary: Graph) -> None:
    for local in (*CLASSES, *OBJECT_PROPERTIES, *DATATYPE_PROPERTIES):
        term = URIRef(NKG + local)
        for predicate in (RDFS.label, SKOS.definition):
            texts = list(vocabulary.objects(term, predicate))
            assert sorted(t.language for t in texts if isinstance(t, Literal)) == ["en", "vi"], local
            assert all(str(t).strip() and unicodedata.is_normalized("NFC", str(t)) for t in texts)
        assert vocabulary.value(term, RDFS.isDefinedBy) == ONTOLOGY


@pytest.mark.parametrize("name", [VOCABULARY, CODES])
def test_there_are_no_blank_nodes(name: str) -> None:
    assert not [node for triple in read(name) for node in triple if isinstance(node, BNode)]


@pytest.mark.parametrize(
    ("axiom", "kinds"),
    [
        (RDFS.subClassOf, {OWL.Class}),
        (RDFS.subPropertyOf, {OWL.ObjectProperty}),
        (RDFS.domain, {OWL.Class}),
    ],
)
def test_what_an_axiom_names_is_declared_with_its_kind(vocabulary: Graph, axiom: URIRef, kinds: set[URIRef]) -> None:
    for term in set(vocabulary.objects(None, axiom)):
        assert kinds & set(vocabulary.objects(term, RDF.type)), f"{term} is not declared"


def test_the_axioms_that_queries_rely_on(vocabulary: Graph) -> None:
    lead, coordinates = URIRef(NKG + "lead"), URIRef(NKG + "coordinatesWith")
    assert (lead, RDFS.subPropertyOf, URIRef(NKG + "responsible")) in vocabulary
    assert (coordinates, RDF.type, OWL.SymmetricProperty) in vocabulary
    assert vocabulary.value(ONTOLOGY, OWL.versionInfo) == Literal(kg.__version__)
    assert vocabulary.value(ONTOLOGY, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        ("level", set(Level)),
        ("precision", set(Precision)),
        ("mode", {"online"}),
        ("deadline-change", {EARLIER, LATER, SAME, NEW}),
    ],
)
def test_a_code_list_has_the_values_that_records_can_have(codes: Graph, scheme: str, values: set[str]) -> None:
    concepts = set(codes.subjects(SKOS.inScheme, URIRef(CODE + scheme)))
    assert {str(codes.value(concept, SKOS.notation)) for concept in concepts} == {str(v) for v in values}
    assert set(codes.objects(URIRef(CODE + scheme), SKOS.hasTopConcept)) == concepts


def test_the_roles_are_the_properties_themselves(codes: Graph, vocabulary: Graph) -> None:
    roles = {str(c).removeprefix(NKG) for c in codes.subjects(SKOS.inScheme, URIRef(CODE + "role"))}
    assert roles == {role.value for role in Role} <= own(vocabulary, OWL.ObjectProperty)


def test_every_concept_has_one_label_a_language(codes: Graph) -> None:
    for concept in codes.subjects(RDF.type, SKOS.Concept):
        labels = [t.language for t in codes.objects(concept, SKOS.prefLabel) if isinstance(t, Literal)]
        assert sorted(filter(None, labels)) == ["en", "vi"], concept


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("Agency-level", "level"),
        ("Deadline-precision", "precision"),
        ("Meeting-mode", "mode"),
        ("Participation-as", "role"),
        ("Repetition-deadlineChange", "deadline-change"),
    ],
)
def test_a_shape_allows_what_its_code_list_has(codes: Graph, shape: str, scheme: str) -> None:
    shapes = read(SHAPES)
    head = shapes.value(URIRef(f"https://w3id.org/notice-kg/shapes#{shape}"), SH["in"])
    assert head is not None
    concepts = codes.subjects(SKOS.inScheme, URIRef(CODE + scheme))
    listed = {codes.value(concept, SKOS.notation, default=concept) for concept in concepts}
    assert set(Collection(shapes, head)) == listed


def test_the_shapes_speak_of_terms_that_exist(vocabulary: Graph) -> None:
    known = {NKG + local for local in (*CLASSES, *OBJECT_PROPERTIES, *DATATYPE_PROPERTIES)}
    used = {str(node) for triple in read(SHAPES) for node in triple if str(node).startswith(NKG)}
    assert used - {NKG} <= known


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(KgError, match=r"no file questions/weather\.rq"):
        text("questions/weather.rq")


def test_the_folder_inside_the_package_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / VOCABULARY).write_text("# installed", encoding="utf-8")
    monkeypatch.setattr("kg.graph.ontology.files", lambda package: tmp_path)
    assert text(VOCABULARY) == "# installed"


def test_an_installation_without_the_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.ontology.files", lambda package: tmp_path)
    monkeypatch.setattr("kg.graph.ontology.VOCABULARY", "absent.ttl")
    with pytest.raises(KgError, match="the ontology folder is missing"):
        folder()


def test_questions_are_found_by_their_files() -> None:
    files = sorted(path.stem for path in (ROOT / "ontology" / "questions").glob("*.rq"))
    assert list(question_texts()) == files


def page_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ontology_page", ROOT / "scripts" / "ontology_page.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_page_is_up_to_date_and_loads_nothing() -> None:
    script = page_script()
    try:
        found = version("pylode")
    except PackageNotFoundError:
        pytest.skip("pylode is not installed")
    if found != script.PYLODE:
        pytest.skip(f"the page is made with pylode {script.PYLODE}, not {found}")
    kept = script.PAGE.read_text(encoding="utf-8")
    assert script.page() == kept, "run python scripts/ontology_page.py"
    loads = [line for line in kept.splitlines() if ' src="' in line or "@import" in line or "url(" in line]
    links = [line for line in kept.splitlines() if "<link " in line and 'href="data:' not in line]
    assert not loads + links
