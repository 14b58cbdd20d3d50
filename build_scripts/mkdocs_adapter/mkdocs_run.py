"""MkDocs, with the record handed over to it: in a run of our own (`run`), or in its own where our hook does the same.

A run of our own is quiet and strict, into a folder that is read and thrown away.
"""

from __future__ import annotations

import logging
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from build_scripts.content import finished
from build_scripts.exports import search
from build_scripts.kept.stamps import files_below, is_installed
from build_scripts.mkdocs_adapter.assets import OWN, fetched
from build_scripts.mkdocs_adapter.handover import CANONICAL, Frame, Handover, Shell, frame_page, head
from build_scripts.mkdocs_adapter.long_words import parted
from build_scripts.mkdocs_adapter.settings import why_refused
from build_scripts.project import SETTINGS
from build_scripts.report import BuildFailed
from macros.addresses import file_at
from macros.pages.page import Page

_PLUGIN = "klubbat"

_UNUSED = re.compile(
    r"assets/javascripts/.*|assets/stylesheets/palette\..*|assets/images/favicon\.png|.*\.map|sitemap\.xml"
)
"""The theme's files that the site does without; its sitemap calls every page as new as the build."""


class RecordPage(MkDocsPage):
    """A page whose HTML is finished: MkDocs only puts the frame around it."""

    def __init__(self, page: Page, head: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.finished = page
        self.head = head

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


class RecordHooks:
    """What MkDocs asks at its events: hands finished pages over, and decides nothing."""

    def __init__(self, given: Handover) -> None:
        self.given = given
        self._pages: list[Page] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Makes the record's pages: what cannot be made stops the build before MkDocs empties the old site."""
        if not config.site_url:
            raise Abort(
                "site_url saknas i mkdocs.yml: skriv webbplatsens adress, till exempel https://arkiv.example.se/."
            )
        self._pages = [page.make() for page in self.given.pages]
        config.theme.static_templates.discard("sitemap.xml")
        config.theme.static_templates.add("410.html")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the record's pages and frames, its attachments and the files beside the pages."""
        for file in [file for file in files if _UNUSED.fullmatch(file.src_uri)]:
            files.remove(file)
        own = [file for file in files if OWN.fullmatch(file.src_uri)]
        for file in own:
            files.remove(file)
        for name, text in fetched({file.src_uri: file.content_string for file in own}):
            _added(files, config, name, content=text)
        for page in map(frame_page, self.given.depths):
            # Its values are marks: what MkDocs makes of it is the frame of every record page as deep as it.
            frame = RecordPage(page, page.head, _added(files, config, file_at(page.address, "md"), content=""), config)
            frame.canonical_url = CANONICAL
        for page in self._pages:
            RecordPage(page, head(page), _added(files, config, file_at(page.address, "md"), content=""), config)
        for address, path in self.given.attachments:
            _added(files, config, address, abs_src_path=str(self.given.root / path))
        for name, exported in self.given.exported(config.site_url or "").items():
            _added(files, config, name, content=exported.content())
        return files

    def on_page_read_source(self, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """A hand-written page with marks in the place of its macro calls."""
        known = self.given.content.get(page.file.src_uri)
        return known.header + known.body if known else None

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The page with the values of its macro calls."""
        known = self.given.content.get(page.file.src_uri)
        return finished(known, html) if known else html

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """The page as it is written, whose long words may be parted."""
        return parted(output)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """The search index, which is made from the finished pages."""
        if self.given.searchable:
            try:
                search.index(Path(config.site_dir))
            except BuildFailed as failed:
                raise BuildError(str(failed)) from None


def _added(files: Files, config: MkDocsConfig, uri: str, **source: Any) -> File:
    file = File.generated(config, uri, inclusion=InclusionLevel.NOT_IN_NAV, **source)
    files.append(file)
    return file


def hand_over(given: Handover, config: MkDocsConfig) -> None:
    """From here on MkDocs asks for what is given; events that are under way reach it too."""
    plugins: Any = config.plugins
    plugins[_PLUGIN] = RecordHooks(given)


def is_handed_over(config: MkDocsConfig) -> bool:
    """Whether something has been handed over to this run."""
    return _PLUGIN in config.plugins


def run(given: Handover, site_url: str | None) -> tuple[Shell, list[str]]:
    """What MkDocs makes, and the folders and files that it was made from. Raises `BuildFailed`."""
    with tempfile.TemporaryDirectory(prefix="klubbat-") as folder, _heard() as heard:
        try:
            config = _settings(given.root, Path(folder), site_url)
            hand_over(given, config)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, MkDocsException, TemplateError) as error:
            messages = [told.getMessage() for told in heard]
            raise BuildFailed(why_refused(given.root, error, messages)) from error
        files = dict(files_below(Path(folder)))
    frames = {depth: Frame(files.pop(file_at(frame_page(depth).address)).decode("utf-8")) for depth in given.depths}
    return Shell(files, frames, config.site_url or ""), _read(config)


def _read(config: MkDocsConfig) -> list[str]:
    """Folders and files outside the installed packages that the run has read."""
    hooks = [str(hook) for hook in config.hooks]
    places = [config.docs_dir, *config.theme.dirs, *hooks, *config.watch]
    return sorted({str(Path(place).resolve()) for place in places if not is_installed(Path(place))})


def _settings(root: Path, folder: Path, site_url: str | None) -> MkDocsConfig:
    given = {"site_url": site_url} if site_url else {}
    try:
        return load_config(str(root / SETTINGS), site_dir=str(folder), strict=True, **given)
    except MkDocsException:
        raise
    except Exception as error:
        # A tag of YAML may run any code of Python, and what it raises is no fault of ours.
        raise ConfigurationError(f"{SETTINGS} går inte att läsa: {error}") from error


@contextmanager
def _heard() -> Iterator[list[logging.LogRecord]]:
    """Collects what MkDocs warns of instead of printing it."""
    logger, listener = logging.getLogger("mkdocs"), BufferingHandler(sys.maxsize)
    listener.setLevel(logging.WARNING)
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield listener.buffer
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagated
