"""Makes the files of a draft: never over what is there, and only when the record is sound with them."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_scripts.desk.draft import Draft, NewFile, NewValue
from build_scripts.project import WrongUse, load
from macros.checks import judge
from macros.finding import Finding, Level, as_text
from macros.record.walking import cause

WIDTH = 80


def make(root: Path, draft: Draft, today: dt.date) -> int:
    """Writes the draft, checks the record with it, and tells what was made: 0, or 1 when something was left out.

    Where the checks find an error that was not there before, everything is taken back and the error is told.
    """
    taken = [file.path for file in draft.files if (root / file.path).exists()]
    if taken:
        raise WrongUse(f"{taken[0]} finns redan och skrivs aldrig över. Ändra i filen, eller flytta undan den först.")
    texts = {value.document.path: _replaced(root, value) for value in draft.values}
    known = {_key(fault) for fault in _faults(root, today)}
    made = _written(root, draft.files)
    before = {path: (root / path).read_bytes() for path in texts}
    for path, text in texts.items():
        (root / path).write_text(text, encoding="utf-8", newline="")
    faults = [fault for fault in _faults(root, today) if _key(fault) not in known]
    if faults:
        for path, content in before.items():
            (root / path).write_bytes(content)
        _take_back(made)
        raise WrongUse("inget skrevs, för arkivet skulle få fel.\n" + "\n".join(as_text(fault) for fault in faults))
    print("\n".join(_report(draft)))
    return int(bool(draft.left_out))


def _replaced(root: Path, value: NewValue) -> str:
    """The file's text with the one value changed; a file in another coding than the reader's own is left alone."""
    document, place = value.document, value.document.place(*value.keys)
    if (root / document.path).read_bytes() != document.source.text.encode():
        key = value.keys[-1]
        raise WrongUse(
            f"{document.path} kan inte ändras här. Spara den som UTF-8 med radslut LF, och skriv {key}: {value.value}."
        )
    lines = document.source.text.split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + value.value + line[place.column - 1 + place.length :]
    return "\n".join(lines)


def _written(root: Path, files: Sequence[NewFile]) -> list[Path]:
    """Writes new files and returns what was made, folders before what is in them."""
    made: list[Path] = []
    try:
        for file in files:
            path = root / file.path
            missing = [folder for folder in reversed(path.parents) if not folder.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            made += missing
            with path.open("x", encoding="utf-8", newline="") as opened:
                made.append(path)
                opened.write(file.text)
    except OSError as error:
        _take_back(made)
        raise WrongUse(f"{error.filename} kan inte skrivas: {cause(error)}.") from None
    return made


def _take_back(made: Sequence[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _faults(root: Path, today: dt.date) -> list[Finding]:
    """The record's errors."""
    archive, known = load(root)
    return [fault for fault in judge(archive, known, today) if fault.level is Level.ERROR]


def _key(fault: Finding) -> tuple[str, str, str]:
    """What makes it the same error wherever its line has moved to."""
    return fault.rule, fault.place.path, fault.message


def _report(draft: Draft) -> Iterator[str]:
    if draft.shown:
        yield from (draft.shown, "")
    yield "Skapade"
    yield from (f"  {file.path}" for file in draft.files)
    if draft.values:
        yield "Ändrade"
        for value in draft.values:
            yield f"  {value.document.path}: {value.keys[-1]}: {value.value}"
    for heading, sentences in (
        ("Att veta", draft.told),
        ("Kom inte med", draft.left_out),
        ("Gör så här nu", draft.then),
    ):
        if sentences:
            yield f"\n{heading}"
            yield from (line for n, sentence in enumerate(sentences, 1) for line in _listed(heading, n, sentence))


def _listed(heading: str, n: int, sentence: str) -> list[str]:
    mark = f"{n}." if heading.startswith("Gör") else "-"
    lead = f"  {mark} "
    return textwrap.wrap(
        sentence,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
