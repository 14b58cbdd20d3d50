"""Whether parts fit together: all there, each once, made by this program on the same day of the same record and settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.exports import search
from build_scripts.site.part import Part, frame_digests, record_digest, told_of
from build_scripts.site.shell import Built
from build_scripts.site.stamps import code_stamp
from build_scripts.site.unchanged import Wanted
from macros import addresses
from macros.record.reading import RECORD, read

_AGAIN = "Bygg den igen"
_TOPS = frozenset((addresses.CASES, addresses.NOTICE_BOARD, f"{search.FOLDER}/"))


class NotJoined(Exception):
    """Parts do not fit together; carries a sentence for each reason."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)


def faults(parts: Sequence[Part], wanted: Wanted) -> list[str]:
    """Why the parts cannot be joined as of the day, in sentences for the user; nothing when they can."""
    found = [*_given_twice(parts)]
    for part in parts:
        found += _of_part(part, wanted)
    return found or [*_unlike_or_missing(parts, wanted), *_taken_twice(parts)]


def other_settings(parts: Sequence[Part], built: Built) -> list[str]:
    """The parts that were built with another frame around their pages, or for another address."""
    frames = frame_digests(built)
    return [
        f"Delen {part.name} är byggd med andra inställningar eller mallar än de här (mkdocs.yml, site_overrides). {_AGAIN}."
        for part in parts
        if part.manifest.site_url != built.site_url or not part.manifest.frames.items() <= frames.items()
    ]


def _given_twice(parts: Sequence[Part]) -> Iterator[str]:
    first: dict[str, Part] = {}
    for part in parts:
        other = first.setdefault(part.name, part)
        if other is not part:
            yield f"Delen {part.name} är given två gånger: {other.folder} och {part.folder}."


def _of_part(part: Part, wanted: Wanted) -> Iterator[str]:
    told = part.manifest
    if told.program != code_stamp().hex():
        yield f"Delen {part.name} är byggd med en annan version av programmet än den här. {_AGAIN} med samma version."
    if told.day != wanted.today:
        yield (
            f"Delen {part.name} är byggd för {told.day}, men här är dagen {wanted.today}. "
            f"{_AGAIN}, eller ange --idag {told.day}."
        )
    if wanted.searchable and told.search is None:
        yield f"Delen {part.name} har inget sökindex. {_AGAIN} utan --utan-sok, eller foga med --utan-sok."
    bodies = [f"{body_id}/" for body_id, (municipality, _) in told.bodies.items() if municipality == part.name]
    foreign = [name for name in part.names() if not name.startswith((*bodies, *_TOPS))]
    foreign += [name for name in part.sources() if not name.startswith(tuple(f"{RECORD}/{body}" for body in bodies))]
    if foreign:
        yield f"Delen {part.name} har en fil som inte är kommunens: {foreign[0]}. {_AGAIN}."
    # What a part only says that it has would be made here, empty, or copied from and to wherever the name leads.
    named = {*(f"{address}index.html" for address, _ in told.pages), *told.attachments}
    if lacking := sorted(named - set(part.names())):
        yield f"Delen {part.name} säger sig ha en fil som inte finns i den: {lacking[0]}. {_AGAIN}."


def _unlike_or_missing(parts: Sequence[Part], wanted: Wanted) -> Iterator[str]:
    """All parts, and the record where the site is joined, know the same bodies, and every municipality has its part."""
    known: dict[str, tuple[tuple[str, str], str]] = {}
    there, _ = read(wanted.root, municipality="") if (wanted.root / RECORD).is_dir() else (None, [])
    sources = {f"delen {part.name}": part.manifest.bodies for part in parts}
    if there is not None and there.neighbours:
        sources = {f"mappen {RECORD}": {body.id: told_of(body) for body in there.neighbours}} | sources
    for source, bodies in sources.items():
        for body_id, told in bodies.items():
            before, first = known.setdefault(body_id, (told, source))
            if before != told:
                yield (
                    f"{RECORD}/{body_id}/organ.md är inte densamma i {first} och i {source}. "
                    "Bygg delarna av samma utgåva av arkivet."
                )
    for source, bodies in sources.items():
        for body_id in sorted(known.keys() - bodies.keys()):
            yield (
                f"Organet {body_id} finns i {known[body_id][1]} men inte i {source}. "
                "Bygg delarna av samma utgåva av arkivet."
            )
    given = {part.name for part in parts}
    for name in sorted({municipality for (municipality, _), _ in known.values()} - given):
        yield f"Delen {name} saknas. Bygg den med klubbat bygg --kommun {name} och ge den med de andra."
    for part in parts:
        if _is_stale(part, wanted):
            yield f"Delen {part.name} är inte byggd av det som nu finns i {RECORD}. {_AGAIN}."


def _is_stale(part: Part, wanted: Wanted) -> bool:
    """Whether the record here is another than the part was built of; a record of bodies' own files alone cannot tell."""
    own = [body_id for body_id, (municipality, _) in part.manifest.bodies.items() if municipality == part.name]
    folders = [wanted.root / RECORD / body_id for body_id in own]
    if not any(entry.name != "organ.md" for folder in folders if folder.is_dir() for entry in folder.iterdir()):
        return False
    return record_digest(wanted.root, own) != part.manifest.record


def _taken_twice(parts: Sequence[Part]) -> Iterator[str]:
    """No two parts have a file of the same name; cases could, if the numbers of two municipalities begin alike."""
    first: dict[str, Part] = {}
    for part in parts:
        for name in part.names():
            other = first.setdefault(name, part)
            if other is not part:
                yield f"{name} finns både i delen {other.name} och i delen {part.name}: rätta den enas diarienummer."
