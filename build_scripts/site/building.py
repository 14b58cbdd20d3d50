"""From record to shown site: prepare, build beside the old one, verify the whole, switch."""

from __future__ import annotations

import atexit
import gc
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from markupsafe import escape

from build_scripts.exports import search
from build_scripts.exports.exported_file import ExportedFile, canonical
from build_scripts.exports.search_parts import Known
from build_scripts.guard.release import stops
from build_scripts.guard.sources import stopped_attachments
from build_scripts.kept import listing
from build_scripts.kept.collecting import making_what_stays
from build_scripts.kept.compiled import keep_compiled_templates
from build_scripts.kept.listing import ListedFolder, PutFile
from build_scripts.kept.memory import Memory, remembering
from build_scripts.kept.stamps import code_stamp, digest, project_facts
from build_scripts.mkdocs_adapter.handover import Shell, as_file, depth, slots
from build_scripts.mkdocs_adapter.shell import build_shell
from build_scripts.progress import Progress
from build_scripts.report import Refused
from build_scripts.site.compressed import compress
from build_scripts.site.page_facts import (
    KnownPage,
    PageFacts,
    facts_of_styles,
    facts_of_whole,
    known_page,
    remember_page,
    remembered_page,
)
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.release import Keeping, listing_of, new_release
from build_scripts.site.unchanged import INPUTS, SAID, BuildOrder, Counts, inputs
from build_scripts.site.verify import verify
from build_scripts.workers import mapped
from macros.addresses import file_at
from macros.facts.withdrawn import withdrawn
from macros.finding import Finding
from macros.guard.official import of_all
from macros.pages.page import Promise

_SEARCH = f"{search.FOLDER}/"
_PAPERS_OF_A_PROCESS = 4
_WITHDRAWN = "tillbakadraget"


class Seal(Protocol):
    """What is done with a finished site before anybody is shown it, where it is not only built but published."""

    def put(self, prepared: Prepared, out: ListedFolder) -> None:
        """Puts the last files beside those that are there."""

    def prove(self, folder: Path) -> None:
        """Raises `Refused` or `OSError` when what lies on the disk is not what was made."""


# Python ends by looking for circles in all that a build has made, which the system takes back anyway: a twentieth of a build.
atexit.register(gc.freeze)


def _refuse(faults: Sequence[Finding]) -> None:
    if faults:
        raise Refused(faults, len({fault.place.path for fault in faults}))


def release(
    order: BuildOrder,
    stamp: str | None = None,
    *,
    waiting: Callable[[], None] = lambda: None,
    progress: Progress | None = None,
    seal: Seal | None = None,
) -> Counts:
    """Lets the target show the site, and returns what it was built from.

    `stamp` is the digest of the inputs (`unchanged.inputs`) when the caller has taken it. Raises `Refused`, `BuildFailed`
    (MkDocs could not) or `WrongUse` (the target is no site); then nothing has changed.
    """
    progress = progress or Progress()
    keep_compiled_templates()
    with remembering(order.root) as memory, making_what_stays():
        before = project_facts(order.root)
        prepared = prepare(order.root, order.today, order.searchable, progress, printable=order.printable)
        if not prepared.may_be_built:
            raise Refused(prepared.findings, prepared.files)
        if order.reviewed:
            paths = [path for _, path in prepared.attachments]
            _refuse(stopped_attachments(order.root, prepared.archive, paths, memory))
        gone = withdrawn_in(prepared)
        keeping = Keeping(order.kept, lambda older: gone <= _listed_as_withdrawn(older))
        with new_release(order.target, waiting, keeping, order.as_folder) as folder:
            shell = build_shell(prepared.handover, memory, order.site_url)
            # Only now it is known what MkDocs reads. What has changed meanwhile is the next build's to see.
            stamp = stamp or inputs(order, memory)
            if project_facts(order.root) != before:
                stamp = None
            return _built(order, stamp, prepared, shell, folder, memory, progress, seal)


