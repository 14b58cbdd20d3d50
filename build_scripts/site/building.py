"""From record to shown site: prepare, build beside the old one, verify the whole, switch."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from build_scripts.exports import search
from build_scripts.exports.from_disk import scripts as from_disk_scripts
from build_scripts.exports.search_parts import Known
from build_scripts.guard.release import stops
from build_scripts.kept import listing
from build_scripts.kept.listing import Listing
from build_scripts.kept.memory import Memory, remembering
from build_scripts.kept.stamps import code_stamp, project_facts
from build_scripts.mkdocs_adapter.handover import BuildFailed, Shell
from build_scripts.mkdocs_adapter.shell import build_shell
from build_scripts.progress import Progress
from build_scripts.report import Refused
from build_scripts.site.outputs import expected
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.release import listing_of, new_release
from build_scripts.site.unchanged import INPUTS, SAID, Outcome, Wanted, inputs
from build_scripts.site.verify import is_surely_whole, verify
from build_scripts.site.writing import Folder, Written, write_site
from macros.finding import Finding
from macros.guard.official import of_all

_SEARCH = f"{search.FOLDER}/"


def _refuse(faults: Sequence[Finding]) -> None:
    if faults:
        raise Refused(faults, len({fault.place.path for fault in faults}))


def release(
    wanted: Wanted,
    stamp: str | None = None,
    *,
    waiting: Callable[[], None] = lambda: None,
    progress: Progress | None = None,
) -> Outcome:
    """Lets the target show the site, and returns what it was built from.

    `stamp` is the digest of the inputs (`unchanged.inputs`) when the caller has taken it. Raises `Refused`, `BuildFailed`
    (MkDocs could not) or `WrongUse` (the target is no site); then nothing has changed.
    """
    progress = progress or Progress.silent()
    with remembering(wanted.root) as memory, _without_collecting():
        before = project_facts(wanted.root)
        prepared = prepare(wanted.root, wanted.today, wanted.searchable, progress)
        if not prepared.may_be_built:
            raise Refused(prepared.findings, prepared.files)
        with new_release(wanted.target, waiting) as folder:
            shell = build_shell(prepared.handover, memory, wanted.site_url)
            # Only now it is known what MkDocs reads. What has changed meanwhile is the next build's to see.
            stamp = stamp or inputs(wanted, memory)
            if project_facts(wanted.root) != before:
                stamp = None
            return _built(stamp, prepared, shell, folder, memory, progress, wanted.from_disk)


def _built(
    stamp: str | None,
    prepared: Prepared,
    shell: Shell,
    folder: Path,
    memory: Memory,
    progress: Progress,
    from_disk: bool,
) -> Outcome:
    before = listing.read(listing_of(folder))
    listing_of(folder).unlink(missing_ok=True)
    try:
        out, written = _written(prepared, shell, folder, before, memory, progress)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        # What was a file before is a folder now, or the other way round.
        shutil.rmtree(folder)
        folder.mkdir()
        out, written = _written(prepared, shell, folder, None, memory, progress)
    if prepared.searchable:
        _index(out, from_disk, progress)
    outcome = Outcome(
        len(prepared.pages) + len(prepared.content),
        len(prepared.attachments),
        len(prepared.findings),
        len(prepared.new_addresses),
        out.written,
    )
    made = out.finished({INPUTS: stamp, SAID: outcome.as_json()})
    progress.begin("Granskar det färdiga")
    wanted_files = expected(prepared, shell.site_url)
    sure = is_surely_whole(folder, frozenset(made.files), wanted_files, written.pages, written.judged)
    _refuse([] if sure else verify(folder, wanted_files))
    _refuse(stops(folder, out.keys, of_all(prepared.archive.bodies), memory))
    listing.write(listing_of(folder), made)
    return outcome


def _written(
    prepared: Prepared, shell: Shell, folder: Path, before: Listing | None, memory: Memory, progress: Progress
) -> tuple[Folder, Written]:
    progress.begin("Gör sidor", len(prepared.pages))
    out = Folder(folder, before)
    return out, write_site(prepared, shell, out, memory, progress.step)


def _index(out: Folder, from_disk: bool, progress: Progress) -> None:
    """The search index, of which the parts are kept that are there and made of the same pages."""
    progress.begin("Bygger sökindexet")
    pages = {name: key for name, key in out.keys.items() if name.endswith(".html")}
    known = Known(pages, out.before(_SEARCH), code_stamp().hex())
    try:
        out.keys |= search.index(out.root, known, lambda part: progress.begin(f"Bygger sökindexet, {part}"))
        for name, source, content in from_disk_scripts(out.root, [*out.keys]) if from_disk else ():
            out.put(name, out.keys[source], content)
    except search.SearchFailed as failed:
        raise BuildFailed(str(failed)) from failed


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A build makes much and lets go of it only at its end: looking for circles meanwhile finds nothing and costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
