"""The proof that nothing was lost finds what is lost."""

from __future__ import annotations

from build_scripts.imports.telling import Account, without_place


def test_passage_with_a_word_that_is_nowhere() -> None:
    told = Account(left_out=[("Sidfot", ("Storgatan 1",))])
    passages = ["Nämnden beslutar.", "Storgatan 1", "Nämnden möts", "Nämnden beslutar."]
    assert without_place(passages, "nämnden BESLUTAR. nämnden beslutar", told) == ["Nämnden möts"]
    assert without_place(passages, "nämnden BESLUTAR. nämnden", told) == ["Nämnden beslutar.", "Nämnden möts"]
    assert without_place(passages, "nämnden BESLUTAR. nämnden beslutar, nämnden möts", told) == []


def test_nothing_is_printed_of_nothing() -> None:
    told = Account()
    told.leave_out("Kommentarer", ["", " "])
    assert list(told.printed(str)) == []
