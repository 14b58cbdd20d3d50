"""One run of MkDocs: quiet, strict, into a folder that is read and thrown away."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from build_scripts.kept.stamps import SETTINGS, files_below, is_installed
from build_scripts.mkdocs_adapter import frames
from build_scripts.mkdocs_adapter.frames import Frame
from build_scripts.mkdocs_adapter.settings import told
from build_scripts.mkdocs_adapter.shell import BuildFailed, Built
from build_scripts.site.prepared import Shell, handed_over


def run(shell: Shell, site_url: str | None) -> tuple[Built, list[str]]:
    """What MkDocs makes, and the folders and files that it was made from. Raises `BuildFailed`, `BrokenFrame`."""
    with tempfile.TemporaryDirectory(prefix="klubbat-") as folder, handed_over(shell), _heard() as messages:
        try:
            config = _settings(shell.prepared.root, Path(folder), site_url)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, MkDocsException, TemplateError) as error:
            raise BuildFailed(told(shell.prepared.root, error, messages, list(MkDocsConfig()))) from error
        files = dict(files_below(Path(folder)))
    made = {}
    for depth in shell.depths:
        name = f"{frames.frame_page(depth).address}index.html"
        made[depth] = Frame(files.pop(name).decode("utf-8"))
    return Built(files, made, config.site_url or ""), _read(config)


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
