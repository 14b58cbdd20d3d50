"""One municipality's record, read and judged by itself; of the others no more is known than their bodies' own files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from build_scripts.project import WrongUse, load
from build_scripts.site import ledger, notice_ledger
from build_scripts.site.content import without_texts
from build_scripts.site.prepared import Prepared
from build_scripts.site.progress import Progress
from macros import addresses
from macros.facts.day import Day
from macros.finding import Finding, has_errors, in_order
from macros.judging import judge
from macros.pages.build import promises
from macros.pages.page import Promise
from macros.record.archive import Archive
from macros.record.values import did_you_mean


def prepare_part(
    root: Path, municipality: str, today: dt.date, searchable: bool = True, progress: Progress | None = None
) -> Prepared:
    """Reads and checks the municipality's record; hand-written pages have no texts, since they are made when parts are joined."""
    progress = progress or Progress.silent()
    progress.begin("Läser arkivet")
    archive, findings = load(root, municipality)
    if not archive.bodies and not has_errors(findings):
        raise WrongUse(_unknown(municipality, archive))
    progress.begin("Kontrollerar")
    findings = judge(archive, [*findings, *crossings(archive)], today)
    facts, is_own = Day(archive.without_drafts, today), partial(is_surely_of, archive)
    released, broken = ledger.read(root)
    own = tuple(entry for entry in released if is_own(entry.address))
    findings += [*broken, *notice_ledger.judged(root, facts.archive, today, findings, is_own)]
    if has_errors(findings):
        return Prepared(root, facts, tuple(in_order(findings)))
    pages = tuple(page for page in promises(facts) if not addresses.is_shared(page.address))
    files = tuple(facts.items.published_files())
    made = Prepared(
        root,
        facts,
        tuple(findings),
        pages,
        files,
        without_texts(root),
        own,
        searchable,
        _elsewhere(archive, pages, files),
    )
    return replace(made, findings=tuple(in_order([*findings, *ledger.lost(own, archive, made.addresses())])))


def _unknown(municipality: str, archive: Archive) -> str:
    names = sorted({addresses.municipality(body.header.municipality) for body in archive.neighbours})
    meant = did_you_mean(municipality, names)
    remedy = f"Menade du {meant}?" if meant else f"Välj något av {', '.join(names)}."
    return f'Ingen kommun i arkivet heter "{municipality}". {remedy}'


def crossings(archive: Archive) -> Iterator[Finding]:
    """No case of a municipality that is built by itself passes a body of another: that body's pages would tell of it."""
    neighbours = {body.id: body for body in archive.neighbours}
    for item in archive.items:
        for n, stop in enumerate(item.header.route):
            if stop.body in neighbours:
                yield item.document.error(
                    "kommungräns",
                    ("beslutsgång", n, "organ"),
                    f"{stop.body} hör till {neighbours[stop.body].header.municipality}, som inte är med i den här delen.",
                    "bygg hela arkivet på en gång, med klubbat bygg utan --kommun.",
                )


def is_surely_of(archive: Archive, address: str) -> bool:
    """Whether the address is one of the municipality's own; one that could be a neighbour's is judged when parts are joined."""
    first, _, rest = address.partition("/")
    own = {body.id for body in archive.bodies}
    if f"{first}/" not in (addresses.CASES, addresses.NOTICE_BOARD):
        return first in own
    near = {body_id for body_id in archive.body_by_id if rest.startswith((f"{body_id}/", f"{body_id}-"))}
    return bool(near) and near <= own


def _elsewhere(archive: Archive, pages: Sequence[Promise], files: Sequence[tuple[str, str]]) -> Callable[[str], bool]:
    """Of a file: whether it is another municipality's, or belongs to the site as a whole."""
    names = {*(f"{page.address}index.html" for page in pages), *(address for address, _ in files)}
    own = {body.id for body in archive.bodies}
    return lambda file: file not in names and file.partition("/")[0] not in own
