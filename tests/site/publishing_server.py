"""A server that publishes what was sent, for the tests of publishing."""

from __future__ import annotations

from pathlib import Path

from build_scripts.site.chain import LOG, RowKind, read_chain
from tests.site.clones import Clone
from tests.site.projects import TODAY


class PublishingServer(Clone):
    """The clone that the site is published from, and the folder that shows it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "server")
        self.site = folder / "www/site"

    def publicera(self, *words: str, day: str = TODAY) -> int:
        return self.klubbat("publicera", "--till", str(self.site), "--idag", day, "--tyst", *words)

    def backa(self, version: str, *words: str) -> int:
        return self.klubbat("backa", version, "--till", str(self.site), "--idag", TODAY, "--tyst", *words)

    def rows(self) -> list[tuple[RowKind, str]]:
        """What the log says: the kind of each row and its version."""
        return [(row.kind, row.version) for row in read_chain((self.site / LOG).read_bytes()).rows]

    def shows(self, item: str) -> bool:
        return (self.site / f"prov/2026-11-26/{item}/index.html").is_file()
