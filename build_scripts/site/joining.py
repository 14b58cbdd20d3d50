"""Joins parts that were built elsewhere into one site: what all municipalities share is made here, everything else is copied.

The pages that are shared are made by the same functions as in a build of the whole, from the parts' own records; so the site
is the same, byte for byte. Its search index is of as many parts as were built, below a root that is made here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from build_scripts.desk.released import stops
from build_scripts.exports import search
from build_scripts.exports.from_disk import scripts as from_disk_scripts
from build_scripts.site import ledger, listing, notice_ledger
from build_scripts.site.building import Refused, outcome_of, refuse
from build_scripts.site.content import content_pages
from build_scripts.site.joinable import NotJoined, faults, other_settings
from build_scripts.site.memory import Memory, remembering
from build_scripts.site.outputs import expected
from build_scripts.site.part import SOURCES, Part, Unusable, read_part
from build_scripts.site.prepared import Prepared, taken_by_hand
from build_scripts.site.progress import Progress
from build_scripts.site.references import tags
from build_scripts.site.release import new_release
from build_scripts.site.shell import BuildFailed, Built, build_shell
from build_scripts.site.stamps import code_stamp
from build_scripts.site.unchanged import Outcome, Wanted
from build_scripts.site.verify import is_surely_whole, verify
from build_scripts.site.writing import Folder, Written, write_site
from macros import addresses
from macros.facts.day import Day
from macros.finding import in_order
from macros.guard.official import of_all
from macros.pages.build import promises
from macros.pages.page import Page, Promise
from macros.record.archive import Archive
from macros.record.reading import read
from macros.remembered import with_memory

_MEMORY = ".cache/klubbat/foga.sqlite"


def join(
    wanted: Wanted,
    folders: Sequence[Path],
    *,
    waiting: Callable[[], None] = lambda: None,
    progress: Progress | None = None,
) -> Outcome:
    """Lets the target show the site that the parts in the folders make together.

    Raises `NotJoined` (they do not fit together), `Refused`, `BuildFailed` or `WrongUse`; then nothing has changed.
    """
    progress = progress or Progress.silent()
    with remembering(wanted.root, code_stamp, _MEMORY) as memory, with_memory(memory):
        progress.begin("Läser delarna")
        parts = _usable(folders)
        if told := faults(parts, wanted):
            raise NotJoined(told)
        prepared = _prepared(parts, wanted)
        if not prepared.may_be_built:
            raise Refused(prepared.findings, prepared.files)
        built = build_shell(prepared, memory, wanted.site_url)
        if told := other_settings(parts, built):
            raise NotJoined(told)
        with new_release(wanted.target, waiting) as folder:
            return _joined(parts, prepared, built, folder, memory, progress, wanted.from_disk)


def _usable(folders: Sequence[Path]) -> list[Part]:
    parts, told = [], []
    for folder in folders:
        try:
            parts.append(read_part(folder))
        except Unusable as unusable:
            told.append(str(unusable))
    if told:
        raise NotJoined(told)
    return parts


def _prepared(parts: Sequence[Part], wanted: Wanted) -> Prepared:
    """The shared pages to make, and the promise of those that the parts hold: these are never made."""
    found = [read(part.folder / SOURCES) for part in parts]
    findings = [finding for _, told in found for finding in told]
    bodies = sorted((body for archive, _ in found for body in archive.bodies), key=lambda body: body.id)
    facts = Day(Archive(tuple(bodies)), wanted.today)
    content, told = content_pages(wanted.root, facts)
    released, broken = ledger.read(wanted.root)
    findings += [*told, *broken, *notice_ledger.judged(wanted.root, facts.archive, wanted.today, findings)]
    names = {name for part in parts for name in part.names(wanted.searchable)}
    shared = [page for page in promises(facts) if addresses.is_shared(page.address)]
    held = [_held(address, kind) for part in parts for address, kind in part.manifest.pages]
    prepared = Prepared(
        wanted.root,
        facts,
        tuple(findings),
        (*shared, *held),
        tuple((address, part.source_of(address)) for part in parts for address in part.manifest.attachments),
        content,
        released,
        wanted.searchable,
        names.__contains__,
    )
    findings += [*taken_by_hand(prepared), *ledger.lost(released, facts.archive, prepared.addresses())]
    return replace(prepared, findings=tuple(in_order(findings)))


def _held(address: str, kind: str) -> Promise:
    """A page that is in a part; what stands on it is only asked for by MkDocs, which is to know that it is there."""
    return Promise(address, kind, partial(Page, address, "", "", "", kind))


def _joined(
    parts: Sequence[Part],
    prepared: Prepared,
    built: Built,
    folder: Path,
    memory: Memory,
    progress: Progress,
    from_disk: bool,
) -> Outcome:
    out = Folder(folder, None)
    progress.begin("Gör gemensamma sidor")
    written = write_site(prepared, built, out, memory)
    refuse(stops(folder, out.keys, of_all(prepared.archive.bodies), memory))
    shared = [name for name in out.keys if name.endswith(".html")]
    progress.begin("Fogar", len(parts))
    for part in parts:
        _copy(part, out, prepared.searchable)
        progress.step()
    if prepared.searchable:
        progress.begin("Bygger sökindexet")
        _index(out, shared, parts, from_disk)
    progress.begin("Granskar det färdiga")
    _verify(parts, prepared, built, folder, written)
    outcome = outcome_of(prepared, out)
    return replace(outcome, findings=outcome.findings + sum(part.manifest.warnings for part in parts))


def _copy(part: Part, out: Folder, searchable: bool) -> None:
    for name in part.names(searchable):
        try:
            out.put(name, part.key_of(name), partial(part.content, name))
        except Unusable as unusable:
            raise NotJoined([str(unusable)]) from unusable


def _index(out: Folder, shared: Sequence[str], parts: Sequence[Part], from_disk: bool) -> None:
    try:
        search.index_joined(out.root, shared, (told for part in parts for told in part.manifest.search or ()))
        names = [name for name, _ in listing.found(out.root)]
        for name, source, content in from_disk_scripts(out.root, names) if from_disk else ():
            out.put(name, source, content)
    except search.SearchFailed as failed:
        raise BuildFailed(str(failed)) from failed


def _verify(parts: Sequence[Part], prepared: Prepared, built: Built, folder: Path, written: Written) -> None:
    """The shared pages and the links between parts; each part was verified and guarded when it was built. Raises `Refused`."""
    wanted, pages = expected(prepared, written.titles, built.site_url), written.pages
    known = frozenset(name for name, _ in listing.found(folder))
    for part in parts:
        pages.targets.update(part.manifest.outward)
    for name in {file for file, place in pages.targets if place and file in known} - pages.ids.keys():
        pages.ids[name] = {
            tag.attributes["id"] for tag in tags((folder / name).read_text("utf-8")) if "id" in tag.attributes
        }
    if is_surely_whole(folder, known, wanted, pages, written.judged):
        return
    refuse(verify(folder, wanted))
