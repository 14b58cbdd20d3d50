"""The letters about a meeting ("utskick"): looked at here, and taken as files that any mail program opens. Nothing is sent."""

from __future__ import annotations

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.pages.asked_for import meeting_asked_for
from build_scripts.editor.stored import Unknown
from build_scripts.editor.templating import LETTER, answer, page
from build_scripts.letters.draft import Draft
from build_scripts.letters.of_meeting import all_letters
from build_scripts.letters.putting import folder_of
from build_scripts.letters.recipients import FILE, Recipients, read
from build_scripts.project import site_url
from build_scripts.site.prepared import prepare
from macros.record.archive import Meeting
from macros.record.media import media_type


def show(editor: Editor, asked: Form) -> Response:
    """Each letter with its subject, how many get it and what it says."""
    body, meeting = meeting_asked_for(editor.saved().archive, asked)
    drafts, has_table = _drafts(editor, meeting)
    if drafts is None:
        return answer("Breven kan inte göras", "Arkivet har fel. Rätta dem först; de står under Kontroll.", 422)
    return page(
        "brev.html",
        body=body,
        meeting=meeting,
        drafts=drafts,
        has_table=has_table,
        table=FILE,
        address=lambda name: f"{LETTER}/{name}?organ={body.id}&sammantrade={meeting.id}",
    )


def take(editor: Editor, asked: Form) -> Response:
    """One letter, or what is attached to it, as a file; it is put in the folder of letters too, which git does not see."""
    _, meeting = meeting_asked_for(editor.saved().archive, asked)
    drafts, _ = _drafts(editor, meeting)
    files = dict(file for draft in drafts or () for file in draft.files())
    name = asked.text("namn")
    if name not in files:
        raise Unknown(name)
    folder = folder_of(editor.root, meeting)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(files[name])
    # A letter itself is nothing that readers get.
    kind = media_type(name) or "message/rfc822"
    return Response(files[name], media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _drafts(editor: Editor, meeting: Meeting) -> tuple[list[Draft] | None, bool]:
    """The letters, None where the record has errors; and whether there is a table of who gets them."""
    prepared = prepare(editor.root, editor.today(), searchable=False, printable=True)
    if not prepared.may_be_built:
        return None, True
    recipients, address = read(editor.root, None), site_url(editor.root)
    known = recipients or Recipients()
    pages = {one.address: one for one in prepared.pages}
    found = prepared.archive.meeting(meeting.body_id, meeting.id) or meeting
    papers = prepared.papers(address)
    return [*all_letters(prepared.facts, found, address, known, papers, pages)], recipients is not None
