"""`klubbat bygg`: the whole site, built beside the one that is shown and switched to in one step."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from build_scripts.progress import Progress
from build_scripts.project import SITE, WrongUse, add_silent, add_today, today
from build_scripts.site.chain import LOG
from build_scripts.site.release import refuse_what_is_no_site
from build_scripts.site.unchanged import BuildOrder, Counts, shown, stamp_of

HELP = "Bygger hela webbplatsen och byter till den först när allt är klart."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, where to, what to leave out, and how much to say."""
    add_today(parser)
    parser.add_argument(
        "--ut", type=Path, metavar="DIR", help="mappen som visar webbplatsen (annars site i projektets mapp)"
    )
    parser.add_argument("--utan-sök", action="store_true", dest="without_search", help="ta inte med något sökindex")
    parser.add_argument("--utan-pdf", action="store_true", dest="without_papers", help="gör inga PDF-filer av sidorna")
    parser.add_argument(
        "--från-disk",
        action="store_true",
        dest="from_disk",
        help="gör sökningen också för den som öppnar sidorna från en disk, utan server",
    )
    add_silent(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when the new site is shown; 1 when findings stop it, and then the old one is untouched."""
    target = arguments.ut or arguments.katalog / SITE
    refuse_what_is_no_site(target)
    if (target / LOG).is_file():
        raise WrongUse(
            f"{target} visar det som är publicerat, med en logg: kör klubbat publicera, eller ange en annan mapp."
        )
    order = BuildOrder(
        arguments.katalog,
        today(arguments.idag),
        target,
        searchable=not arguments.without_search,
        printable=not arguments.without_papers,
        from_disk=arguments.from_disk,
    )
    stamp = stamp_of(order)
    if counts := shown(order, stamp):
        print(f"Inget har ändrats sedan förra bygget.\n{summary(counts, target)}")
        return 0
    return _build(order, stamp, Progress() if arguments.silent else Progress.shown())


def _build(order: BuildOrder, stamp: str | None, progress: Progress) -> int:
    # Only here: a build that has nothing to do is spared the models, the templates and the search.
    from build_scripts.report import BuildFailed, Refused, report
    from build_scripts.site.building import release

    before = folder_shown(order.target)
    try:
        counts = release(order, stamp, waiting=tell_of_waiting, progress=progress)
    except Refused as refused:
        progress.end()
        report(refused.findings, refused.files, out=sys.stderr)
        print(f"Inget byttes: {order.target} är som förut.", file=sys.stderr)
        return 1
    except BuildFailed as failed:
        progress.end()
        print(f"Bygget misslyckades:\n{failed}\nInget byttes: {order.target} är som förut.", file=sys.stderr)
        return 1
    except OSError as error:
        progress.end()
        return tell_of_disk("bygg", error, order.target, before)
    progress.end()
    print(summary(counts, order.target))
    return 0


def folder_shown(target: Path) -> tuple[int, int] | None:
    """What tells the folder that the target shows from every other; None where it shows none."""
    try:
        told = target.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def tell_of_disk(command: str, error: OSError, target: Path, before: tuple[int, int] | None) -> int:
    """Says which place the command could not use, and whether the target still shows the folder `before`; the exit code."""
    from build_scripts.report import unusable

    is_shown = folder_shown(target) not in (before, None)
    then = f"Det nya visas i {target}, men inte allt blev klart efter bytet" if is_shown else f"{target} är som förut"
    print(
        f"klubbat {command}: {unusable(error, target)}\n{then}.\n"
        "Gör så här: ge plats på disken, eller rätt till mappen, och kör igen.",
        file=sys.stderr,
    )
    return 2


def tell_of_waiting() -> None:
    """Says that another build has to be waited for."""
    print("Ett annat bygge pågår, väntar på att det blir klart ...", file=sys.stderr)


def summary(counts: Counts, target: Path) -> str:
    """What was built, in Swedish sentences."""
    attachments = _number_of(counts.attachments, "bilaga", "bilagor")
    lines = [f"{_number_of(counts.pages, 'sida', 'sidor')} och {attachments} i {target}."]
    if counts.findings:
        lines.append(f"{_number_of(counts.findings, 'varning', 'varningar')}; klubbat kontrollera visar dem.")
    if fresh := counts.new_addresses:
        lines.append(f"{_number_of(fresh, 'ny adress', 'nya adresser')}: klubbat skicka för in i listan över utgivet.")
    return "\n".join(lines)


def _number_of(count: int, one: str, many: str) -> str:
    return f"{count}\N{NO-BREAK SPACE}{one if count == 1 else many}"
