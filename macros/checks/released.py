"""Rules of what has been released ("utgivet") and is there: its addresses, its bytes, its notices.

They are asked when all others have been: what an error of a file's own has changed is not told once more.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.addresses import CASES
from macros.checks.given import Given, Rule, folder_of, restoring
from macros.checks.lost_files import FilesThere, lost, withdrawing
from macros.facts.notices import Posted
from macros.finding import Finding, Place
from macros.record.archive import Archive
from macros.record.corrections import ChangeKind
from macros.record.delegation import WITHHELD_DECISION
from macros.record.diary import written_as
from macros.record.layout import ATTACHMENTS, BODY, MEMBERS
from macros.record.ledgers import ReleasedRow


def released_address_is_given(given: Given) -> Iterator[Finding]:
    """An address that has been released is given for ever: what gave it stays in the file that did.

    What is gathered of a body's files is missed only when none of them is in doubt.
    """
    there = FilesThere(given)
    for row in given.release.lost() if given.archive.bodies else ():
        gathered = row.about.endswith(f"/{BODY.file}")
        if (
            (row.about and row.about not in there.paths)
            or f"/{ATTACHMENTS}/" in row.about
            or given.is_in_doubt(row.about)
        ):
            continue
        if (gathered and given.is_unread(folder_of(row.about))) or given.is_up(row.key):
            continue
        remedy = _number_kept(row, given.archive, there) if row.key.startswith(CASES) else _still_there(row, given)
        yield lost(Place(row.about) if row.about else row.place, [row], remedy)


def _still_there(row: ReleasedRow, given: Given) -> str:
    """The file is there and gives the address no longer: something in it was changed."""
    if not row.about:
        return "lägg tillbaka det som gav sidan: adresser som har utgivits behålls för alltid."
    if f"/{MEMBERS.file.removesuffix('.md')}/" in row.key:
        path = f"{folder_of(row.about)}/{MEMBERS.file}"
        return f"återställ namnet i {path} ({restoring(given, path)}); heter någon något nytt: skriv det gamla i tidigare_namn."
    back = f"återställ det i {row.about} som gav sidan ({restoring(given, row.about)})."
    return back + withdrawing(row.about)


def _number_kept(row: ReleasedRow, archive: Archive, there: FilesThere) -> str:
    """A case's address goes when its number is corrected: the wrong one stays among the item's other numbers."""
    moved = there.fresh_file(row)
    of = next(_numbers(row.key, archive), None)
    where = f"i {moved}" if moved else "i ärendet som hade det"
    wrong = f"numret {of[1]}" if of else "det gamla numret"
    written = f"organ: {of[0]}, nummer: {of[1]}" if of else "organ: och nummer:"
    return (
        f"är diarienumret rättat: låt {wrong} stå kvar under andra_diarienummer {where} ({written}). "
        "Är ärendet eller en rad i en delegationslista borttagen: lägg tillbaka den; en rad som ska dras tillbaka "
        f"behåller datum och diarienummer, med beslut: {WITHHELD_DECISION}."
    )


def _numbers(address: str, archive: Archive) -> Iterator[tuple[str, str]]:
    """(body, number) whose case has the address, by the series of the body's diary."""
    slug = address.removeprefix(CASES).removesuffix("/")
    for body in archive.bodies:
        for series in body.header.diary_series:
            for part in (slug, slug.removeprefix(f"{body.id}-")):
                number = written_as(part, series)
                if number is not None and addresses.case(number, body.id) == address:
                    yield body.id, number


def released_file_keeps_its_bytes(given: Given) -> Iterator[Finding]:
    """The file of a released attachment stays as it is, byte for byte: another is a new file that replaces it ("ersätter")."""
    release = given.release
    for address, path in release.attachments.items():
        row = given.archive.released.addresses.latest.get(address)
        if row is not None and row.digest and row.digest != release.digests[path]:
            name = path.rpartition("/")[2]
            yield Place(path).error(
                "bilaga-ändrad",
                f"Bilagan /{address} är utgiven sedan {row.day}, men filen är inte längre densamma.",
                f"ta tillbaka filen ({restoring(given, path)}). Ska en annan visas: lägg in den med ett nytt namn, på en "
                f"egen rad under bilagor med ersätter: och titeln på {name}.",
            )


def released_notice_stays(given: Given) -> Iterator[Finding]:
    """A released notice stays as it was until its last day.

    A notice whose time is over is judged no more: its paragraphs are. Source: KL 8:12, 13:5.
    """
    now = {notice.address: notice for notice in given.facts.notices.all}
    for row in given.archive.released.notices.latest.values():
        path = given.released_from(row.key)
        if given.is_up(row.key) and not given.is_in_doubt(path):
            yield from _changed_notice(row, now.get(row.key), Place(path) if path in given.release.files else row.place)


def _changed_notice(row: ReleasedRow, notice: Posted | None, place: Place) -> Iterator[Finding]:
    if notice is None:
        yield place.error(
            "anslag-borttaget",
            f"Anslaget /{row.key} ska sitta uppe till och med {row.about}, men finns inte längre.",
            "lägg tillbaka anslaget som det var; tas det bort tidigare slutar tiden för överklagande att löpa "
            "(KL 8:12, 13:5).",
        )
    elif notice.digest != row.digest and not _is_withdrawn_in_part(notice, row):
        yield notice.document.error(
            "anslag-ändrat",
            notice.keys,
            f"Anslaget /{row.key} är uppsatt och ska sitta uppe till och med {row.about}, men säger nu något annat.",
            "återställ paragrafer, rubriker, dagar och plats; ett fel i anslaget rättas med en ny justering och ett nytt anslag.",
        )


def _is_withdrawn_in_part(notice: Posted, row: ReleasedRow) -> bool:
    """Whether a paragraph of it was withdrawn, so that its heading goes too, while its time runs on as it did."""
    changes = notice.meeting.minutes.header.changes if notice.meeting and notice.meeting.minutes else ()
    numbers = [one.number for one in notice.paragraphs]
    withdrawn = any(change.kind is ChangeKind.WITHDRAWN and any(map(change.is_of, numbers)) for change in changes)
    return withdrawn and str(notice.last_day.date) == row.about


def notice_goes_up_on_its_day(given: Given) -> Iterator[Finding]:
    """Where the site is the official board ("anslagstavla: officiell"), a notice is posted on the day that it is released.

    Elsewhere the day of posting is the official board's and may be earlier. Source: KL 13:5.
    """
    for notice in given.facts.notices.up:
        board = notice.body.header.notice_board
        known = notice.address in given.archive.released.notices.latest
        if not known and board is not None and board.official and notice.posted != given.today:
            yield notice.document.error(
                "anslag-utgivning",
                notice.keys,
                f"Anslaget säger {notice.posted} men sätts upp i dag, {given.today}; den här webbplatsen är den officiella "
                "anslagstavlan.",
                f"skriv anslaget: {given.today}.",
            )


RULES: tuple[Rule, ...] = (
    released_address_is_given,
    released_file_keeps_its_bytes,
    released_notice_stays,
    notice_goes_up_on_its_day,
)
