"""`klubbat hämta`: what others have sent, merged with what is here."""

from __future__ import annotations

import argparse

from build_scripts.commands.skicka import explained, tell
from build_scripts.site.sending import fetch

HELP = "Hämtar det som andra har skickat, och fogar samman det med ditt."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 when it could not be merged: then everything is as it was."""

    def act() -> str:
        news = fetch(arguments.katalog, tell)
        return "Du har nu det som andra har skickat." if news else "Inget nytt: du har redan allt."

    return explained(act, "Inget hämtades")
