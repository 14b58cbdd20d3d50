"""From record to shown site: prepare, build beside the old one, verify the whole, switch."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from build_scripts.exports import search
from build_scripts.site import listing
from build_scripts.site.listing import Listing
from build_scripts.site.memory import Memory, digest, remembering
from build_scripts.site.outputs import expected
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.progress import Progress
from build_scripts.site.release import listing_of, new_release
from build_scripts.site.shell import BuildFailed, Built, build_shell
from build_scripts.site.sound import Soundness
from build_scripts.site.stamps import code_stamp, project_stamp
from build_scripts.site.unchanged import INPUTS, SAID, Outcome, Wanted, inputs
from build_scripts.site.verify import is_surely_whole, verify
from build_scripts.site.writing import Folder, pages_key, write_site
from macros.finding import Finding
from macros.remembered import with_memory

_SEARCH = f"{search.FOLDER}/"


class Refused(Exception):
    """Findings in so many files stop the release; the site that is shown is untouched."""

    def __init__(self, findings: Sequence[Finding], files: int) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = tuple(findings)
        self.files = files


def release(wanted: Wanted, *, waiting: Callable[[], None] = lambda: None, progress: Progress | None = None) -> Outcome:
    """Lets the target show the site, and returns what it was built from.

    Raises `Refused`, `BuildFailed` (MkDocs could not) or `WrongUse` (the target is no site); then nothing has changed.
    """
    progress = progress or Progress.silent()
    with remembering(wanted.root, code_stamp) as memory, with_memory(memory), _without_collecting():
        # Before anything is read: a file that changes meanwhile is then seen as changed by the next build.
        stamp = inputs(wanted, memory)
        record = project_stamp(wanted.root)
        prepared = prepare(wanted.root, wanted.today, wanted.searchable, progress)
        if not prepared.may_be_built:
            raise Refused(prepared.findings, prepared.files)
        with new_release(wanted.target, waiting, reuse=True) as folder:
            built = build_shell(prepared, memory, wanted.site_url)
            if stamp is None and project_stamp(wanted.root) == record:
                # Only now it is known what MkDocs reads.
                stamp = inputs(wanted, memory)
            return _built(stamp, prepared, built, folder, memory, progress)


def _built(
    stamp: str | None, prepared: Prepared, built: Built, folder: Path, memory: Memory, progress: Progress
) -> Outcome:
    before = listing.read(listing_of(folder))
    listing_of(folder).unlink(missing_ok=True)
    try:
        out, pages, judged = _written(prepared, built, folder, before, memory, progress)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        # What was a file before is a folder now, or the other way round.
        shutil.rmtree(folder)
        folder.mkdir()
        out, pages, judged = _written(prepared, built, folder, None, memory, progress)
    found = digest(pages_key(out.keys), code_stamp()).hex()
    if prepared.searchable:
        _index(out, found, progress)
    outcome = Outcome(
        len(prepared.pages) + len(prepared.content),
        len(prepared.attachments),
        len(prepared.findings),
        len(prepared.new_addresses),
        out.written,
    )
    made = out.finished({INPUTS: stamp, SAID: outcome.as_json()})
    progress.begin("Granskar det färdiga")
    wanted_files = expected(prepared, built.site_url)
    sure = is_surely_whole(folder, frozenset(made.files), wanted_files, pages, judged)
    if faults := [] if sure else verify(folder, wanted_files):
        raise Refused(faults, len({fault.place.path for fault in faults}))
    listing.write(listing_of(folder), made)
    return outcome


def _written(
    prepared: Prepared, built: Built, folder: Path, before: Listing | None, memory: Memory, progress: Progress
) -> tuple[Folder, Soundness, list[str]]:
    progress.begin("Skriver sidor", len(prepared.pages))
    out = Folder(folder, before)
    return out, *write_site(prepared, built, out, memory, progress.step)


def _index(out: Folder, key: str, progress: Progress) -> None:
    """The search index, made anew unless it is there and made of the same pages."""
    if not out.holds_all(_SEARCH, key):
        progress.begin("Bygger sökindexet")
        out.clear(_SEARCH)
        try:
            search.index(out.root)
        except search.SearchFailed as failed:
            raise BuildFailed(str(failed)) from failed
    for name, _ in listing.found(out.root / search.FOLDER):
        out.keys[_SEARCH + name] = key


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
