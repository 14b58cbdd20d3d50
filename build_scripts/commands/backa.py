"""`klubbat backa`: an earlier version, built for today, in the place of what is shown."""

from __future__ import annotations

import argparse

from build_scripts.commands import publicera

HELP = "Visar en tidigare version av main, byggd för i dag, tills main har något nyare; aldrig något som har dragits tillbaka."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The version, and what `publicera` asks for."""
    parser.add_argument(
        "version", metavar="VERSION", help="versionen i git, till exempel HEAD~1; git log --oneline visar dem"
    )
    publicera.arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when it is shown; 1 when findings stop it. What was shown is then untouched."""
    return publicera.publish_and_tell(arguments, lambda publishing: publishing.back(arguments.version))
