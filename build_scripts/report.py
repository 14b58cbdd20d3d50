"""Prints findings: the one place that does, as text for people, lines for GitHub, or JSON for programs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from macros.finding import Finding, Level, as_text, has_errors
from macros.record.causes import cause


class Refused(Exception):
    """Findings in so many files stop what was asked for; what is shown is untouched."""

    def __init__(self, findings: Sequence[Finding], files: int) -> None:
        # What it was made of, so that it can be sent from the process of a build.
        super().__init__(findings, files)
        self.findings = tuple(findings)
        self.files = files


def unusable(error: OSError, place: object = "filen") -> str:
    """That a file or folder cannot be used, and why; `place` where the system does not say which.

    Of a copy it is where it was to be put: what it was made of has been read.
    """
    return f"{error.filename2 or error.filename or place} går inte att använda: {cause(error)}."


class BuildFailed(Exception):
    """MkDocs or the search engine could not build the site; carries why, for the user."""


def report(findings: Sequence[Finding], files: int, form: str = "text", out: TextIO | None = None) -> int:
    """Prints the findings of `files` files and returns the exit code: 1 with errors, else 0."""
    out = sys.stdout if out is None else out
    make_printable(out)
    try:
        for line in FORMS[form](findings, files):
            out.write(line + "\n")
        out.flush()
    except BrokenPipeError:
        # `klubbat kontrollera | head` closes the pipe; without this Python complains once more when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(has_errors(findings))


def make_printable(out: TextIO) -> None:
    """No letter may stop the program: a C locale says ASCII where the terminal nearly always takes UTF-8."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        ascii_only = (out.encoding or "").lower().replace("-", "") in ("ascii", "usascii", "ansi_x3.41968", "646", "")
        reconfigure(encoding="utf-8" if ascii_only else out.encoding, errors="backslashreplace")


def _text(findings: Sequence[Finding], files: int) -> Iterator[str]:
    for finding in findings:
        yield as_text(finding) + "\n"
    yield summary(findings, files)


def summary(findings: Sequence[Finding], files: int) -> str:
    """The counting last line: "2 fel och 3 varningar (varav 3 förklarade) i 61 filer."."""
    errors = sum(finding.level is Level.ERROR for finding in findings)
    warnings = len(findings) - errors
    explained = sum(bool(finding.explanation) for finding in findings)
    counted = f"{warnings} varning{'ar' if warnings != 1 else ''}"
    if explained:
        counted += f" (varav {explained} förklarad{'e' if explained != 1 else ''})"
    where = f"{files} fil{'er' if files != 1 else ''}"
    if errors and warnings:
        return f"{errors} fel och {counted} i {where}."
    if errors:
        return f"{errors} fel i {where}."
    return f"Inga fel. {counted} i {where}." if warnings else f"Inga fel. {where} kontrollerades."


def _github(findings: Sequence[Finding], files: int) -> Iterator[str]:
    """Workflow commands: an explained warning is a notice."""
    for finding in findings:
        command = "error" if finding.level is Level.ERROR else "notice" if finding.explanation else "warning"
        place = {"file": finding.place.path} | (
            {"line": finding.place.line, "col": finding.place.column} if finding.place.line else {}
        )
        properties = ",".join(
            f"{key}={_escape(str(value), property=True)}" for key, value in (place | {"title": finding.rule}).items()
        )
        explanation = [f"Förklaring i filen: {finding.explanation}"] if finding.explanation else []
        message = "\n".join([finding.message, *explanation, f"Gör så här: {finding.remedy}"])
        yield f"::{command} {properties}::{_escape(message)}"
    yield summary(findings, files)


def _escape(text: str, property: bool = False) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property else escaped


def _json(findings: Sequence[Finding], files: int) -> Iterator[str]:
    """A list of objects, in ASCII: any program reads it, whatever the terminal's letters."""
    yield json.dumps(
        [
            {
                "fil": finding.place.path,
                "rad": finding.place.line or None,
                "kolumn": finding.place.column or None,
                "nivå": finding.level.value,
                "regel": finding.rule,
                "meddelande": finding.message,
                "åtgärd": finding.remedy,
                "förklaring": finding.explanation or None,
            }
            for finding in findings
        ],
        indent=2,
    )


FORMS: dict[str, Callable[[Sequence[Finding], int], Iterator[str]]] = {"text": _text, "github": _github, "json": _json}


def add_format(parser: argparse.ArgumentParser) -> None:
    """The option `--format` of every command that answers with findings."""
    parser.add_argument(
        "--format",
        choices=tuple(FORMS),
        default="text",
        help="text att läsa, rader för GitHub, eller json (annars text)",
    )
