"""MkDocs' hook: hands the record's finished pages over to MkDocs. Decides nothing.

Named under `hooks:` in mkdocs.yml, so that `mkdocs build` alone gives the whole site. The record is read, judged and
rendered in `on_config`, because MkDocs empties the old site right after it: an `Abort` later would come too late.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from build_scripts.content import finished
from build_scripts.exports import search
from build_scripts.mkdocs_adapter import frames
from build_scripts.project import WrongUse, today
from build_scripts.report import report
from build_scripts.site.prepared import Prepared, Shell, prepare, taken_over
from macros.pages.page import Page

_UNUSED = re.compile(
    r"assets/javascripts/.*|assets/stylesheets/palette\..*|assets/images/favicon\.png|.*\.map|sitemap\.xml"
)
"""The theme's files that the site does without; its sitemap calls every page as new as the build."""

_build = SimpleNamespace()
"""What the build at hand was prepared from: MkDocs gives hooks no place of their own between events."""


class RecordPage(MkDocsPage):
    """A page whose HTML is finished: MkDocs only puts the frame around it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.finished = page
        self.head = frames.head(page)

    def read_source(self, config: MkDocsConfig) -> None:
        """Sets title and head data. The title is escaped here, in both places: the theme's templates do not escape it."""
        self.markdown = ""
        self.title = escape(self.finished.title)
        self.meta = {
            "record": True,
            "title": escape(self.finished.title),
            "description": self.finished.description,
            "head": self.head,
            "hide": ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Gives the finished HTML, and the same table of contents as every other record page."""
        self.content = self.finished.html
        self.toc = get_toc([{"level": 1, "id": "innehall", "name": "Innehåll", "children": []}])


class FramePage(RecordPage):
    """A page whose values are marks: what MkDocs makes of it is the frame of every record page as deep as it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page, file, config)
        self.head = page.head
        self.canonical_url = frames.CANONICAL


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads, checks and renders the record; stops here when something in it is wrong."""
    if not config.site_url:
        raise Abort("site_url saknas i mkdocs.yml: skriv webbplatsens adress, till exempel https://arkiv.example.se/.")
    shell = taken_over()
    _build.prepared = shell.prepared if shell else _prepare(Path(config.config_file_path).parent)
    _build.shell = shell
    # Made here: what cannot be made stops the build before MkDocs empties the old site.
    _build.pages = [page.make() for page in _build.prepared.pages if _wanted(shell, f"{page.address}index.md")]
    config.theme.static_templates.discard("sitemap.xml")
    return config


def _prepare(root: Path) -> Prepared:
    try:
        prepared = prepare(root, today())
    except WrongUse as wrong:
        raise Abort(str(wrong)) from None
    report(prepared.findings, prepared.files, out=sys.stderr)
    if not prepared.may_be_built:
        raise Abort("Arkivet har fel, så inget byggdes. Den gamla webbplatsen är orörd.")
    return prepared


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the record's pages, its attachments and the exports."""
    prepared: Prepared = _build.prepared
    shell: Shell | None = _build.shell
    for file in [file for file in files if _UNUSED.fullmatch(file.src_uri)]:
        files.remove(file)
    for folders in shell.depths if shell else ():
        page = frames.frame_page(folders)
        FramePage(page, _added(files, config, f"{page.address}index.md", content=""), config)
    for page in _build.pages:
        RecordPage(page, _added(files, config, f"{page.address}index.md", content=""), config)
    for address, path in prepared.attachments:
        if _wanted(shell, address):
            _added(files, config, address, abs_src_path=str(prepared.root / path))
    if shell is None:
        for name, made in prepared.exported(config.site_url or "").items():
            _added(files, config, name, content=made())
    return files


def _wanted(shell: Shell | None, name: str) -> bool:
    """Inside a build of our own MkDocs is given only those files of the record that a hand-written page links to."""
    return shell is None or name in shell.linked


def _added(files: Files, config: MkDocsConfig, uri: str, **source: Any) -> File:
    file = File.generated(config, uri, inclusion=InclusionLevel.NOT_IN_NAV, **source)
    files.append(file)
    return file


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """A hand-written page with marks in the place of its macro calls."""
    known = _build.prepared.content.get(page.file.src_uri)
    return known.header + known.body if known else None


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """The page with the values of its macro calls."""
    known = _build.prepared.content.get(page.file.src_uri)
    return finished(known, html) if known else html


def on_post_build(config: MkDocsConfig) -> None:
    """The search index, which is made from the finished pages."""
    if _build.shell is None and _build.prepared.searchable:
        try:
            search.index(Path(config.site_dir))
        except search.SearchFailed as failed:
            raise BuildError(str(failed)) from None
