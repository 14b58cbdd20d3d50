"""What stays out of git until somebody has read it, and comes whole when it has been read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editor.attaching import CSV
from tests.editor.projects import HOST, DeskPage, Visitor, git, project, visitor
from tests.editor.test_belonging import clone_is_whole
from tests.editor.test_tasks import CALL, LATER, MATTER, do
from tests.site.projects import write

DRAFT = "---\nrubrik: Kaj\nslag: information\n{}publiceras: nej\nskäl: oläst\n---\n\nText.\n"
ATTACHED = "bilagor:\n  - titel: Plan\n    fil: plan.csv\n"
WHERE = "organ=prov&sammantrade=2026-12-17"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A meeting that is planned, with two items."""
    return project(
        tmp_path / "arkiv",
        files={
            f"{LATER}/kallelse.md": CALL.format("2026-12-17"),
            f"{LATER}/01-bro.md": MATTER.format("Bro"),
            f"{LATER}/02-tunnel.md": MATTER.format("Tunnel"),
        },
    )


def imported(root: Path) -> None:
    """An item with a document and an attachment, as an import leaves them: on the disk only."""
    write(root, f"{LATER}/bilagor/plan.csv", CSV.decode())
    write(root, f"{LATER}/03-kaj.md", DRAFT.format(ATTACHED))
    write(root, f"{LATER}/handlingar/kaj/forslag.md", "---\ntitel: Förslag\n---\n\nText.\n")


def approve(user: Visitor, *names: str) -> DeskPage:
    """Opens the page, and says that the attachments have been read."""
    shown = user.open(f"/granska?{WHERE}").fields
    digests = [(name, value) for name, value in shown if name.startswith("avtryck.")]
    picked = [("filer[]", f"{LATER}/bilagor/{name}") for name in names]
    answers = {"last": "ja", "av": "Nämndsekreteraren", "skal": "Inga personuppgifter."}
    return user.send(f"/granska?{WHERE}", [*digests, *picked, *answers.items()])


def attach(user: Visitor, slug: str, name: str) -> None:
    """Puts an attachment in; it waits to be read."""
    user.client.ask(
        "POST",
        f"/gor/bilaga?{WHERE}&arende={slug}&fil={LATER}/{name}",
        files=[("filer", ("plan.csv", CSV, "application/octet-stream"))],
        headers={"origin": HOST},
    )


def committed(root: Path) -> set[str]:
    """What git has of the meeting."""
    return set(git(root, "ls-files", "--", LATER).replace(f"{LATER}/", "").split())


def test_what_is_imported_is_not_committed_before_somebody_has_read_it(two: Path) -> None:
    imported(two)
    user = visitor(two)
    assert "Alla bilagor till sammanträdet är lästa." in approve(user, "plan.csv").text
    do(user, "numrera", "tunnel", till="3")
    do(user, "ta-bort", "bro")
    user.edit(f"{LATER}/01-kaj.md").press("spara", f"{LATER}/01-kaj.md", h__rubrik="Kajen")
    assert not [path for path in committed(two) if "kaj" in path], git(two, "log", "--stat")
    assert "Kajen" in (two / f"{LATER}/01-kaj.md").read_text("utf-8")
    assert clone_is_whole(two)
    do(user, "last", "kaj")
    assert {"01-kaj.md", "handlingar/kaj/forslag.md", "bilagor/plan.csv"} <= committed(two)
    assert git(two, "status", "--short") == ""
    assert clone_is_whole(two)


def test_an_unread_item_that_git_has_already_keeps_its_place_there(tmp_path: Path) -> None:
    files = {f"{LATER}/01-kaj.md": DRAFT.format(""), f"{LATER}/02-bro.md": MATTER.format("Bro")}
    root = project(tmp_path / "arkiv", files={f"{LATER}/kallelse.md": CALL.format("2026-12-17")} | files)
    do(visitor(root), "numrera", "bro", till="1")
    assert committed(root) == {"kallelse.md", "01-bro.md", "02-kaj.md"}
    assert clone_is_whole(root)


def test_a_change_that_waited_is_committed_whole_when_the_attachment_is_read(two: Path) -> None:
    user = visitor(two)
    attach(user, "bro", "01-bro.md")
    assert "inte infört i historiken" in do(user, "numrera", "bro", till="2").text
    assert "Alla bilagor till sammanträdet är lästa." in approve(user, "plan.csv").text
    assert {"01-tunnel.md", "02-bro.md"} <= committed(two)
    assert git(two, "status", "--short") == ""
    assert clone_is_whole(two)


def test_what_was_taken_away_before_an_item_that_waits_goes_with_it(two: Path) -> None:
    user = visitor(two)
    attach(user, "tunnel", "02-tunnel.md")
    do(user, "ta-bort", "bro")
    approve(user, "plan.csv")
    assert "01-tunnel.md" in committed(two)
    assert git(two, "status", "--short") == ""
    assert clone_is_whole(two)


def test_an_item_that_waits_brings_what_it_was_taken_up_as(two: Path) -> None:
    later = "meetings/prov/2026-12-18"
    write(two, f"{later}/kallelse.md", CALL.format("2026-12-18"))
    user = visitor(two)
    do(user, "kallad", dag="2026-11-22")
    attach(user, "bro", "01-bro.md")
    do(user, "utgar", "bro", datum="2026-11-22", skal="Mer behövs", till="2026-12-18")
    approve(user, "plan.csv")
    assert (two / f"{later}/01-bro.md").exists()
    assert git(two, "status", "--short") == ""
    assert clone_is_whole(two)


def test_what_does_not_touch_a_change_that_waits_is_committed_at_once(two: Path) -> None:
    user = visitor(two)
    attach(user, "bro", "01-bro.md")
    user.edit(f"{LATER}/02-tunnel.md").press("spara", f"{LATER}/02-tunnel.md", h__rubrik="Tunneln")
    assert git(two, "status", "--short", "--", f"{LATER}/02-tunnel.md") == ""
    assert git(two, "status", "--short", "--", f"{LATER}/01-bro.md") != ""
