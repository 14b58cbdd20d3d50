"""What was withdrawn is found nowhere: in no site, kept release, index, ledger, cache or message. git's own past is another."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.site.projects import TODAY, reviewed, tiny, write

HELD = "meetings/prov/2026-11-05"
FILES = {
    f"{HELD}/kallelse.md": "---\ndatum: 2026-11-05\nläge: genomfört\n---\n",
    f"{HELD}/01-park.md": "---\nrubrik: Zebrafink i parken\ndiarienummer: PRO/2026:3\n"
    "förslag_till_beslut: [Zebrafinken får bo kvar.]\n"
    "bilagor:\n  - titel: Ozelotkarta\n    fil: karta.csv\n---\n\nZebrafinken är liten.\n",
    f"{HELD}/bilagor/karta.csv": "ozelot;1\n",
    f"{HELD}/bilagor/granskning.yml": reviewed(karta="ozelot;1\n"),
    f"{HELD}/02-lek.md": "---\nrubrik: Lekplats\ndiarienummer: PRO/2026:4\n---\n",
    f"{HELD}/delegationsbeslut/2026-10-parken.md": "---\nenhet: Parken\nmånad: 2026-10\nbeslut:\n  - datum: 2026-10-07\n"
    "    diarienummer: PRO/2026:9\n    beslut: Pangolinen får stanna\n    sida: bur\n    text: Pangolinen är snäll.\n---\n",
    f"{HELD}/protokoll.md": "---\nnärvarande:\n  ordförande: Anna Ask\n  ledamöter: [Anna Ask, Bo Berg]\nparagrafer:\n"
    "  - nummer: 1\n    ärende: park\n    utfall: enligt förslag\n  - nummer: 2\n    ärende: lek\n    utfall: beslutat\n"
    "    beslut: [Axolotlen får en damm.]\n    rättelser:\n      - datum: 2026-11-12\n        text: Axolotlen heter Aina.\n"
    "justeringar:\n  - paragrafer: 1-2\n    justerare: [Bo Berg]\n    justerat: 2026-11-10\n    förvaras: Kansliet\n"
    "    anslag:\n      - anslaget: 2026-11-11\n---\n",
}
NOTE = "tillbakadragen: 2026-11-22\nskäl: personuppgifter\n"
CHANGE = (
    "ändringar:\n  - datum: 2026-11-22\n    ändring: tillbakadragen\n    paragrafer: 1-2\n"
    "    skäl: Paragraferna innehöll personuppgifter.\n"
)
GONE = {
    f"{HELD}/01-park.md": f"---\ndiarienummer: PRO/2026:3\npubliceras: nej\n{NOTE}bilagor:\n  - fil: karta.csv\n---\n",
    f"{HELD}/delegationsbeslut/2026-10-parken.md": "---\nenhet: Parken\nmånad: 2026-10\nbeslut:\n  - datum: 2026-10-07\n"
    "    diarienummer: PRO/2026:9\n    beslut: Beslutet visas inte\n    sida: bur\n"
    "    tillbakadragen: 2026-11-22\n    skäl: personuppgifter\n---\n",
    f"{HELD}/protokoll.md": f"---\n{CHANGE}"
    + FILES[f"{HELD}/protokoll.md"][4:]
    .replace("enligt förslag", "visas inte")
    .replace("beslutat\n", "visas inte\n")
    .replace("    beslut: [Axolotlen får en damm.]\n", "")
    .replace("    rättelser:\n      - datum: 2026-11-12\n        text: Axolotlen heter Aina.\n", ""),
}
WORDS = [b"zebrafink", b"ozelot", b"pangolin", b"axolotl"]


def told(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and what is packed in it."""
    yield content
    for unpacked in (gzip.decompress, zlib.decompress):
        try:
            yield unpacked(content)
        except (OSError, zlib.error, EOFError):
            continue


def where(root: Path) -> dict[str, set[str]]:
    """Each word with the files below the project that hold it."""
    found: dict[str, set[str]] = {word.decode(): set() for word in WORDS}
    for file in root.rglob("*"):
        if file.is_file() and not file.is_symlink():
            for part in told(file.read_bytes()):
                for word in WORDS:
                    if word in part.lower():
                        found[word.decode()].add(file.relative_to(root).as_posix())
    return found


def klubbat(root: Path, *words: str) -> int:
    return main([words[0], "--katalog", str(root), "--idag", TODAY, *words[1:]])


@pytest.mark.slow
def test_what_was_withdrawn_is_found_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path, FILES)
    assert klubbat(root, "utgivet", "--skriv") == 0
    for n in range(4):
        write(root, "meetings/prov/2026-11-26/02-bad.md", f"---\nrubrik: Badhus {n}\n---\n")
        assert klubbat(root, "bygg", "--ut", str(root / "site")) == 0
    before = where(root)
    assert {path.split("/")[1] for path in before["axolotl"] if path.startswith(".site/")} == {"0003", "0004", "reserv"}
    assert all(before.values())
    capsys.readouterr()
    for name in GONE:
        # First the day alone, as when somebody forgets the words themselves: nothing that is printed tells them.
        said = CHANGE if "protokoll" in name else NOTE
        write(root, name, f"---\n{said}{FILES[name][4:]}")
    assert klubbat(root, "kontrollera") == 1
    assert klubbat(root, "bygg", "--ut", str(root / "site")) == 1
    for name, text in GONE.items():
        write(root, name, text)
    (root / f"{HELD}/bilagor/karta.csv").unlink()
    assert klubbat(root, "kontrollera") == 0
    assert klubbat(root, "utgivet", "--skriv") == 0
    assert klubbat(root, "bygg", "--ut", str(root / "site")) == 0
    out, err = capsys.readouterr()
    assert [word for word in WORDS if word.decode() in (out + err).lower()] == []
    assert {word: sorted(files) for word, files in where(root).items() if files} == {}
    assert sorted(entry.name for entry in (root / ".site").iterdir()) == ["0005", "0005.lista", "lås"]
    write(root, "meetings/prov/2026-11-26/02-bad.md", "---\nrubrik: Badhus igen\n---\n")
    assert klubbat(root, "bygg", "--ut", str(root / "site")) == 0
    assert sorted(entry.name for entry in (root / ".site").iterdir() if entry.is_dir()) == ["0005", "0006"]
