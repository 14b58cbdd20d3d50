"""Reading attachments: every page with what the guard asks there; those that were read are approved, many at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import RedirectResponse, Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.pages.asked_for import meeting_asked_for
from build_scripts.editor.pages.titles import item_title
from build_scripts.editor.pictures import page_count, picture
from build_scripts.editor.saving import GIT_ANSWERED, asks_author, committed, missing_author
from build_scripts.editor.stored import Unknown
from build_scripts.editor.tasks.notes import unreadable
from build_scripts.editor.templating import page, picture_at, review_at
from build_scripts.git import GitFailed
from build_scripts.guard import reviews
from build_scripts.guard.readers.by_ending import extract
from build_scripts.guard.sources import JudgedSources, judge_sources, recognise_sent
from build_scripts.new.changing import written
from macros.facts.documents import attached
from macros.finding import Finding, Level
from macros.guard.kinds import BY_ID, Severity
from macros.guard.official import official_of
from macros.record.archive import Archive, Meeting
from macros.record.layout import ATTACHMENTS, REVIEW_NOTES

READER = "Nämndsekreteraren"
REASON = "Inga personuppgifter och ingen sekretess."
DIGEST = "avtryck."
"""What the fields begin with that hold, by path, the SHA-256 of the files as they were when the page was opened."""


@dataclass(frozen=True)
class ReadPage:
    """A page of an attachment, or another place in it: its picture's address, what the guard says of it, and its text.

    The text is in parts, each with whether the guard asks about it.
    """

    where: str
    picture: str
    text: tuple[tuple[str, bool], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class UnreadAttachment:
    """An attachment that somebody has to read: path, title or name, SHA-256, what attaches it, and what stops it for good."""

    path: str
    name: str
    digest: str
    about: str
    stops: tuple[Finding, ...]


def show(editor: Editor, asked: Form, faults: Sequence[tuple[str, str]] = (), form: Form | None = None) -> Response:
    """One attachment with its pages, or all of a meeting that wait to be read."""
    archive = editor.saved().archive
    body, meeting = meeting_asked_for(archive, asked)
    waiting = _waiting(editor, archive, meeting)
    unchanged = {one.path for one in waiting if form and form.text(DIGEST + one.path) == one.digest}
    path = asked.path
    if path and path not in {file.path for file in meeting.files}:
        raise Unknown(path)
    return page(
        "granska.html",
        400 if faults else 200,
        body=body,
        meeting=meeting,
        path=path,
        name=next((one.name for one in waiting if one.path == path), path.rpartition("/")[2]),
        waiting=waiting,
        waits=path in {one.path for one in waiting},
        leaves=_leaves(editor, archive, path) if path else (),
        faults=faults,
        values={"av": READER, "skal": REASON} | dict(form.values if form else {}),
        picked=unchanged.intersection(form.rows.get("filer", ())) if form else (),
        digest_field=DIGEST,
        ask_author=asks_author(editor.root),
        back=review_at(body.id, meeting.id),
    )


def act(editor: Editor, asked: Form, form: Form) -> Response:
    """Writes that the attachments are read, and puts them into git with what attaches them."""
    archive = editor.saved().archive
    body, meeting = meeting_asked_for(archive, asked)
    picked = [asked.path] if asked.path else list(dict.fromkeys(form.rows.get("filer", ())))
    known = {one.path: one for one in _waiting(editor, archive, meeting)}
    faults = [(name, said) for name, said in _FAULTS if not form.text(name)]
    faults += missing_author(editor.root, form)
    if not picked:
        faults.append(("", "Välj de bilagor som du har läst."))
    if gone := [path for path in picked if path not in known]:
        faults.append(("", f"{gone[0].rpartition('/')[2]} väntar inte längre på att läsas. Öppna sidan på nytt."))
    faults += [
        ("", f"{known[path].name}: {known[path].stops[0].message}")
        for path in picked
        if path in known and known[path].stops
    ]
    if not faults:
        with editor.lock:
            faults = _approve(editor, picked, form)
    if faults:
        return show(editor, asked, faults, form)
    return RedirectResponse(review_at(body.id, meeting.id), 303)


_FAULTS = (
    ("last", "Bekräfta att du har läst alla sidor."),
    ("av", "Skriv vem som har läst: befattningen räcker."),
    ("skal", "Skriv varför de får visas."),
)


def _approve(editor: Editor, picked: list[str], form: Form) -> list[tuple[str, str]]:
    archive = editor.saved().archive
    judged = judge_sources(editor.root, archive, [editor.root / path for path in picked])
    # After the judging: what is judged here is then what was shown, and whatever comes later has notes of its own to get.
    changed = [path for path in picked if form.text(DIGEST + path) != _digest(editor.root / path)]
    if changed:
        return [("", f"{path.rpartition('/')[2]} har bytts sedan sidan öppnades. Läs den på nytt.") for path in changed]
    notes = f"{picked[0].rpartition('/')[0]}/{REVIEW_NOTES}"
    try:
        added = reviews.noted(editor.root, judged.open, form.text("av"), form.text("skal"), editor.today())
        take_back = written(editor.root, added)
    except ValueError:
        return [("", unreadable(notes))]
    using = sorted(
        {one.document.path for one in attached(archive) if _is_of(one.document.folder, one.attachment.file, picked)}
    )
    try:
        committed(editor, archive, [notes, *using], f"Läst: {', '.join(path.rpartition('/')[2] for path in picked)}")
    except GitFailed as failed:
        take_back()
        return [("", f"{GIT_ANSWERED} {failed}")]
    return []


def _is_of(folder: str, file: str | None, picked: Sequence[str]) -> bool:
    home = "/".join(folder.split("/")[:3])
    return f"{home}/{ATTACHMENTS}/{file}" in picked


def image(editor: Editor, asked: Form) -> Response:
    """The picture of a page."""
    _, meeting = meeting_asked_for(editor.saved().archive, asked)
    if asked.path not in {file.path for file in meeting.files}:
        raise Unknown(asked.path)
    number = asked.text("sida")
    content = (editor.root / asked.path).read_bytes()

    def asked_about(text: str) -> list[str]:
        return [part for part, is_marked in _parts(editor, asked.path, text) if is_marked]

    drawn = picture(content, int(number), asked_about) if re.fullmatch(r"\d{1,4}", number, re.ASCII) else None
    if drawn is None:
        raise Unknown(asked.path)
    return Response(drawn, media_type="image/png")


def _waiting(editor: Editor, archive: Archive, meeting: Meeting) -> list[UnreadAttachment]:
    about = {item.document.path: f"{item.number} {item_title(item)}" for item in meeting.items}
    about[meeting.document.path] = "Kallelsen"
    if meeting.minutes is not None:
        about[meeting.minutes.path] = "Protokollet"
    used = [one for one in attached(archive) if (one.body_id, one.meeting_id) == (meeting.body_id, meeting.id)]
    titles = {one.attachment.file: one.attachment.title for one in used}
    users = {one.attachment.file: about.get(one.document.path, "Delegationslistan") for one in used}
    unread = editor.unreviewed(meeting)
    return [
        UnreadAttachment(
            file.path,
            titles.get(file.name) or file.name,
            _digest(editor.root / file.path),
            users.get(file.name, ""),
            _stops(_judged(editor, archive, file.path)),
        )
        for file in meeting.files
        if file.path in unread
    ]


def _digest(file: Path) -> str:
    """The SHA-256 of the file's bytes; of no file, none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _judged(editor: Editor, archive: Archive, path: str) -> JudgedSources:
    return judge_sources(editor.root, archive, [editor.root / path])


