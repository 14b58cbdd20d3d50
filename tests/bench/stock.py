"""The faults that Klubbat is tried with, given to MkDocs-Material as it comes: `make bench-stock`.

The same items as plain Markdown pages with their headers, `mkdocs build --strict`, nothing of ours.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.checks.case import SOUND
from tests.reading.slips import SLIPS

KILLS = 8
_SETTINGS = "site_name: Prov\nsite_url: https://prov.example.se/\nstrict: true\ntheme: {name: material, font: false}\n"
_SCRIPTS = ("<script>x()</script>", '<img src="a.png" onerror="x()">', "[a](javascript:x())", "<svg onload=x()>")


def project(folder: Path) -> Path:
    """A site of the sound record's files, each as it is written."""
    for file in sorted((SOUND / "meetings").rglob("*.md")):
        page = folder / "docs" / file.relative_to(SOUND / "meetings")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(file.read_bytes())
    (folder / "docs/index.md").write_text("# Prov\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return folder


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(folder / "mkdocs.yml")]


def build(folder: Path) -> bool:
    """Whether the site was built."""
    return subprocess.run(_command(folder), check=False, capture_output=True).returncode == 0


def half_sites(folder: Path) -> int:
    """How many of the builds that were killed, spread over the time that one takes, left less than the site that was there."""
    start = time.monotonic()
    assert build(folder)
    took, whole = time.monotonic() - start, len([*(folder / "site").rglob("*")])
    half = 0
    for n in range(KILLS):
        running = subprocess.Popen(_command(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * (n + 1) / (KILLS + 1))
        running.kill()
        running.wait()
        is_half = len([*(folder / "site").rglob("*")]) < whole
        half += is_half
        assert not is_half or build(folder)
    return half


def refused_slips(folder: Path) -> tuple[int, int]:
    """How many of the slips, each made once in the header of an item, stop the build."""
    page = next((folder / "docs").rglob("02-skolskjuts.md"))
    lines = page.read_text("utf-8").split("\n")
    end = lines.index("---", 1)
    refused = made = 0
    for slip in SLIPS.values():
        changed = next(
            (one for n in range(end - 1) if (one := slip(lines[1:end], n)) not in (None, lines[1:end])), None
        )
        if changed is not None:
            page.write_text("\n".join(["---", *changed, *lines[end:]]), encoding="utf-8")
            made += 1
            refused += not build(folder)
    page.write_text("\n".join(lines), encoding="utf-8")
    return refused, made


def live_scripts(folder: Path) -> int:
    """How many of four usual ways to a script stand in the finished page as they were written."""
    (folder / "docs/skript.md").write_text("# Skript\n\n" + "\n\n".join(_SCRIPTS) + "\n", encoding="utf-8")
    build(folder)
    page = (folder / "site/skript/index.html").read_text("utf-8")
    return sum(sign in page for sign in (_SCRIPTS[0], "onerror=", "javascript:x()", "onload=x()"))


def main() -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as made:
        folder = project(Path(made))
        print(f"{half_sites(folder)} of {KILLS} killed builds left a half site.", flush=True)
        refused, slips = refused_slips(folder)
        print(f"{refused} of {slips} slips in a header were refused.", flush=True)
        print(f"{live_scripts(folder)} of {len(_SCRIPTS)} scripts stand live in the page.")


if __name__ == "__main__":
    main()
