"""The hand-written pages in `content/`: read as strictly as the record, with the values of their macro calls."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from build_scripts.project import CONTENT, SETTINGS
from macros.checks.unfilled import unfilled
from macros.facts.day import Day
from macros.finding import Finding
from macros.pages import handbook, keys
from macros.pages.functions import Context, run
from macros.pages.handbook import PagePart
from macros.pages.page import Promise
from macros.pages.record_page import Link
from macros.record import header as headers
from macros.record import source as sources
from macros.record.parsing import conflict_finding, split
from macros.record.source import MARK
from macros.texts.calls import Call, Value, evaluate, fill, mark


@dataclass(frozen=True)
class ContentPage:
    """A hand-written page.

    `header` is its first part as written, dashes included; `body` the Markdown below with marks in the place of calls,
    and `values` the calls' values in order. `title` is the header's, if it has one. `parts` are pages of their own that
    it lists.
    """

    address: str
    header: str
    body: str
    values: tuple[Value, ...]
    title: str | None = None
    parts: tuple[PagePart, ...] = ()

    @property
    def unfilled(self) -> ContentPage:
        """The page with each call's mark as its value: what is made of it is filled with the values afterwards."""
        return replace(self, values=tuple(f"{MARK}{number}{MARK}" for number in range(len(self.values))))


_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_PICTURE = re.compile(r'<p><img ([^>]*?alt="([^".:]*)[^>]*>)</p>')


def finished(page: ContentPage, html: str) -> str:
    """The page's HTML with the calls' values put in, and each table written by hand in a box that scrolls by keyboard too.

    A picture is folded under what its description begins with, and fetched when somebody unfolds it: each weighs nearly as much
    as a page with all that it needs.
    """
    numbers = count(1)
    box = '<div class="k-tabell" role="region" aria-label="Tabell {}" tabindex="0">\n{}\n</div>'
    boxed = _TABLE.sub(lambda table: box.format(next(numbers), table[0]), html)
    folded = r'<details><summary>Bild: \2</summary>\n<p><img loading="lazy" \1</p>\n</details>'
    return fill(_PICTURE.sub(folded, boxed), page.values)


def content_pages(root: Path, facts: Day) -> tuple[dict[str, ContentPage], list[Finding]]:
    """Every page below `root/content` by its path there, and what is wrong with them. Hidden files are no pages."""
    pages: dict[str, ContentPage] = {}
    findings: list[Finding] = []
    files = dict(_files(root))
    linked = {name: address_of(name) for name in files}
    for name, file in files.items():
        source, found = sources.decode(f"{CONTENT}/{name}", file.read_bytes())
        findings += found
        if source is None:
            continue
        if conflict := conflict_finding(source):
            findings.append(conflict)
            continue
        source, said, found = _split(source)
        findings += found
        header = source.text.removesuffix(source.body)
        address = linked[name]
        parts: list[PagePart] = []
        if _PARTED in said:
            links_here = partial(_meant, name, linked)
            source, parts, found = _parted(source, said[_PARTED], address, partial(_run, facts), links_here)
            findings += found
        marked = mark(source.body, source.path, source.body_line)
        values, faults = evaluate(marked, partial(_run, facts, address))
        findings += [*marked.findings, *faults]
        body = f"{marked.text}\n\n{MARK}{len(values)}{MARK}\n" if parts else marked.text
        values += [handbook.listed(parts, address)] if parts else []
        title = said["title"].value if "title" in said else None
        title = title if isinstance(title, str) else None
        pages[name] = ContentPage(address, header, body, tuple(values), title, tuple(parts))
    return pages, findings


_PARTED = "delas"
_BY_HEADINGS, _BY_KINDS = "rubriker", "nycklar"
"""What a page may be parted by."""


def _run(facts: Day, address: str, call: Call) -> Value:
    return run(Context(facts, address), call)


def _meant(name: str, linked: Mapping[str, str], link: str) -> str | None:
    """The address of the page that a link on another means."""
    return linked.get(posixpath.normpath(posixpath.join(posixpath.dirname(name), link)))


def _parted(
    source: sources.Source,
    by: headers.Node,
    address: str,
    run: Callable[[str, Call], Value],
    linked: Callable[[str], str | None],
) -> tuple[sources.Source, list[PagePart], list[Finding]]:
    """What is left of the page beside its parts, these, and what is wrong in them."""
    if by.value == _BY_HEADINGS:
        return handbook.by_headings(source, address, run, linked)
    if by.value == _BY_KINDS:
        return source, keys.by_kinds(address), []
    place = source.place(by.line, by.column, len(str(by.value)))
    remedy = f"skriv {_BY_HEADINGS} eller {_BY_KINDS}."
    return source, [], [place.error("okänt-värde", "En sida kan inte delas så.", remedy)]


def handbook_pages(facts: Day, content: Mapping[str, ContentPage]) -> Iterator[Promise]:
    """The pages of the parts of long pages."""
    for name, page in content.items():
        yield from handbook.pages(facts, Link(page.title or name, page.address), page.parts)


def _split(source: sources.Source) -> tuple[sources.Source, dict[str, headers.Node], list[Finding]]:
    """Header and body told apart, and the header's keys; a hand-written page may do without a header."""
    if not source.text.startswith("---\n"):
        return sources.Source(source.path, source.text, "", source.text), {}, []
    source, found = split(source)
    if found:
        return source, {}, found
    root, found = headers.parse(source)
    return source, root.value if root and isinstance(root.value, dict) else {}, found


def pictures(root: Path) -> Iterator[tuple[str, Path]]:
    """What lies beside the pages and is none, such as their pictures: its address and where it is."""
    return ((name, file) for name, file in _files(root, "*") if file.suffix != ".md" and file.is_file())


def _files(root: Path, pattern: str = "*.md") -> Iterator[tuple[str, Path]]:
    """The visible files in order of path, each with its path below `content`."""
    folder = root / CONTENT
    for file in sorted(folder.rglob(pattern)):
        name = file.relative_to(folder).as_posix()
        if not any(part.startswith(".") for part in name.split("/")):
            yield unicodedata.normalize("NFC", name), file


def address_of(name: str) -> str:
    """The address that a page's file gives: `hjalp/index.md` → `hjalp/`, `om.md` → `om/`, `index.md` → the root."""
    folder, _, file = name.rpartition("/")
    stem = file.removesuffix(".md")
    return "".join(f"{part}/" for part in (folder, "" if stem == "index" else stem) if part)


def to_fill_in(root: Path) -> Iterator[Finding]:
    """What `klubbat init` left to be written in the settings and the hand-written pages."""
    for path in [SETTINGS, *(f"{CONTENT}/{name}" for name, _ in _files(root))]:
        file = root / path
        source = sources.decode(path, file.read_bytes())[0] if file.is_file() else None
        yield from unfilled(source) if source else ()
