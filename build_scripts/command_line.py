"""argparse with its own words in Swedish: usage, headings and what it says of a command it does not understand."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from macros.addresses import slug

_PHRASES = (
    (r"the following arguments are required: (.*)", r"det här saknas: \1."),
    (r"unrecognized arguments: (.*)", r"det här går inte att använda: \1."),
    (r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)", r'"\2" är inget \1. Välj något av \3.'),
    (r"argument (.*?): expected (?:one argument|at least one argument)", r"\1 ska följas av ett värde."),
    (r"argument (.*?): invalid (?:int|float) value: '(.*)'", r'\1: "\2" är inget tal.'),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 och \2 kan inte användas tillsammans."),
    (r"one of the arguments (.*) is required", r"något av \1 behövs."),
)


def in_swedish(message: str) -> str:
    """argparse's sentence in Swedish; one that is not known is given as it is."""
    for shape, words in _PHRASES:
        found = re.fullmatch(shape, message, re.DOTALL)
        if found:
            return found.expand(words).replace("'", "")
    return message


class _Formatter(argparse.HelpFormatter):
    """Help with Swedish words."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "så här: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose headings, help and faults are Swedish; wrong use exits with 2. Options are never abbreviated.

    Every option with å, ä or ö has a twin of plain letters (`--från`, `--fran`); those of a group write theirs out.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **{"formatter_class": _Formatter, "add_help": False, "allow_abbrev": False, **settings},
        )
        self._positionals.title = "argument"
        self._optionals.title = "flaggor"
        self.add_argument("-h", "--help", "--hjälp", action="help", help="visa den här hjälpen")
        self._is_mixing = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As for any parser, but a word that may be left out is also found behind an option: `2018-03-15 --slag val "Rubrik"`."""
        if self._subparsers is not None or self._is_mixing:
            return super().parse_known_args(args, namespace)
        self._is_mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_mixing = False

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """As for any parser, with the twins."""
        plain = (f"--{slug(name)}" for name in names if not name.isascii())
        return super().add_argument(*names, *plain, **settings)

    def error(self, message: str) -> NoReturn:
        """Says what was not understood and where the help is."""
        sys.stderr.write(f"{self.prog}: {in_swedish(message)}\nSkriv {self.prog} --help för hjälp.\n")
        sys.exit(2)
