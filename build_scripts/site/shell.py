"""Runs MkDocs inside this process: quiet, strict, into a folder of our choice."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from build_scripts.site.prepared import Prepared, handed_over

SETTINGS = "mkdocs.yml"


class BuildFailed(Exception):
    """MkDocs could not build the site; carries why, for the user."""


def build_site(prepared: Prepared, folder: Path, site_url: str | None = None) -> str:
    """Builds the whole site into `folder` and returns the address it was built for.

    `site_url` replaces the setting's own. Raises `BuildFailed` with everything MkDocs warned of.
    """
    with handed_over(prepared), _heard() as messages:
        try:
            config = _settings(prepared.root, folder, site_url)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, MkDocsException, TemplateError) as error:
            raise BuildFailed("\n".join([*dict.fromkeys(messages), str(error)])) from error
    return config.site_url or ""


def _settings(root: Path, folder: Path, site_url: str | None) -> MkDocsConfig:
    file = root / SETTINGS
    if not file.is_file():
        raise BuildFailed(f"{file} finns inte. Stå i projektets mapp, eller ange den med --katalog.")
    given = {"site_url": site_url} if site_url else {}
    return load_config(str(file), site_dir=str(folder), strict=True, **given)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collects what MkDocs warns of instead of printing it."""
    logger, listener = logging.getLogger("mkdocs"), _Listener()
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield listener.messages
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagated
