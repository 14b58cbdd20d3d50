"""The catalogue of the open data as DCAT-AP-SE 3.0 (RDF/XML), which Sweden's data portal reads every night.

It claims a licence and names a publisher: without both there is none.
The standard is https://docs.dataportal.se/dcat/sv/.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from build_scripts.exports.exported_file import ExportedFile, Files, canonical
from build_scripts.project import SETTINGS
from macros import addresses
from macros.facts.day import Day
from macros.facts.publisher import may_be_catalogued, publisher
from macros.pages.open_tables import CHANGES, TABLES
from macros.record.media import ending, media_type

_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
_SWEDISH = f"{_EU}language/SWE"


@dataclass(frozen=True)
class _Dataset:
    """A dataset: what it is called after the catalogue's address, and the files that each hold all of it."""

    name: str
    title: str
    holds: str
    files: tuple[str, ...]


def files(facts: Day, site_url: str) -> Files:
    """The one file, where the settings allow it."""
    if not may_be_catalogued(facts.archive):
        return {}
    return {addresses.CATALOGUE: ExportedFile(partial(catalogue_text, facts, site_url), given_by=SETTINGS)}


def _datasets() -> Iterator[_Dataset]:
    further = {"roster": addresses.VOTES, CHANGES.name: addresses.CHANGES}
    for table in TABLES:
        beside = (further[table.name],) if table.name in further else ()
        yield _Dataset(table.name, table.title, table.holds, (table.address, *beside))
    yield _Dataset(
        "oparl",
        "Sammanträden, handlingar och beslut",
        "Organ, förtroendevalda, sammanträden, ärenden, beslut och handlingar enligt OParl 1.1.",
        (addresses.oparl("System", "system"),),
    )


def catalogue_text(facts: Day, site_url: str) -> str:
    """The catalogue with its datasets, each file as a distribution, who publishes, and whom to ask."""
    root = ET.Element("rdf:RDF", {f"xmlns:{prefix}": space for prefix, space in _SPACES.items()})
    base, licence = canonical(addresses.CATALOGUE, site_url), facts.archive.reuse.licence
    name, mailbox = publisher(facts.archive), _mailbox(facts)
    who, ask = f"{base}#utgivare", f"{base}#kontakt"
    datasets = list(_datasets())
    catalogue = _node(root, "dcat:Catalog", f"{base}#katalog")
    _texts(catalogue, ("dcterms:title", "Sammanträden och beslut"))
    _texts(catalogue, ("dcterms:description", f"Vad {name} kallar till, beslutar och kungör, som öppna data."))
    _links(
        catalogue, ("dcterms:publisher", who), ("dcterms:license", licence), ("foaf:homepage", canonical("", site_url))
    )
    _links(catalogue, ("dcterms:language", _SWEDISH), ("dcat:themeTaxonomy", f"{_EU}data-theme"))
    _links(catalogue, *(("dcat:dataset", f"{base}#{one.name}") for one in datasets))
    for one in datasets:
        dataset = _node(root, "dcat:Dataset", f"{base}#{one.name}")
        _texts(
            dataset,
            ("dcterms:title", one.title),
            ("dcterms:description", one.holds),
            ("dcat:keyword", "kommunala beslut"),
        )
        _links(dataset, ("dcterms:publisher", who), *((("dcat:contactPoint", ask),) if mailbox else ()))
        _links(dataset, ("dcat:theme", f"{_EU}data-theme/GOVE"), ("dcterms:accessRights", f"{_EU}access-right/PUBLIC"))
        _links(dataset, ("dcterms:language", _SWEDISH), ("dcat:landingPage", canonical(addresses.OPEN_DATA, site_url)))
        for file in one.files:
            _distribution(root, dataset, f"{base}#{one.name}", one.title, canonical(file, site_url), licence)
    agent = _node(root, "foaf:Agent", who)
    ET.SubElement(agent, "foaf:name").text = name
    _links(agent, ("dcterms:type", _LOCAL_AUTHORITY))
    if mailbox:
        contact = _node(root, "vcard:Organization", ask)
        ET.SubElement(contact, "vcard:fn").text = name
        _links(contact, ("vcard:hasEmail", f"mailto:{mailbox}"))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _distribution(root: ET.Element, dataset: ET.Element, about: str, title: str, file: str, licence: str) -> None:
    own = f"{about}-{ending(file)}"
    _links(dataset, ("dcat:distribution", own))
    distribution = _node(root, "dcat:Distribution", own)
    _texts(distribution, ("dcterms:title", f"{title} ({ending(file).upper()})"))
    ET.SubElement(distribution, "dcterms:format").text = media_type(file)
    _links(distribution, ("dcat:accessURL", file), ("dcat:downloadURL", file), ("dcterms:license", licence))


def _mailbox(facts: Day) -> str | None:
    """The mailbox of the first body that has one."""
    contacts = (one for body in facts.archive.bodies for one in (body.header.contact, body.header.registrar) if one)
    return next((one.email for one in contacts if one.email), None)


def _node(root: ET.Element, kind: str, about: str) -> ET.Element:
    return ET.SubElement(root, kind, {"rdf:about": about})


def _texts(node: ET.Element, *said: tuple[str, str]) -> None:
    for name, text in said:
        ET.SubElement(node, name, {"xml:lang": "sv"}).text = text


def _links(node: ET.Element, *to: tuple[str, str]) -> None:
    for name, address in to:
        ET.SubElement(node, name, {"rdf:resource": address})
