"""`klubbat delegation`: how many decisions were made under each point, and how long until the body was told, as a table."""

from __future__ import annotations

import argparse

from build_scripts import named
from build_scripts.loading import load
from build_scripts.own_table import add_table, put_table, refuse_no_period
from build_scripts.project import WrongUse, today
from macros.facts.delegating import Delegated, delegated
from macros.pages.open_table import Cell

HELP = "Skriver en tabell över delegationsbeslut per punkt, enhet och månad, med dagarna tills de anmäldes."

_NAME = "delegation"
COLUMNS = ("månad", "enhet", "punkt", "beslut", "anmälda", "dagar_till_anmälan_median", "dagar_till_anmälan_längst")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the period of the lists, and where to."""
    add_table(parser, _NAME)


def run(arguments: argparse.Namespace) -> int:
    """0 when the table is written."""
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    refuse_no_period(arguments.period)
    named.refuse_unread(findings, f"/{body.id}/")
    rows = [_row(one) for one in delegated(body, today(arguments.idag)) if str(one.month).startswith(arguments.period)]
    if not rows:
        raise WrongUse(f"{body.id} har inga delegationsbeslut i listor för {arguments.period}. Inget skrevs.")
    put_table(arguments, body, _NAME, COLUMNS, rows)
    return 0


def _row(one: Delegated) -> tuple[Cell, ...]:
    middle = None if one.median is None else f"{one.median:g}".replace(".", ",")
    return str(one.month), one.unit, one.point, one.count, len(one.days), middle, one.longest
