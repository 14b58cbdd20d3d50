"""`klubbat visa`: the site on this machine, built anew when a file changes."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from build_scripts.kept.collecting import keep_what_is_read
from build_scripts.mkdocs_adapter.preview import HOST, Preview
from build_scripts.new import asking
from build_scripts.project import SITE, add_today, today
from build_scripts.site.build_behind import BuildBehind
from build_scripts.site.on_demand import OnDemand
from build_scripts.site.unchanged import BuildOrder

HELP = "Visar webbplatsen på den här datorn och bygger om den när en fil ändras."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day and the port."""
    add_today(parser)
    parser.add_argument("--port", default="8000", metavar="N", help="porten som sidorna visas på (annars 8000)")


def run(arguments: argparse.Namespace) -> int:
    """Serves until it is interrupted (Ctrl+C)."""
    root: Path = arguments.katalog
    port = asking.port(arguments.port, lowest=1)
    today(arguments.idag)  # A date that cannot be read is told before anything is built.
    address = f"http://{HOST}:{port}/"
    with tempfile.TemporaryDirectory(prefix="klubbat-") as folder:
        target = Path(folder).resolve() / SITE
        on_demand = OnDemand(root, lambda: today(arguments.idag), address, target)
        behind = BuildBehind(lambda: BuildOrder(root, today(arguments.idag), target, site_url=address, reviewed=False))
        preview = Preview(on_demand.site, behind, port)
        preview.rebuild()
        keep_what_is_read()
        print(f"Visar arkivet på {address} (avsluta med Ctrl+C).", flush=True)
        preview.run(root)
    return 0
