"""The catalogue of open data, read by an independent reader of RDF and held against what DCAT-AP-SE 3.0 requires."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from build_scripts.exports import dcat
from build_scripts.exports.exported_file import canonical
from build_scripts.exports.files import linked, promised
from macros import addresses
from macros.facts.day import Day
from macros.pages.build import pages
from macros.record.archive import Archive
from macros.record.reuse import Reuse
from tests.pages.held import HELD
from tests.pages.records import record

SITE = "https://arkiv.example.se/kommun/"
TODAY = dt.date(2026, 3, 20)
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

REQUIRED: dict[URIRef, tuple[URIRef, ...]] = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS["format"]),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
"""What the profile requires of each class ("obligatorisk")."""

ONE_AT_MOST = (
    DCTERMS.publisher,
    DCTERMS.license,
    DCAT.accessURL,
    DCTERMS["format"],
    DCTERMS.accessRights,
    DCTERMS.type,
)
LEADS_TO = {
    DCAT.dataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
    DCTERMS.publisher: FOAF.Agent,
    DCAT.contactPoint: VCARD.Organization,
}


def catalogue(archive: Archive) -> Graph:
    text = dcat.files(Day(archive, TODAY), SITE)[addresses.CATALOGUE].content()
    return Graph().parse(data=text, format="xml")


@pytest.fixture
def held(tmp_path: Path) -> Archive:
    return replace(record(tmp_path, HELD), reuse=Reuse(LICENCE))


def test_every_class_has_what_the_profile_requires_and_leads_where_it_says(held: Archive) -> None:
    graph = catalogue(held)
    kinds: dict[Node, Node] = dict(graph.subject_objects(RDF.type))
    assert set(kinds.values()) == set(REQUIRED)
    for node, kind in kinds.items():
        assert isinstance(kind, URIRef)
        for wanted in REQUIRED[kind]:
            assert graph.value(node, wanted) is not None, (node, wanted)
        for single in ONE_AT_MOST:
            assert len(list(graph.objects(node, single))) <= 1
    for leads, kind in LEADS_TO.items():
        targets = set(graph.objects(None, leads))
        assert targets
        assert {kinds[target] for target in targets} == {kind}


def test_all_addresses_are_whole_and_all_texts_say_their_language(held: Archive) -> None:
    for _, predicate, value in catalogue(held):
        if isinstance(value, URIRef):
            assert str(value).startswith(("https://", "http://", "mailto:"))
        elif predicate in (DCTERMS.title, DCTERMS.description, DCAT.keyword):
            assert isinstance(value, Literal)
            assert value.language == "sv"


def test_every_distribution_is_a_file_of_ours_under_the_licence(held: Archive) -> None:
    graph = catalogue(held)
    files = {canonical(name, SITE) for name in linked(Day(held, TODAY), SITE)}
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        assert str(graph.value(one, DCAT.accessURL)) in files
        assert str(graph.value(one, DCTERMS.license)) == LICENCE
    mailboxes = {str(value) for value in graph.objects(None, VCARD.hasEmail)}
    assert mailboxes == {"mailto:registrator@ekstad.example.se"}
    assert {str(value) for value in graph.objects(None, FOAF.name)} == {"Ekstads kommun"}


@pytest.mark.parametrize(
    ("reuse", "two", "published_by"),
    [
        (Reuse(), False, None),
        (Reuse("", "Ekstads kommun"), False, None),
        (Reuse(LICENCE), False, "Ekstads kommun"),
        (Reuse(LICENCE), True, None),
        (Reuse(LICENCE, "Ekbygdens kommunalförbund"), True, "Ekbygdens kommunalförbund"),
    ],
)
def test_without_a_licence_and_one_who_publishes_nothing_is_claimed(
    tmp_path: Path, reuse: Reuse, two: bool, published_by: str | None
) -> None:
    other = HELD["fullmaktige/organ.md"].replace("Ekstads", "Granstads")
    files = {**HELD, "fullmaktige/organ.md": other} if two else HELD
    archive = replace(record(tmp_path, files), reuse=reuse)
    page = next(one for one in pages(archive, TODAY) if one.address == "data/").html
    assert (addresses.CATALOGUE in promised(Day(archive, TODAY))) is (published_by is not None)
    assert ('href="../data/dcat.rdf"' in page) is (published_by is not None)
    if published_by is None:
        assert dcat.files(Day(archive, TODAY), SITE) == {}
    else:
        assert {str(value) for value in catalogue(archive).objects(None, FOAF.name)} == {published_by}


def test_without_a_mailbox_nobody_is_to_be_asked(tmp_path: Path) -> None:
    body = HELD["parknamnden/organ.md"].replace("  e-post: registrator@ekstad.example.se\n", "")
    archive = replace(record(tmp_path, {**HELD, "parknamnden/organ.md": body}), reuse=Reuse(LICENCE))
    graph = catalogue(archive)
    assert set(graph.subject_objects(DCAT.contactPoint)) == set()
    assert list(graph.subjects(RDF.type, VCARD.Organization)) == []
