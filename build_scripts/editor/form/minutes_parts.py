"""Minutes are worked in a part at a time: attendance, one paragraph, the approvals, the rest; the others are carried hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.editor.form.fields import Pairs, Rows, Shape
from build_scripts.editor.form.state import ROOT, FormRow, FormState, inside
from build_scripts.editor.form.windows import BODY

PART = "del"
"""The field that says which part is shown, and the button that shows another: its name, or that of a field in it."""

PARAGRAPHS = f"{ROOT}.paragrafer"
ATTENDANCE = f"{ROOT}.närvarande"
REST = f"{ROOT}.anmärkning"

_ATTENDANCE = ("närvarande", "tid", "sekreterare", "ajourneringar")


@dataclass(frozen=True)
class FormPart:
    """A part of the form: its id (the name of a field in it), what it is called, and the keys of the whole form in it."""

    id: str
    title: str
    keys: tuple[str, ...] = ()

    @property
    def row(self) -> str:
        """The row id of the paragraph that the part is; none for another part."""
        home, _, id = self.id.rpartition(".")
        return id if home == PARAGRAPHS else ""

    def holds(self, name: str) -> bool:
        """Whether a field of this name stands in the part."""
        if name == self.id or name.startswith((f"{self.id}.", f"{self.id}-", f"{self.id} ")):
            return True
        return name.removeprefix(f"{ROOT}.").partition(".")[0] in self.keys or (name == BODY and BODY in self.keys)


def parts_of(kind: str, state: FormState, titles: Mapping[str, str]) -> tuple[FormPart, ...]:
    """The parts of minutes, with items by their titles; none of another file, which is shown whole."""
    if kind != "protokoll" or not isinstance(state, dict):
        return ()
    rows = state["paragrafer"]
    assert isinstance(rows, list)
    known = (*_ATTENDANCE, "paragrafer", "justeringar")
    return (
        FormPart(ATTENDANCE, "Närvaro", _ATTENDANCE),
        *(FormPart(f"{PARAGRAPHS}.{row.id(n)}", _titled(row, titles)) for n, row in enumerate(rows)),
        FormPart(f"{ROOT}.justeringar", "Justering och anslag", ("justeringar",)),
        FormPart(REST, "Övrigt", (*(key for key in state if key not in known), BODY)),
    )


def _titled(row: FormRow, titles: Mapping[str, str]) -> str:
    """ "§ 49 Internbudget 2027"."""
    assert isinstance(row.value, dict)
    told = [str(row.value[key]) for key in ("rubrik", "punkt")]
    told += [titles.get(slug, slug) for slug in str(row.value["ärende"]).split("\n")]
    title = next((one for one in told if one), "")
    return f"§ {row.value['nummer']} {title}".strip() if row.value["nummer"] or title else "Ny paragraf"


def shown_part(parts: Sequence[FormPart], name: str) -> FormPart | None:
    """The part that holds the field; the first one where none does."""
    return next((part for part in parts if part.holds(name)), parts[0] if parts else None)


def carried(shape: Shape, state: FormState, part: FormPart, name: str = ROOT) -> Iterator[tuple[str, str]]:
    """What the browser carries of the fields that it does not show, and of every list that is not shown its row ids."""
    if isinstance(shape, Rows | Pairs) and isinstance(state, list):
        yield from ((f"{name}[]", row.id(n)) for n, row in enumerate(state))
    for one in inside(shape, state):
        own = f"{name}.{one.id}"
        if not (part.holds(own) and own != PARAGRAPHS):
            yield from carried(one.shape, one.state, part, own)
    if isinstance(state, str) and state:
        yield name, state


def after_saving(part: str, ids: Sequence[str]) -> str:
    """The part as it is called when the file has been saved: its paragraph's number in the list is then its row."""
    home, _, id = part.rpartition(".")
    return f"{home}.{ids.index(id)}" if home == PARAGRAPHS and id in ids else part
