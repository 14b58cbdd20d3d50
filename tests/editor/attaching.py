"""Attachments put in and read on the desk: what the tests of them send."""

from __future__ import annotations

from tests.editor.projects import HOST, ITEM, DeskPage, Visitor

HOME = "meetings/prov/2026-11-26"
WHERE = "organ=prov&sammantrade=2026-11-26"
CSV = b"gata;ar\nStorgatan;2027\n"


def send(
    user: Visitor, what: str, row: str = "", fil: str = ITEM, files: dict[str, bytes] | None = None, **said: str
) -> DeskPage:
    """Sends the form of a task with files."""
    given = [("filer", (name, content, "application/octet-stream")) for name, content in (files or {}).items()]
    answer = user.client.ask(
        "POST",
        f"/gor/{what}?{WHERE}&arende=cykelplan&fil={fil}" + (f"&rad={row}" if row else ""),
        data=said,
        files=given or [("inget", ("", b"", ""))],
        headers={"origin": HOST},
    )
    return DeskPage(user.client, answer)


def approve(user: Visitor, *names: str, **said: str) -> DeskPage:
    """Opens the page, and says that the attachments have been read."""
    return approve_shown(user, user.open(f"/granska?{WHERE}"), *names, **said)


def approve_shown(user: Visitor, shown: DeskPage, *names: str, **said: str) -> DeskPage:
    """Says that the attachments have been read, on the page of all that wait."""
    digests = [(name, value) for name, value in shown.fields if name.startswith("avtryck.")]
    answers = {"last": "ja", "av": "Nämndsekreteraren", "skal": "Inga personuppgifter."} | said
    picked = [("filer[]", f"{HOME}/bilagor/{name}") for name in names]
    return user.send(f"/granska?{WHERE}", [*digests, *picked, *answers.items()])
