"""Everything that a build puts on the site, made before a single file of the site is touched."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_scripts.content import ContentPage, content_pages, handbook_pages, to_fill_in
from build_scripts.exports import search
from build_scripts.exports.exported_file import Files
from build_scripts.exports.files import exported, promised
from build_scripts.exports.pdf import printed
from build_scripts.history import days_of_changes
from build_scripts.loading import load
from build_scripts.mkdocs_adapter.handover import Handover
from build_scripts.mkdocs_adapter.settings_rules import settings_findings
from build_scripts.progress import Progress
from build_scripts.project import CONTENT
from build_scripts.site.verify import Expected
from macros import addresses
from macros.facts.day import Day
from macros.facts.released import ReleaseState, is_of_record
from macros.finding import Finding, Place, has_errors, in_order
from macros.judging import judge
from macros.pages.build import promises
from macros.pages.page import Promise
from macros.record.archive import Archive
from macros.record.ledgers import Released
from macros.record.parsing import Parse, parse


@dataclass(frozen=True)
class Prepared:
    """A record that was read and judged, and, when nothing stops it, the promise of all its pages.

    `release` is the record on its day beside the ledgers; `attachments` are (address, path from the project's root); `content` is
    by path below `content/`; `addresses` are those of the site that are promised to stay, with the file that gives each, if
    one does. With an error among the findings there are no pages. `searchable` says whether the search index is built as
    well, `printable` whether the papers are made.
    """

    root: Path
    release: ReleaseState
    findings: tuple[Finding, ...]
    pages: tuple[Promise, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    content: Mapping[str, ContentPage] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    searchable: bool = True
    printable: bool = True
    _exported: dict[str, Files] = field(default_factory=dict, compare=False, repr=False)

    @property
    def facts(self) -> Day:
        """What follows from the record on its day."""
        return self.release.facts

    @property
    def archive(self) -> Archive:
        """The record."""
        return self.facts.archive

    @property
    def may_be_built(self) -> bool:
        """Whether nothing stops a build."""
        return not has_errors(self.findings)

    @property
    def files(self) -> int:
        """How many files were read or found fault with."""
        return len({found.path for found in self.archive.documents()} | {found.place.path for found in self.findings})

    @property
    def fresh(self) -> Released:
        """What was never released before."""
        return self.release.fresh(self.addresses)

    @property
    def handover(self) -> Handover:
        """What MkDocs makes the whole site of."""
        return Handover(self.root, self.content, self.pages, self.attachments, self.beside, self.searchable)

    def page_addresses(self) -> list[str]:
        """The addresses of all pages, those written by hand included."""
        return [*(page.address for page in self.pages), *(page.address for page in self.content.values())]

    def exported(self, site_url: str) -> Files:
        """The files beside the pages, of a site with this address; put together once."""
        if site_url not in self._exported:
            self._exported[site_url] = exported(self.facts, self.page_addresses(), site_url)
        return self._exported[site_url]

    def papers(self, site_url: str) -> Files:
        """The papers of a site with this address: what is printed of the pages, as PDF."""
        if not self.printable:
            return {}
        # What sets type is loaded only where something is to be printed.
        from build_scripts.exports.pdf import documents

        return documents.files(self.facts, self.pages, self.root, site_url)

    def beside(self, site_url: str) -> Files:
        """Everything that stands beside the pages."""
        return self.exported(site_url) | self.papers(site_url)

    def expected(self, site_url: str) -> Expected:
        """What a site with this address must hold."""
        attachments = (address for address, _ in self.attachments)
        files = {"404.html", "410.html", *attachments, *self.beside(site_url)}
        files |= set(search.FILES) if self.searchable else set()
        made = {f"{search.FOLDER}/": self.searchable, addresses.PDF: self.printable, addresses.PROOF: False}
        unbuilt = tuple(folder for folder, is_made in made.items() if not is_made)
        released = frozenset(row.key for row in self.release.still_given() if not row.key.startswith(unbuilt))
        return Expected(frozenset(self.page_addresses()), frozenset(files), released, site_url, unbuilt)


def prepare(
    root: Path,
    today: dt.date,
    searchable: bool = True,
    progress: Progress | None = None,
    *,
    printable: bool = True,
    parse: Parse = parse,
) -> Prepared:
    """Reads and checks the project in `root`, and promises its pages; they are missing while there are errors.

    `parse` is another's where the same project is prepared again and again (`macros.record.parsing.Parsed`).
    """
    progress = progress or Progress()
    progress.begin("Läser arkivet")
    archive, findings = load(root, parse=parse)
    progress.begin("Kontrollerar")
    archive = replace(archive, changed_on=days_of_changes(root))
    facts = Day(archive.without_drafts, today)
    findings = judge(archive, findings, facts)
    release = ReleaseState(facts)
    content, found = content_pages(root, facts)
    findings += [*found, *to_fill_in(root), *settings_findings(root, archive)]
    if has_errors(findings):
        return Prepared(root, release, tuple(in_order(findings)))
    pages = tuple(promises(facts))
    by_hand = {page.address: f"{CONTENT}/{name}" for name, page in content.items()}
    papers = dict.fromkeys(printed.names(facts), "")
    given = dict.fromkeys((page.address for page in pages), "") | by_hand | promised(facts) | papers | release.given
    findings += [*_taken_by_hand(pages, content), *_lost_by_hand(given, release)]
    if has_errors(findings):
        return Prepared(root, release, tuple(in_order(findings)))
    attachments = tuple(facts.open_files.items())
    # Their addresses are not promised: a rule comes and goes with the program, and its place in the list of all is promised.
    pages += tuple(handbook_pages(facts, content))
    return Prepared(root, release, tuple(in_order(findings)), pages, attachments, content, given, searchable, printable)


def _taken_by_hand(pages: Iterable[Promise], content: Mapping[str, ContentPage]) -> Iterator[Finding]:
    """No hand-written page has the address of a page of the record."""
    counted = Counter(page.address for page in pages)
    for name, page in content.items():
        if counted[page.address]:
            yield Place(f"{CONTENT}/{name}").error(
                "adress-upptagen",
                f"Adressen /{page.address} tillhör redan en sida som kommer ur arkivet.",
                "byt namn på filen.",
            )


def _lost_by_hand(given: Mapping[str, str], release: ReleaseState) -> Iterator[Finding]:
    """No released address of the site itself, or of a hand-written page, is gone; the record's own are a rule of the record."""
    for row in release.still_given():
        if row.key not in given and not is_of_record(row.key):
            yield row.place.error(
                "adress-försvunnen",
                f"Adressen /{row.key} är utgiven sedan {row.day} men finns inte längre.",
                f"lägg tillbaka {row.about or 'det som gav sidan'}: adresser som har utgivits behålls för alltid.",
            )
