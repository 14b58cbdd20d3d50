"""Tasks of approved minutes: what was decided or noted later stands beside a paragraph, or the paragraph is no longer shown."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.editor.answers import Asked
from build_scripts.editor.form.file_as_form import opened
from build_scripts.editor.header.changes import Put
from build_scripts.editor.stored import stored
from build_scripts.editor.tasks.edits import added, edited
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import meeting_at
from build_scripts.new.writing import Tree
from build_scripts.project import WrongUse
from macros.dates.written import listing
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.record.corrections import ChangeKind
from macros.record.minutes import Outcome


def _minuted(given: TaskInput) -> Minuted:
    found = given.facts.minutes.of_meeting(given.meeting)
    if found is None:
        raise WrongUse("sammanträdet har inget protokoll.")
    return found


def _approved(given: TaskInput) -> list[Decided]:
    return [one for one in _minuted(given).decided if one.is_approved]


def _refused(given: TaskInput) -> str:
    if given.meeting.minutes is None:
        return "Sammanträdet har inget protokoll."
    return "" if _approved(given) else "Ingen paragraf är justerad: rätta i protokollet."


def _which(given: TaskInput) -> Asked:
    known = _approved(given)
    words = tuple(str(one.number) for one in known)
    shown = tuple(f"§ {one.number} {_about(one)}" for one in known)
    return Asked("paragraf", "Paragraf", words=words, shown=shown, required=True)


def _about(decided: Decided) -> str:
    titles = listing([item.header.title or item.title for item in decided.items])
    return titles or decided.paragraph.point or decided.paragraph.title or ""


def _row(given: TaskInput) -> int:
    return [str(one.number) for one in _minuted(given).header.paragraphs].index(given.text("paragraf"))


def _written(given: TaskInput, row: int) -> dict[str, Tree]:
    """The paragraph as it is written."""
    tree: dict[str, Tree] = opened(stored(given.root, _minuted(given).document.path)).tree["paragrafer"][row]
    return tree


def _correct_questions(given: TaskInput) -> Sequence[Asked]:
    return (
        _which(given),
        Asked("text", "Vad som beslutades eller antecknades", required=True, long=True),
        Asked("datum", "Dag", required=True, day=True, value=given.today.isoformat()),
        Asked("beslutad_i", "Beslutad i", "Sammanträdets mapp och paragrafen, till exempel 2026-12-17/52; får saknas."),
    )


def _correct(given: TaskInput) -> RecordChange:
    row = _row(given)
    new: dict[str, Tree] = {"datum": given.day("datum").isoformat(), "text": given.text("text")}
    new |= {"beslutad_i": given.text("beslutad_i")} if given.text("beslutad_i") else {}
    known = _written(given, row).get("rättelser", [])
    assert isinstance(known, list)
    return _change(given, "Rättelse", Put(("paragrafer", row, "rättelser"), [*known, new]))


def _change(given: TaskInput, what: str, *puts: Put, withdrawn: Tree | None = None) -> RecordChange:
    meeting, path = given.meeting, _minuted(given).document.path
    more = added(given.root, path, "ändringar", [withdrawn]) if withdrawn is not None else []
    contents = {path: edited(given.root, path, *puts, *more)}
    message = f"{what}: {meeting.body_id} {meeting.id} § {given.text('paragraf')}"
    return change_of(contents, message, meeting_at(meeting.body_id, meeting.id))


_KEPT = ("nummer", "ärende", "punkt", "överklagande")


def _withdraw(given: TaskInput) -> RecordChange:
    row = _row(given)
    known = _written(given, row)
    left: dict[str, Tree] = {key: value for key, value in known.items() if key in _KEPT}
    left |= {"rubrik": "Visas inte"} if "rubrik" in known else {}
    left |= {"utfall": Outcome.WITHHELD.value}
    told: Tree = {
        "datum": given.day("datum").isoformat(),
        "ändring": ChangeKind.WITHDRAWN.value,
        "paragrafer": given.text("paragraf"),
        "skäl": given.text("skal"),
    }
    return _change(given, "Dra tillbaka en paragraf", Put(("paragrafer", row), left), withdrawn=told)


MINUTES_TASKS = {
    "rattelse": Task(
        "Rätta en justerad paragraf",
        "Det justerade står kvar, och rättelsen bredvid. Säger webbplatsen något annat än protokollet: rätta i protokollets "
        "formulär i stället, och säg det under Ändringar.",
        _correct_questions,
        _correct,
        _refused,
    ),
    "dra-tillbaka-paragraf": Task(
        "Dra tillbaka en paragraf",
        "Bara numret står kvar, med dagen och skälet. Ring först den som sköter webbplatsen.",
        lambda given: (
            _which(given),
            Asked("datum", "Dag", required=True, day=True, value=given.today.isoformat()),
            Asked("skal", "Skäl", "Så som läsaren ser det, utan uppgiften själv.", required=True),
        ),
        _withdraw,
        _refused,
    ),
}
