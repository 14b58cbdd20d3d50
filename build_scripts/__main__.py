"""The command `klubbat`: one module per subcommand in `build_scripts.commands`, each with HELP, `arguments` and `run`.

Exit codes: 0 clean, 1 findings that stop, 2 wrong use.
"""

from __future__ import annotations

import importlib
import os
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from build_scripts.command_line import Parser
from build_scripts.git import GitFailed
from macros.addresses import slug
from macros.words import words

COMMANDS = words(
    """
    kontrollera bygg visa plan datum schema exportera utgivet granska init ny flytta importera årsplan ledamöter ersättare läge
    utskick expediera närvaro delegation redigera hämta skicka publicera backa bevisa
    """
)
"""The words; one with å, ä or ö has a twin of plain letters, which is also the name of its module."""


def parser(commands: Sequence[str]) -> Parser:
    """The command line of the given subcommands."""
    top = Parser(prog="klubbat", description="Publicerar nämndens kallelser, beslut och anslag.")
    sub = top.add_subparsers(dest="command", required=True, metavar="KOMMANDO", title="kommandon")
    for name in commands:
        plain = slug(name)
        module = importlib.import_module(f"build_scripts.commands.{plain}")
        twin = [plain] if plain != name else []
        command = sub.add_parser(name, aliases=twin, help=module.HELP, description=module.HELP)
        command.add_argument(
            "--katalog", type=Path, default=Path(), metavar="DIR", help="projektets mapp (annars den du står i)"
        )
        module.arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(line: Sequence[str] | None = None) -> int:
    """Runs one subcommand and returns its exit code; whoever interrupts it (Ctrl+C) gets a word and no traceback."""
    if line is None:
        _in_utf8()
    try:
        return _main(list(sys.argv[1:] if line is None else line))
    except KeyboardInterrupt:
        print("Avbrutet.", file=sys.stderr)
        return 130


def _in_utf8() -> None:
    """Starts Python again where it takes names and words to be in other letters than UTF-8 (`LC_ALL=C` without its UTF-8 mode).

    Files and commands are named with å, ä and ö; no name of a file could be read, and none be written.
    """
    if sys.getfilesystemencoding() != "utf-8":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 (this very program)


def _main(given: list[str]) -> int:
    # Only here: the record's models take the longest to load, and an interrupt may come meanwhile.
    from build_scripts.project import WrongUse, settle_epoch
    from build_scripts.report import BuildFailed, make_printable, unusable

    make_printable(sys.stdout)
    make_printable(sys.stderr)
    word = unicodedata.normalize("NFC", given[0]) if given else ""
    named = [name for name in COMMANDS if word in (name, slug(name))]
    if named:
        given[0] = named[0]
    arguments = parser(named or COMMANDS).parse_args(given)
    try:
        settle_epoch()
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except WrongUse as wrong:
        print(f"klubbat {arguments.command}: {wrong}", file=sys.stderr)
        return 2
    except BuildFailed as failed:
        print(f"klubbat {arguments.command}: {failed}", file=sys.stderr)
        return 1
    except GitFailed as failed:
        print(f"klubbat {arguments.command}: git säger: {failed}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough. What is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        # A place the user named that cannot be read or written; the record's own files are told as findings.
        print(f"klubbat {arguments.command}: {unusable(error)}", file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
