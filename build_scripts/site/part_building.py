"""Builds one municipality's part of the site: judged and verified as far as it can be alone, then switched to as a site is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from build_scripts.desk.released import stops
from build_scripts.exports import search
from build_scripts.site import ledger
from build_scripts.site.building import Refused, refuse
from build_scripts.site.memory import Memory, remembering
from build_scripts.site.outputs import expected
from build_scripts.site.part import (
    PAGES,
    SOURCES,
    Manifest,
    digests_of,
    frame_digests,
    record_digest,
    told_of,
    write_manifest,
    write_sources,
)
from build_scripts.site.part_prepared import prepare_part
from build_scripts.site.prepared import Prepared
from build_scripts.site.progress import Progress
from build_scripts.site.release import new_release
from build_scripts.site.shell import BuildFailed, Built, build_shell
from build_scripts.site.stamps import code_stamp
from build_scripts.site.unchanged import Outcome, Wanted
from build_scripts.site.verify import is_surely_whole, verify
from build_scripts.site.writing import Folder, Written, write_site
from macros.guard.official import of_all
from macros.remembered import with_memory


def release_part(
    wanted: Wanted, municipality: str, *, waiting: Callable[[], None] = lambda: None, progress: Progress | None = None
) -> Outcome:
    """Lets the target show the municipality's part.

    Raises `Refused`, `BuildFailed` or `WrongUse` (no such municipality, or the target is something else); then nothing has
    changed.
    """
    progress = progress or Progress.silent()
    memory_file = f".cache/klubbat/{municipality}.sqlite"
    with remembering(wanted.root, code_stamp, memory_file) as memory, with_memory(memory):
        prepared = prepare_part(wanted.root, municipality, wanted.today, wanted.searchable, progress)
        if not prepared.may_be_built:
            raise Refused(prepared.findings, prepared.files)
        built = build_shell(prepared, memory, wanted.site_url)
        with new_release(wanted.target, waiting, part=True) as folder:
            return _built(municipality, prepared, built, folder, memory, progress)


def _built(
    municipality: str, prepared: Prepared, built: Built, folder: Path, memory: Memory, progress: Progress
) -> Outcome:
    progress.begin("Gör sidor", len(prepared.pages))
    out = Folder(folder / PAGES, None)
    out.root.mkdir()
    written = write_site(prepared, built, out, memory, progress.step)
    told = _indexed(out.root, progress) if prepared.searchable else None
    progress.begin("Granskar det färdiga")
    outward = _outward(prepared, built, out, written)
    archive = prepared.archive
    refuse(stops(out.root, out.keys, of_all(archive.bodies), memory))
    write_sources(archive, folder / SOURCES)
    manifest = Manifest(
        municipality=municipality,
        day=prepared.facts.today,
        program=code_stamp().hex(),
        site_url=built.site_url,
        frames=frame_digests(built),
        bodies={body.id: told_of(body) for body in archive.body_by_id.values()},
        record=record_digest(prepared.root, [body.id for body in archive.bodies]),
        search=told,
        pages=tuple((page.address, page.kind) for page in prepared.pages),
        attachments=tuple(address for address, _ in prepared.attachments),
        outward=tuple(sorted(outward)),
        warnings=len(prepared.findings),
        files=digests_of(folder),
    )
    write_manifest(folder, manifest)
    own = [(address, kind) for address, kind in prepared.addresses() if kind != ledger.HAND_WRITTEN]
    fresh = ledger.new(prepared.released, own, prepared.facts.today)
    return Outcome(len(prepared.pages), len(prepared.attachments), len(prepared.findings), len(fresh), out.written)


def _indexed(site: Path, progress: Progress) -> tuple[search.Told, ...]:
    progress.begin("Bygger sökindexet")
    try:
        return tuple(search.index_parts(site))
    except search.SearchFailed as failed:
        raise BuildFailed(str(failed)) from failed


def _outward(prepared: Prepared, built: Built, out: Folder, written: Written) -> set[tuple[str, str]]:
    """The links that leave the part; all others are verified here. Raises `Refused` when one of them leads nowhere."""
    wanted = expected(prepared, written.titles, built.site_url)
    known = frozenset(out.keys)
    if is_surely_whole(out.root, known, wanted, written.pages, written.judged):
        return {(file, place) for file, place in written.pages.targets if file not in known}
    outward: set[tuple[str, str]] = set()
    refuse(verify(out.root, wanted, outward))
    return outward
