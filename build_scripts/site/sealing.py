"""The seal of a published site: its list of files and its log, put beside it and proved; the head of the log is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts.kept.listing import ListedFolder, content_digest
from build_scripts.project import WrongUse
from build_scripts.report import Refused
from build_scripts.site.building import withdrawn_in
from build_scripts.site.chain import HEAD, Chain, RowKind, is_digest
from build_scripts.site.durable import settle
from build_scripts.site.places import SiteInFolder
from build_scripts.site.prepared import Prepared
from build_scripts.site.proof import chain_of, proof
from build_scripts.site.release import store_of


@dataclass(frozen=True)
class Target:
    """Where it is shown: in a folder, or packed up in it for a service (Pages) that shows it at `address`."""

    folder: Path
    kept: int = 3
    address: str = ""


@dataclass
class LogSeal:
    """Puts list and log beside a finished site, and holds what lies on the disk against them; then `log` has the new rows."""

    target: Target
    time: str
    begins_log: bool
    log: Chain
    kind: RowKind
    version: str

    def put(self, prepared: Prepared, out: ListedFolder) -> None:
        """Writes a row for each new withdrawal and one for the release."""
        checked = not (self.target.address or self.begins_log)
        if checked and self.log.head != _shown_head(self.target.folder):
            raise WrongUse("någon annan publicerade samtidigt; kör igen.")
        gone = withdrawn_in(prepared)
        self.log, files = self.log.with_release(self.time, self.kind, self.version, gone, out.contents())
        for name, content in files.items():
            out.put(name, content_digest(content), partial(bytes, content))

    def prove(self, folder: Path) -> None:
        """Raises `Refused` when what lies on the disk is not what was made."""
        settle(folder)
        _, faults = proof(SiteInFolder(folder), self.log.head)
        if faults:
            raise Refused(faults, len(faults))


def kept_head(target: Path) -> str | None:
    """The head beside the releases; None where there is none, as where a power cut has left the file empty."""
    file = store_of(target) / HEAD
    written = file.read_bytes().decode("ascii", "replace").strip() if file.is_file() else ""
    return written if is_digest(written) else None


def keep_head(target: Path, head: str) -> None:
    """In one step: a file that is half written would say that the log has been cut off."""
    fresh = store_of(target) / f"{HEAD}.nytt"
    fresh.write_text(f"{head}\n", encoding="utf-8")
    fresh.replace(store_of(target) / HEAD)


def _shown_head(target: Path) -> str:
    chain = chain_of(SiteInFolder(target))
    return chain.head if chain else Chain().head
