"""What the program is made of: packages with known licences, and no "no known faults" from an audit that could not look."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.audit import judged
from tests.docs.licences import PAGE, ROOT, page, pinned

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def command(target: str) -> list[str]:
    """The words of a target's only line, with this interpreter's programs."""
    found = re.search(rf"^{target}:.*\n\t(.*)$", MAKEFILE, re.MULTILINE)
    assert found
    return found[1].replace("$(BIN)", str(Path(sys.executable).parent)).split()


def test_the_licences_are_as_the_packages_tell_them() -> None:
    made = page()
    if os.environ.get("SKRIV_LICENSER"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text("utf-8") == made
    rows = [line.split(" | ") for line in made.splitlines() if line.startswith("| ") and "==" not in line][1:]
    assert [row for row in rows if not row[2].strip(" |")] == []
    assert "AGPL" not in made.partition("|---|")[2]
    assert "Affero" not in made


@pytest.mark.slow
def test_the_list_for_machines_has_every_package_with_the_digests_that_are_installed(tmp_path: Path) -> None:
    words = command("sbom")
    out = tmp_path / "sbom.json"
    subprocess.run([out if word == ".cache/sbom.cdx.json" else word for word in words], check=True, cwd=ROOT)
    made = json.loads(out.read_text("utf-8"))
    assert made["bomFormat"] == "CycloneDX"
    assert {(part["name"], part["version"]) for part in made["components"]} == {
        (name, version) for name, version, _ in pinned()
    }
    assert all(part["externalReferences"] for part in made["components"])


@pytest.mark.slow
def test_an_audit_that_could_not_look_fails() -> None:
    """Nobody answers at this port, as where a machine has no way out."""
    nowhere = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    own = {name: value for name, value in os.environ.items() if name.lower() != "no_proxy"}
    done = subprocess.run(command("audit"), check=False, capture_output=True, text=True, cwd=ROOT, env=own | nowhere)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("requirements.lock: inget paket har granskats: ")
    assert "Gör så här: " in done.stderr
    assert "Traceback" not in done.stderr


_SOUND = {"name": "ett", "version": "1.0", "vulns": []}
_FAULTY = {"name": "två", "version": "2.0", "vulns": [{"id": "PROV-1", "fix_versions": ["2.1"]}]}
_UNSEEN = {"name": "tre", "skip_reason": "Dependency not found"}


def test_an_audit_says_what_it_saw_and_what_it_could_not_see() -> None:
    assert judged([_SOUND]) == (0, ["requirements.lock: 1 paket granskade, inga kända fel."])
    fault = "requirements.lock: två 2.0 har ett känt fel, PROV-1.\n  Gör så här: höj till 2.1 i pyproject.toml och kör make lock."
    assert judged([_SOUND, _FAULTY]) == (1, [fault])
    code, lines = judged([_FAULTY, _UNSEEN, _SOUND, _UNSEEN])
    assert (code, lines[0]) == (2, fault)
    assert lines[1].startswith("requirements.lock: 2 av 4 paket har inte granskats (tre med flera): ")
    assert judged([])[0] == 2
