"""`make audit`: asks for known faults in the locked packages, and says so where it could not look.

0 where every package was looked up and none has a known fault, 1 where one has, 2 where any could not be looked up: a mirror that
knows files only answers so for all, and a way out that is shut for none.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LOCK = "requirements.lock"
_ROOT = Path(__file__).parents[2]
_ASK = ("--progress-spinner", "off", "--disable-pip", "--require-hashes", "--format", "json", "-r", LOCK)


def main() -> int:
    """Asks, prints what came of it and gives the exit code."""
    asked = subprocess.run(
        [Path(sys.executable).with_name("pip-audit"), *_ASK], check=False, capture_output=True, text=True, cwd=_ROOT
    )
    try:
        packages = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = asked.stderr.strip().rpartition("\n")[2]
        print(f"{LOCK}: inget paket har granskats: {last}\n  {_ELSEWHERE}", file=sys.stderr)
        return 2
    code, lines = judged(packages)
    print("\n".join(lines), file=sys.stderr if code else sys.stdout)
    return code


_ELSEWHERE = "Gör så här: kör om där maskinen når https://pypi.org utan spegel emellan."


def judged(packages: list[dict[str, Any]]) -> tuple[int, list[str]]:
    """The exit code and what to say of what the auditor answered: per package its faults, or why it was skipped."""
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    faults = [line for package in packages for line in _faults(package)]
    if skipped or not packages:
        known = f"{skipped[0]} med flera" if len(skipped) > 1 else "".join(skipped) or "filen är tom"
        unseen = f"{LOCK}: {len(skipped)} av {len(packages)} paket har inte granskats ({known}): PyPI svarade inte om versionen."
        return 2, [
            *faults,
            unseen,
            f"  {_ELSEWHERE} Gäller det bara något paket: finns versionen kvar? Kör annars make lock.",
        ]
    if faults:
        return 1, faults
    return 0, [f"{LOCK}: {len(packages)} paket granskade, inga kända fel."]


def _faults(package: dict[str, Any]) -> Iterator[str]:
    for fault in package.get("vulns", ()):
        mended = ", ".join(fault["fix_versions"])
        remedy = (
            f"höj till {mended} i pyproject.toml och kör make lock"
            if mended
            else "ingen rättad version finns; byt paket eller vänta"
        )
        yield f"{LOCK}: {package['name']} {package['version']} har ett känt fel, {fault['id']}.\n  Gör så här: {remedy}."


if __name__ == "__main__":
    sys.exit(main())