def _stops(judged: JudgedSources) -> tuple[Finding, ...]:
    """What nobody can approve."""
    errors = (found for found in judged.findings if found.level is Level.ERROR)
    return tuple(found for found in errors if found.rule not in BY_ID or BY_ID[found.rule].severity is Severity.STOP)


def _leaves(editor: Editor, archive: Archive, path: str) -> list[ReadPage]:
    content = (editor.root / path).read_bytes()
    judged = _judged(editor, archive, path).findings
    body_id, meeting_id = path.split("/")[1:3]
    texts = {piece.where: piece.text for piece in extract(path, content).pieces}
    leaves = []
    for number in range(1, page_count(content) + 1 if path.endswith(".pdf") else 1):
        where = f"sida {number}"
        leaves.append(
            ReadPage(
                where,
                picture_at(body_id, meeting_id, path, number),
                _parts(editor, path, texts.pop(where, "")),
                _at(judged, where),
            )
        )
    leaves += [ReadPage(where, "", _parts(editor, path, text), _at(judged, where)) for where, text in texts.items()]
    return leaves


def _parts(editor: Editor, path: str, text: str) -> tuple[tuple[str, bool], ...]:
    """The text in parts, with whether the guard asks about each."""
    body = editor.saved().archive.body_by_id[path.split("/")[1]]
    parts, at = [], 0
    for hit in sorted(recognise_sent(text, official_of(body)), key=lambda hit: hit.start):
        if hit.start >= at:
            parts += [(text[at : hit.start], False), (text[hit.start : hit.end], True)]
            at = hit.end
    return tuple(part for part in (*parts, (text[at:], False)) if part[0])


def _at(findings: Sequence[Finding], where: str) -> tuple[Finding, ...]:
    return tuple(found for found in findings if re.search(rf"[(,] ?{re.escape(where)}[,)]", found.message))
