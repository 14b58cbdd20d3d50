"""From record to shown site: prepare, build beside the old one, verify the whole, switch."""

from __future__ import annotations

import atexit
import gc
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from markupsafe import escape

from build_scripts.exports import search
from build_scripts.exports.exported_file import canonical
from build_scripts.exports.search_parts import Known
from build_scripts.guard.release import stops
from build_scripts.guard.sources import stopped_attachments
from build_scripts.kept import listing
from build_scripts.kept.collecting import without_collecting
from build_scripts.kept.compiled import keep_compiled_templates
from build_scripts.kept.listing import ListedFolder
from build_scripts.kept.memory import Memory, remembering
from build_scripts.kept.stamps import code_stamp, digest, project_facts
from build_scripts.mkdocs_adapter.handover import Shell, as_file, depth, slots
from build_scripts.mkdocs_adapter.shell import build_shell
from build_scripts.progress import Progress
from build_scripts.report import Refused
from build_scripts.site.compressed import compress
from build_scripts.site.page_facts import KnownPage, PageFacts, facts_of_styles, facts_of_whole, known_pages
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.release import Keeping, listing_of, new_release
from build_scripts.site.unchanged import INPUTS, SAID, BuildOrder, Counts, inputs
from build_scripts.site.verify import verify
from macros.facts.withdrawn import withdrawn
from macros.finding import Finding
from macros.guard.official import of_all

_SEARCH = f"{search.FOLDER}/"
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
    with remembering(order.root) as memory, without_collecting():
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
    _refuse(stops(folder, out.contents(), of_all(prepared.archive.bodies), memory, shell.without_seen_frames()))
    listing.write(listing_of(folder), made)
    if seal is not None:
        seal.prove(folder)
    return counts


def write_site(
    prepared: Prepared, shell: Shell, out: ListedFolder, memory: Memory, progress: Progress
) -> dict[str, tuple[PageFacts, ...]]:
    """Writes everything but the papers and the search index; gives the facts of each page and style sheet, by name."""
    progress.begin("Gör sidor", len(prepared.pages))
    facts: dict[str, tuple[PageFacts, ...]] = {}
    always = _put_exported(prepared, shell.site_url, out)
    for name, content in {**shell.files, **always}.items():
        out.put(name, digest(content).hex(), partial(bytes, content))
        if name.endswith(".html"):
            facts[name] = (facts_of_whole(content.decode("utf-8", "replace"), shell.site_url),)
        elif name.endswith(".css"):
            facts[name] = (facts_of_styles(content.decode("utf-8", "replace")),)
    for address, path in prepared.attachments:
        out.copy(address, prepared.root / path)
    stamps = {folders: digest(frame.text, shell.site_url) for folders, frame in shell.frames.items()}
    frames: dict[int, PageFacts] = {}
    for page in known_pages(prepared.pages, shell.site_url, memory):
        folders = depth(page.address)
        if folders not in frames:
            # With the address of one page: the frame says it, and it must lead to a page.
            empty = (str(escape(canonical(page.address, shell.site_url))), "", "", "")
            frames[folders] = facts_of_whole(shell.frames[folders].filled(empty), shell.site_url)
        out.put(page.file, digest(page.content, stamps[folders]).hex(), partial(_filled, page, shell))
        facts[page.file] = (frames[folders], page.facts)
        progress.step()
    return facts


def _put_exported(prepared: Prepared, site_url: str, out: ListedFolder) -> dict[str, bytes]:
    """Writes the files beside the pages that tell what they are made from, where that has changed; gives the others."""
    always: dict[str, bytes] = {}
    for name, file in prepared.exported(site_url).items():
        if file.made_from is None:
            always[name] = file.content()
        else:
            out.put(name, _key(file.made_from(), site_url), file.content)
    return always


def _shown(target: Path) -> ListedFolder | None:
    """The release that is shown, if it is known what each of its files was made from."""
    release = target.resolve()
    known = listing.read(listing_of(release))
    return ListedFolder(release, known) if known else None


def _put_papers(
    prepared: Prepared, site_url: str, out: ListedFolder, shown: ListedFolder | None, progress: Progress
) -> None:
    """Makes the papers of which anything has changed since the release that is `shown`; the others are copied."""
    papers = prepared.papers(site_url)
    progress.begin("Gör PDF-filer", len(papers))
    for name, file in papers.items():
        assert file.made_from is not None
        key = _key(file.made_from(), site_url)
        is_shown = shown is not None and shown.holds(name, key)
        out.put(name, key, (shown.root / name).read_bytes if shown and is_shown else file.content)
        progress.step()


def _key(made_from: object, site_url: str) -> str:
    """What tells whether a file beside the pages is as it was."""
    return digest(code_stamp(), site_url, repr(made_from)).hex()


def _filled(page: KnownPage, shell: Shell) -> bytes:
    return as_file(shell.frames[depth(page.address)].filled(slots(page.page(), shell.site_url)))


def _index(out: ListedFolder, from_disk: bool, progress: Progress) -> None:
    """The search index, of which the parts are kept that are there and made of the same pages."""
    progress.begin("Bygger sökindexet")
    pages = {name: key for name, key in out.keys.items() if name.endswith(".html")}
    known = Known(pages, out.before(_SEARCH), code_stamp().hex())
    out.keys |= search.index(out.root, known, lambda part: progress.begin(f"Bygger sökindexet, {part}"))
    for name, source, content in search.scripts(out.root, [*out.keys]) if from_disk else ():
        out.put(name, out.keys[source], content)
