"""The command `klubbat`: one module per subcommand in `build_scripts.commands`, each with HELP, `arguments` and `run`.

Exit codes: 0 clean, 1 findings that stop, 2 wrong use.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from build_scripts.command_line import Parser
from build_scripts.project import WrongUse

COMMANDS = ("kontrollera", "bygg", "visa", "plan", "datum", "schema", "exportera", "adresser")


def parser(commands: Sequence[str]) -> Parser:
    """The command line of the given subcommands."""
    top = Parser(prog="klubbat", description="Publicerar nämndens kallelser, beslut och anslag.")
    sub = top.add_subparsers(dest="command", required=True, metavar="KOMMANDO", title="kommandon")
    for name in commands:
        module = importlib.import_module(f"build_scripts.commands.{name}")
        command = sub.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument(
            "--katalog", type=Path, default=Path(), metavar="DIR", help="projektets mapp (annars den du står i)"
        )
        module.arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Runs one subcommand and returns its exit code; only the module of the one named is imported."""
    given = list(sys.argv[1:] if words is None else words)
    named = [name for name in COMMANDS if given[:1] == [name]]
    arguments = parser(named or COMMANDS).parse_args(given)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except WrongUse as wrong:
        print(f"klubbat {arguments.command}: {wrong}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough. What is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
