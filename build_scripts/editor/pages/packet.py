"""A packet from the browser: its split is shown and put right, and then its files are made, for somebody to read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from starlette.responses import RedirectResponse, Response

from build_scripts.editor.desk_words import desk_sentence, in_desk_words
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.own_folder import HOME, hide_home
from build_scripts.editor.pictures import picture
from build_scripts.editor.stored import Unknown
from build_scripts.editor.templating import EDIT, answer, at, meeting_at, packet_at, page, review_at
from build_scripts.imports.offices import nobody
from build_scripts.imports.packet import Packet, opened
from build_scripts.imports.packet_import import PacketOrder, drafted, split_of
from build_scripts.imports.packet_talk import taken
from build_scripts.imports.people import Handling, hidden, named_in
from build_scripts.imports.portions import PortionKind, Split
from build_scripts.imports.received import NotImported
from build_scripts.new.changing import written
from build_scripts.new.new_files import contents_of
from build_scripts.project import WrongUse, given_day
from macros.dates.written import capital
from macros.finding import Level
from macros.guard.official import official_of
from macros.record.archive import Body
from macros.record.layout import kind_of

RECEIVED = f"{HOME}/inkommet"
_NAME = re.compile(r"[0-9a-f]{64}\.(?:pdf|docx)")
_GONE = "Paketet är redan importerat, och kopian av det är då borttagen. Ska något mer med väljer du filen på nytt."
KINDS = tuple(kind.value for kind in PortionKind if kind is not PortionKind.CALL)

Faults = Sequence[tuple[str, str]]

_opened = lru_cache(maxsize=1)(opened)
"""The packet that was opened last stays so until its files are made: its pages take seconds to read, and every step asks."""


def ask(editor: Editor, asked: Form, faults: Faults = ()) -> Response:
    """The page that asks for the packet and its meeting."""
    return page(
        "paket.html",
        400 if faults else 200,
        body=_body(editor, asked),
        day=asked.text("sammantrade"),
        faults=faults,
    )


def receive(editor: Editor, asked: Form, form: Form) -> Response:
    """Keeps the packet outside of the record and of git, and goes on to its split."""
    body, sent = _body(editor, asked), form.files.get("paket", ())
    meeting = form.text("datum") or asked.text("sammantrade")
    try:
        if not sent:
            raise WrongUse("välj filen med paketet.")
        ending = Path(sent[0].name).suffix.lower()
        if ending not in (".pdf", ".docx"):
            raise WrongUse(f"{sent[0].name} är varken PDF eller Word (.docx).")
        if meeting not in body.meeting_by_id:
            given_day(meeting)
        _opened(sent[0].content, ending)
    except (WrongUse, NotImported) as wrong:
        return ask(editor, asked, (("", desk_sentence(str(wrong))),))
    name = f"{hashlib.sha256(sent[0].content).hexdigest()}{ending}"
    hide_home(editor.root)
    written(editor.root, {f"{RECEIVED}/{name}": sent[0].content})
    return RedirectResponse(packet_at(body.id, meeting, name), 303)


def split(editor: Editor, asked: Form, form: Form, faults: Faults = ()) -> Response:
    """The proposed split, with what was said of it."""
    if not _is_kept(editor, asked):
        return ask(editor, asked, (("", _GONE),))
    body, packet = _body(editor, asked), _packet(editor, asked)
    said, wrong = _said(form), list(faults)
    try:
        corrections = taken(said, len(packet.leaves))
    except WrongUse as why:
        wrong.append(("", desk_sentence(str(why))))
        corrections, said = taken((), len(packet.leaves)), []
    archive = editor.saved().archive
    official = official_of(body)
    return page(
        "delning.html",
        400 if wrong else 200,
        body=body,
        day=asked.text("sammantrade"),
        packet=asked.text("paket"),
        count=len(packet.leaves),
        parts=split_of(packet, archive, body, corrections).parts,
        mask=lambda text: hidden(text, named_in(text, official.names), official),
        kinds=KINDS,
        said=said,
        faults=wrong,
    )


def act(editor: Editor, asked: Form, form: Form) -> Response:
    """Shows the split again with what was said, or makes the files."""
    if form.button != "skriv" or not _is_kept(editor, asked):
        return split(editor, asked, form)
    body, packet = _body(editor, asked), _packet(editor, asked)
    try:
        with editor.lock:
            return _made(editor, asked, body, packet, _said(form))
    except (WrongUse, NotImported) as wrong:
        return split(editor, asked, form, (("", desk_sentence(str(wrong))),))


def _made(editor: Editor, asked: Form, body: Body, packet: Packet, said: list[str]) -> Response:
    saved = editor.saved()
    corrections = taken(said, len(packet.leaves))
    found: Split = split_of(packet, saved.archive, body, corrections)
    named = asked.text("sammantrade")
    meeting = body.meeting_by_id.get(named)
    day = meeting.date if meeting else given_day(named)
    order = PacketOrder(editor.root, saved.archive, body, meeting, day, said, confirmed=True, answer=None)
    handling = Handling({}, keep=False, official=official_of(body))
    draft, told = drafted(order, packet, found, handling, nobody, corrections.units)

    def mask(text: str) -> str:
        return in_desk_words(hidden(text, named_in(text, handling.official.names), handling.official))

    if not draft.paths:
        why = draft.left_out or ("allt i paketet finns redan.",)
        raise WrongUse("\n".join(("inget skrevs.", *(capital(mask(one)) for one in why))))
    take_back = written(editor.root, contents_of(editor.root, draft))
    after = editor.saved()
    new = [one for one in after.findings if one.level is Level.ERROR and one.fault not in saved.errors]
    if new:
        take_back()
        raise WrongUse(f"inget skrevs, för arkivet skulle få fel. {new[0].message} Gör så här: {new[0].remedy}")
    (editor.root / _packet_file(editor, asked)).unlink()
    _opened.cache_clear()
    home = draft.paths[0].split("/")[2]
    lines = [mask(" ".join((what, *map(str.strip, lines)))) for what, lines in told]
    lines += [mask(f"Kom inte med: {one}") for one in draft.left_out]
    links = [("Sammanträdet", meeting_at(body.id, home)), ("Bilagor att läsa", review_at(body.id, home))]
    links += [(f"Läs {path.partition('/')[2]}", at(EDIT, path)) for path in draft.paths if kind_of(path)]
    sentence = (
        "Filerna är skrivna på den här datorn och inte införda i historiken. Läs varje ärende bredvid paketet, och säg sedan "
        "Jag har läst ärendet: då förs det in."
    )
    return answer("Paketet är importerat", sentence, lines=lines, links=links)


def image(editor: Editor, asked: Form) -> Response:
    """The picture of a page of the packet."""
    number = asked.text("sida")
    content = (editor.root / _packet_file(editor, asked)).read_bytes()
    drawn = picture(content, int(number)) if re.fullmatch(r"\d{1,4}", number, re.ASCII) else None
    if drawn is None:
        raise Unknown(number)
    return Response(drawn, media_type="image/png")


def _said(form: Form) -> list[str]:
    """What the form says of the split, in the sentences that the command takes."""
    said = list(form.rows.get("sagt", ()))
    for first in form.rows.get("delar", ()):
        if form.text(f"hor-{first}"):
            said.append(f"{first} fortsätter")
        elif kind := form.text(f"slag-{first}"):
            said.append(f"{first} {kind} {form.text(f'arende-{first}')}".strip())
    said += [f"{page} börjar" for page in re.findall(r"\d+", form.text("borjar"))]
    return list(dict.fromkeys(said))


def _body(editor: Editor, asked: Form) -> Body:
    body = editor.saved().archive.body(asked.text("organ"))
    if body is None:
        raise Unknown(asked.text("organ"))
    return body


def _is_kept(editor: Editor, asked: Form) -> bool:
    """Whether the packet is still there: it is thrown away when its files are made, since it may tell of persons."""
    name = asked.text("paket")
    if not _NAME.fullmatch(name):
        raise Unknown(name)
    return (editor.root / RECEIVED / name).is_file()


def _packet_file(editor: Editor, asked: Form) -> str:
    if not _is_kept(editor, asked):
        raise Unknown(asked.text("paket"))
    return f"{RECEIVED}/{asked.text('paket')}"


def _packet(editor: Editor, asked: Form) -> Packet:
    file = _packet_file(editor, asked)
    try:
        return _opened((editor.root / file).read_bytes(), Path(file).suffix)
    except NotImported as wrong:
        raise WrongUse(f"{desk_sentence(str(wrong))} Lämna in paketet på nytt.") from None