def withdrawn_in(prepared: Prepared) -> frozenset[str]:
    """What was withdrawn and what was hidden, a digest of each: lists are kept where others may read them."""
    hidden = (row.key for row in prepared.archive.released.addresses.all if row.is_hidden)
    return frozenset(digest(str(one)).hex() for one in (*withdrawn(prepared.archive), *hidden))


def _listed_as_withdrawn(release: Path) -> frozenset[str]:
    """What had been withdrawn when a release was made; nothing is known of one without a listing."""
    known = listing.read(listing_of(release))
    return frozenset(known.about.get(_WITHDRAWN, ())) if known else frozenset()


def _built(
    order: BuildOrder,
    stamp: str | None,
    prepared: Prepared,
    shell: Shell,
    folder: Path,
    memory: Memory,
    progress: Progress,
    seal: Seal | None,
) -> Counts:
    out = ListedFolder(folder, listing.read(listing_of(folder)))
    listing_of(folder).unlink(missing_ok=True)
    try:
        pages = write_site(prepared, shell, out, memory, progress)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        # What was a file before is a folder now, or the other way round.
        shutil.rmtree(folder)
        folder.mkdir()
        out = ListedFolder(folder, None)
        pages = write_site(prepared, shell, out, memory, progress)
    if prepared.printable:
        _put_papers(prepared, shell.site_url, out, _shown(order.target), progress)
    if prepared.searchable:
        _index(out, order.from_disk, progress)
    copies = compress(out) if order.compressed else frozenset[str]()
    if seal is not None:
        seal.put(prepared, out)
    counts = Counts(
        len(prepared.pages) + len(prepared.content),
        len(prepared.attachments),
        len(prepared.findings),
        len(prepared.fresh.addresses.all),
        out.written,
    )
    made = out.finished({INPUTS: stamp, SAID: counts.as_json(), _WITHDRAWN: sorted(withdrawn_in(prepared))})
    progress.begin("Granskar det färdiga")
    _refuse(verify(frozenset(made.files) - copies, pages, prepared.expected(shell.site_url)))
    _refuse(stops(folder, out.contents(), of_all(prepared.archive.bodies), memory, shell.without_seen_frames))
    listing.write(listing_of(folder), made)
    if seal is not None:
        seal.prove(folder)
    return counts


def write_site(
    prepared: Prepared, shell: Shell, out: ListedFolder, memory: Memory, progress: Progress
) -> dict[str, tuple[PageFacts, ...]]:
    """Writes everything but the papers and the search index; gives the facts of each page and style sheet, by name."""
    site_url = shell.site_url
    progress.begin("Gör sidor", len(prepared.pages))
    whole = {name: ExportedFile(partial(bytes, content)) for name, content in shell.files.items()}
    files = [*(whole | prepared.exported(site_url)).items()]
    facts: dict[str, tuple[PageFacts, ...]] = {}
    for filed, told in mapped(partial(_put_file, site_url, out), files):
        out.note(filed)
        if told is not None:
            facts[filed.name] = (told,)
    for address, path in prepared.attachments:
        out.copy(address, prepared.root / path)
    around = _facts_of_frames(prepared.pages, shell)
    known = [remembered_page(page, site_url, memory) for page in prepared.pages]
    pages = [*zip(prepared.pages, known, strict=True)]
    stamps = {folders: digest(frame.text, site_url) for folders, frame in shell.frames.items()}
    made = mapped(partial(_put_page, shell, stamps, out), pages, lambda put: progress.step())
    for (page, before), (filed, now) in zip(pages, made, strict=True):
        if before is None:
            remember_page(page, now, site_url, memory)
        out.note(filed)
        facts[filed.name] = (around[depth(page.address)], now.facts)
    return facts


