"""Publishing: a version of the main branch, built for today, proved, shown in one step and written into the log.

What is shown never becomes older by itself. Who wants an earlier version says so (`back`): it is built anew for today, since
what an old release says of the day is old; it stays until main has something newer, and it never goes behind a withdrawal.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts import git
from build_scripts.kept.listing import found
from build_scripts.progress import Progress
from build_scripts.project import WrongUse
from build_scripts.published import BRANCH, main_of
from build_scripts.report import Refused
from build_scripts.site.building import release, withdrawn_in
from build_scripts.site.chain import LOG, BrokenChain, Chain, RowKind
from build_scripts.site.durable import settle
from build_scripts.site.places import SiteAtAddress, SiteInFolder
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.proof import about, chain_of, proof
from build_scripts.site.release import store_of
from build_scripts.site.sealing import LogSeal, Target, keep_head, kept_head
from build_scripts.site.unchanged import BuildOrder, Counts, shown, stamp_of
from build_scripts.site.whole_version import last_whole
from macros.record.home import RECORD
from macros.record.ledgers import Released

_MARGIN = 50_000_000
"""Bytes that are to be left when there is room for one release more."""

_LAGS = """\
Det som ligger på main kan inte ges ut: det har fel, eller saknar rader i listorna över utgivet. Den senaste hela versionen
visas i stället ({}), med dagens datum. Gör så här: kör klubbat hämta, rätta det som klubbat kontrollera säger, och kör
klubbat skicka."""

_STAYS = "Webbplatsen är backad till {}: den byggs om för i dag, och nästa nya version på main tar dess plats."


@dataclass(frozen=True)
class Published:
    """What is shown now: what was said of it, and its log; `is_news` unless it was shown already."""

    counts: Counts
    log: Chain
    is_news: bool = True


@dataclass(frozen=True)
class Publishing:
    """What every way to publish needs: the project, the day, the moment (UTC, as the log has it), the target, and who is told.

    `begins_log`: whatever log there is, a new one begins.
    """

    root: Path
    today: dt.date
    time: str
    target: Target
    begins_log: bool = False
    tell: Callable[[str], None] = lambda line: None
    waiting: Callable[[], None] = lambda: None
    progress: Progress = field(default_factory=Progress)

    def publish(self) -> Published:
        """Shows main as it is, or as it last was whole. Raises `Refused`, `BuildFailed`, `WrongUse` or `GitFailed`."""
        head = main_version(self.root)
        log, is_true = self._log()
        self._refuse_earlier(log)
        with last_whole(self.root, self.today) as (folder, older):
            version = older or head
            if older:
                self.tell(_LAGS.format(version[:12]))
            if self._stays_back(log, version):
                assert log.shown is not None
                self.tell(_STAYS.format(log.shown.version[:12]))
                with git.checked_out(self.root, log.shown.version) as earlier:
                    return self._shown(log, earlier, RowKind.BACK, log.shown.version)
            self._refuse_older(log, version)
            if is_true and (counts := self._is_shown(log, folder, version)):
                return Published(counts, log, is_news=False)
            return self._shown(log, folder, RowKind.RELEASE, version)

    def back(self, asked: str) -> Published:
        """Shows an earlier version, built for today. Raises as `publish`."""
        main_version(self.root)
        log, _ = self._log()
        self._refuse_earlier(log)
        version = git.asked(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
        if version is None:
            raise WrongUse(f"{asked} är ingen version i git; git log --oneline visar dem.")
        if log.newest is None:
            raise WrongUse("inget är publicerat där än, så det finns inget att backa från.")
        if not self._is_part_of(version, log.newest.version):
            raise WrongUse(f"{asked} är ingen tidigare version av det som är publicerat ({log.newest.version[:12]}).")
        latest = prepare(self.root, self.today, searchable=False)
        with git.checked_out(self.root, version) as folder:
            self._refuse_behind(log, version, latest, prepare(folder, self.today, searchable=False))
            return self._shown(log, folder, RowKind.BACK, version)

    def _log(self) -> tuple[Chain, bool]:
        """The log that is published, true as far as anybody can tell, and whether what is shown is as it says."""
        if self.begins_log:
            return Chain(), False
        if self.target.address:
            return self._log_at_address(), False
        head, site = kept_head(self.target.folder), SiteInFolder(self.target.folder)
        if head is None and site.content(LOG) is None:
            return Chain(), False
        chain, faults = proof(site, head)
        if chain is None or any(fault.place.path == LOG for fault in faults):
            raise Refused(faults, len(faults))
        for fault in faults:
            self.tell(f"Det som visas är inte som loggen säger, och byggs om: {fault.place}: {fault.message}")
        return chain, not faults

    def _log_at_address(self) -> Chain:
        try:
            chain = chain_of(SiteAtAddress(self.target.address))
        except BrokenChain as broken:
            raise Refused([about(broken)], 1) from None
        if chain is None:
            self.tell(f"Ingen logg finns på {self.target.address}: en ny börjar.")
        return chain or Chain()

    def _is_part_of(self, earlier: str, later: str) -> bool:
        """Whether a version is another, or one that this has grown from. Raises `WrongUse` when git does not have one of them."""
        for version in (earlier, later):
            if git.asked(self.root, "cat-file", "-e", f"{version}^{{commit}}") is None:
                raise WrongUse(
                    f"version {version[:12]}, som är publicerad, finns inte i git här. Hämta alla versioner (git fetch "
                    "--unshallow; i CI fetch-depth: 0 eller GIT_DEPTH: 0). Har historiken skrivits om med avsikt: börja en ny "
                    "logg med --ny-logg."
                )
        return git.asked(self.root, "merge-base", "--is-ancestor", earlier, later) is not None

    def _stays_back(self, log: Chain, version: str) -> bool:
        """Whether somebody has gone back from this version, or from one that has grown from it."""
        is_back = log.shown is not None and log.shown.kind is RowKind.BACK
        return is_back and log.newest is not None and self._is_part_of(version, log.newest.version)

    def _refuse_earlier(self, log: Chain) -> None:
        """A clock that is behind would show the notice board of a day that has passed."""
        if log.rows and self.time < log.rows[-1].time:
            raise WrongUse(
                f"klockan visar {self.time}, och det som visas publicerades {log.rows[-1].time}, så inget gjordes: anslagstavlan "
                "skulle visa en dag som har varit. Ställ klockan rätt. Är det loggen som har fel tid: börja en ny med --ny-logg."
            )

    def _refuse_older(self, log: Chain, version: str) -> None:
        if log.newest is not None and not self._is_part_of(log.newest.version, version):
            raise WrongUse(
                f"det som visas ({log.newest.version[:12]}) är nyare än det som skulle visas ({version[:12]}), så inget gjordes. "
                "Hämta main först (klubbat hämta). Vill du visa en äldre version: klubbat backa."
            )

    def _refuse_behind(self, log: Chain, version: str, latest: Prepared, earlier: Prepared) -> None:
        """What was withdrawn stays so, the notice board shows the notices of today, and all that is shown is in the ledgers."""
        if not earlier.may_be_built:
            raise Refused(earlier.findings, earlier.files)
        if earlier.fresh != Released():
            raise WrongUse(
                f"{version[:12]} saknar rader i listorna över utgivet, så inget gjordes. Välj en version som klubbat skicka "
                'avslutade, "Utgivet ...": git log --oneline visar dem.'
            )
        known = withdrawn_in(earlier)
        behind = [
            row
            for one, row in log.withdrawals.items()
            if one not in known and not self._is_part_of(row.version, version)
        ]
        if behind or not withdrawn_in(latest) <= known:
            when = f" ({behind[0].time[:10]})" if behind else ""
            raise WrongUse(
                f"den versionen visar något som har dragits tillbaka sedan dess{when}, så inget gjordes. Rätta framåt i stället: "
                "git revert på ändringen som blev fel, och klubbat skicka."
            )
        now, then = ({notice.address for notice in one.facts.notices.up} for one in (latest, earlier))
        if latest.may_be_built and now != then:
            first = min(now ^ then)
            what = "saknar ett anslag som sitter uppe" if first in now else "visar ett anslag som är nedtaget"
            raise WrongUse(
                f"den versionen {what} i dag (/{first}), så inget gjordes. Rätta framåt i stället: git revert på ändringen som "
                "blev fel, och klubbat skicka."
            )

    def _order(self, folder: Path) -> BuildOrder:
        target = self.target
        is_served = not target.address
        return BuildOrder(
            folder, self.today, target.folder, kept=target.kept, as_folder=not is_served, compressed=is_served
        )

    def _is_shown(self, log: Chain, folder: Path, version: str) -> Counts | None:
        """What was said of what is shown, if it is the same version in the same state on the same day."""
        order = self._order(folder)
        return shown(order, stamp_of(order)) if log.shown and log.shown.version == version else None

    def _shown(self, log: Chain, folder: Path, kind: RowKind, version: str) -> Published:
        target = self.target.folder
        _refuse_without_room(self.root, target)
        seal = LogSeal(self.target, self.time, self.begins_log, log, kind, version)
        counts = release(self._order(folder), waiting=self.waiting, progress=self.progress, seal=seal)
        if not self.target.address:
            keep_head(target, seal.log.head)
        settle(store_of(target), deep=False)
        settle(target.parent, deep=False)
        return Published(counts, seal.log)


def main_version(root: Path) -> str:
    """The version here, if it is one of main's and nothing here differs from it. Raises `WrongUse`; without git `GitFailed`."""
    git.text(root, "version")
    head = git.asked(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is None:
        raise WrongUse("det som publiceras är en version i git, men mappen är inget git-arkiv med någon version i.")
    changed = [line for line in git.text(root, "status", "--porcelain", "--", ".").splitlines() if not _is_unread(line)]
    if changed:
        more = f" och {len(changed) - 1} till" if len(changed) > 1 else ""
        raise WrongUse(
            f"det här är inte sparat i git: {changed[0][3:]}{more}. Skicka det först (klubbat skicka), eller ta bort det."
        )
    main = main_of(root)
    if main is None or git.asked(root, "merge-base", "--is-ancestor", head, main) is None:
        raise WrongUse(
            f"bara det som finns på {main or BRANCH} publiceras, och det här är något annat: git switch {BRANCH}, och klubbat "
            "skicka om det inte är skickat än."
        )
    return head


def _is_unread(status: str) -> bool:
    """Whether it is a hidden file or folder of the project's own that git does not know: no build reads it."""
    return status.startswith("?? .")


def _refuse_without_room(root: Path, target: Path) -> None:
    """A release more must find room; the first is taken to be twice as large as the record."""
    shown = target.resolve()
    needed = _size(shown) if shown.is_dir() else 2 * _size(root / RECORD)
    place = next(folder for folder in (shown, *shown.parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    if free < needed + _MARGIN:
        raise WrongUse(
            f"disken vid {target} har {free // 1_000_000} MB ledigt, men {(needed + _MARGIN) // 1_000_000} MB behövs, så inget "
            "gjordes. Ge plats, eller behåll färre utgåvor (--behåll 2)."
        )


def _size(folder: Path) -> int:
    return sum(size for _, (size, _) in found(folder)) if folder.is_dir() else 0