def _facts_of_frames(pages: Sequence[Promise], shell: Shell) -> dict[int, PageFacts]:
    """By depth, each with the address of its first page: the frame says it, and it must lead to a page."""
    first = {depth(page.address): canonical(page.address, shell.site_url) for page in reversed(pages)}
    filled = {folders: shell.frames[folders].filled((str(escape(one)), "", "", "")) for folders, one in first.items()}
    return {folders: facts_of_whole(frame, shell.site_url) for folders, frame in filled.items()}


def _put_file(site_url: str, out: ListedFolder, one: tuple[str, ExportedFile]) -> tuple[PutFile, PageFacts | None]:
    """Writes a file beside the pages where what it is made from has changed; gives the facts of one that is no record page."""
    name, file = one
    if file.made_from is not None:
        return out.filed(name, _key(file.made_from(), site_url), file.content), None
    content = file.content()
    filed = out.filed(name, digest(content).hex(), partial(bytes, content))
    if name.endswith(".html"):
        return filed, facts_of_whole(content.decode("utf-8", "replace"), site_url)
    return filed, facts_of_styles(content.decode("utf-8", "replace")) if name.endswith(".css") else None


def _put_page(
    shell: Shell, stamps: Mapping[int, bytes], out: ListedFolder, one: tuple[Promise, KnownPage | None]
) -> tuple[PutFile, KnownPage]:
    """Makes and writes a page where what it is made from has changed, or its file is not there.

    `stamps` are the digests of the frames, by depth.
    """
    promise, known = one
    stands: Callable[[], tuple[str, str, str, str]] = partial(_slots, promise, shell.site_url)
    if known is None:
        made = stands()
        known, stands = known_page(made, shell.site_url), lambda: made
    folders = depth(promise.address)

    def content() -> bytes:
        return as_file(shell.frames[folders].filled(stands()))

    return out.filed(file_at(promise.address), digest(known.content, stamps[folders]).hex(), content), known


def _slots(promise: Promise, site_url: str) -> tuple[str, str, str, str]:
    return slots(promise.make(), site_url)


def _shown(target: Path) -> ListedFolder | None:
    """The release that is shown, if it is known what each of its files was made from."""
    release = target.resolve()
    known = listing.read(listing_of(release))
    return ListedFolder(release, known) if known else None


def _put_papers(
    prepared: Prepared, site_url: str, out: ListedFolder, shown: ListedFolder | None, progress: Progress
) -> None:
    """Makes the papers of which anything has changed since the release that is `shown`; the others are copied."""
    papers = [*prepared.papers(site_url).items()]
    progress.begin("Gör PDF-filer", len(papers))
    put = partial(_put_paper, site_url, out, shown)
    for filed in mapped(put, papers, lambda filed: progress.step(), least=_PAPERS_OF_A_PROCESS):
        out.note(filed)


def _put_paper(site_url: str, out: ListedFolder, shown: ListedFolder | None, one: tuple[str, ExportedFile]) -> PutFile:
    name, file = one
    assert file.made_from is not None
    key = _key(file.made_from(), site_url)
    is_shown = shown is not None and shown.holds(name, key)
    return out.filed(name, key, (shown.root / name).read_bytes if shown and is_shown else file.content)


def _key(made_from: object, site_url: str) -> str:
    """What tells whether a file beside the pages is as it was."""
    return digest(code_stamp(), site_url, repr(made_from)).hex()


def _index(out: ListedFolder, from_disk: bool, progress: Progress) -> None:
    """The search index, of which the parts are kept that are there and made of the same pages."""
    progress.begin("Bygger sökindexet")
    pages = {name: key for name, key in out.keys.items() if name.endswith(".html")}
    known = Known(pages, out.before(_SEARCH), code_stamp().hex())
    out.keys |= search.index(out.root, known, lambda part: progress.step())
    for name, source, content in search.scripts(out.root, [*out.keys]) if from_disk else ():
        out.put(name, out.keys[source], content)
