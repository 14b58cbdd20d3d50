"""A published site proves what it is: any tampering is found, by the program and by anybody's `sha256sum`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from time import process_time

import pytest

from build_scripts.__main__ import main
from build_scripts.kept.listing import content_digest
from build_scripts.site.chain import FILES, LOG, BrokenChain, Chain, Row, RowKind, files_text, read_chain
from build_scripts.site.places import SiteInFolder
from build_scripts.site.proof import proof
from tests.site.projects import write
from tests.site.tampering import EDITS, VERSION, made, tried


def test_every_random_edit_is_found(tmp_path: Path) -> None:
    """1 000 of them: `python -m tests.site.tampering`."""
    counts = tried(tmp_path, 10 * len(EDITS), seed=16)
    assert all(tried_here >= 9 for tried_here, _ in counts.values())
    assert {name: found for name, (_, found) in counts.items()} == {name: made for name, (made, _) in counts.items()}


def test_every_release_that_somebody_kept_proves_itself(tmp_path: Path) -> None:
    site, kept = made(tmp_path)
    heads = []
    for copy in kept:
        chain, faults = proof(SiteInFolder(copy))
        assert chain is not None
        assert faults == []
        heads.append(chain.head)
    assert [proof(SiteInFolder(site), head)[1] for head in heads] == [[]] * len(heads)
    assert [len(proof(SiteInFolder(kept[0]), head)[1]) for head in heads[1:]] == [1] * (len(heads) - 1)


def test_anybody_can_check_the_files_and_the_rows(tmp_path: Path) -> None:
    """As the page about the site says, without this program."""
    site, _ = made(tmp_path, 3)
    checked = ["sha256sum", "--check", "--quiet", "--strict", FILES]
    assert subprocess.run(checked, cwd=site, check=False).returncode == 0
    rows = [line.split("\t") for line in (site / LOG).read_text("utf-8").splitlines()[1:]]
    listed = subprocess.run(["sha256sum", FILES], cwd=site, check=True, capture_output=True, text=True).stdout
    assert listed.split()[0] == rows[-1][4]
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        told = "\t".join(row[:6]).encode()
        assert subprocess.run(["sha256sum"], input=told, check=True, capture_output=True).stdout[:64].decode() == row[6]
        assert after is None or after[5] == row[6]
    (site / "sida-1/index.html").write_bytes(b"annat")
    assert subprocess.run(checked, cwd=site, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("nummer", "nr", 1, "Loggens första rad är ändrad."),
        ("\t2026-11-01T02:20:00Z\t", "\ti går\t", 2, "Raden har inte den form som en rad i loggen har."),
        ("\t2026-11-01T02:20:00Z\t", "\t2026-11-31T02:20:00Z\t", 2, "Raden har inte den form som en rad i loggen har."),
        ("\t2026-11-01T02:20:00Z\t", "\t0000-11-01T02:20:00Z\t", 2, "Raden har inte den form som en rad i loggen har."),
        ("1\t2026", f"{'9' * 5000}\t2026", 2, "Raden har inte den form som en rad i loggen har."),
        ("\tutgivning\t", "\tannat\t", 2, "Raden har ett okänt slag: annat."),
        ("T02:20:00Z", "T03:20:00Z", 2, "Raden är ändrad: dess eget avtryck är "),
        ("\n", "\r\n", 1, "Loggens första rad är ändrad."),
    ],
)
def test_a_row_that_is_not_as_it_was_written_is_named(old: str, new: str, line: int, what: str) -> None:
    text = Chain().with_row("2026-11-01T02:20:00Z", RowKind.RELEASE, VERSION, "a" * 64).as_bytes()
    with pytest.raises(BrokenChain) as broken:
        read_chain(text.replace(old.encode(), new.encode()))
    assert broken.value.line == line
    assert broken.value.what.startswith(what)


def test_it_is_told_what_is_wrong_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, _ = made(tmp_path, 3)
    shutil.move(site / "sida-2/index.html", site / "sida-2/flyttad.html")
    assert main(["bevisa", str(site)]) == 1
    todo = (
        "  Gör så här: publicera igen, och ta reda på vem som har ändrat på servern; versionen i git som ska visas står i "
        "loggen."
    )
    assert capsys.readouterr().out == (
        f"sida-2/flyttad.html: fel[bevis]: Filen har lagts till: den står inte i listan.\n{todo}\n\n"
        f"sida-2/index.html: fel[bevis]: Filen saknas.\n{todo}\n\n2 fel i 40 filer.\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("finns-inte",), "finns-inte är ingen mapp och ingen adress som börjar med https://."),
        ((".", "--huvud", "abc"), "--huvud är 64 tecken, 0-9 och a-f, som klubbat publicera skrev ut dem."),
        (("https://",), "https:/bevis/logg.tsv svarar inte som en webbplats: "),
        (("http://[::1",), "http://[::1/bevis/logg.tsv svarar inte som en webbplats: "),
        (("http://exempel .se",), "http://exempel .se/bevis/logg.tsv svarar inte som en webbplats: "),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bevisa", *words]) == 2
    assert message in capsys.readouterr().err


def test_a_long_log_is_read_in_the_time_that_its_length_takes(tmp_path: Path) -> None:
    chain = Chain()
    rows = []
    for number in range(1, 20_001):
        rows.append(Row(number, "2026-11-30T03:00:00Z", RowKind.RELEASE, "a" * 40, "b" * 64, chain.head))
        chain = Chain((rows[-1],))
    begun = process_time()
    assert read_chain(Chain(tuple(rows)).as_bytes()).head == chain.head
    assert process_time() - begun < 5


@pytest.mark.parametrize("name", ["../annat.html", "/annat.html", "a/./b.html", "a//b.html", "sida\x1b]0;x\x07.html"])
def test_a_list_names_files_of_the_site_only(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be anybody's: what it names is looked up, and printed."""
    site, outside = tmp_path / "site", b"outside"
    write(site, "bevis/filer.txt", "")
    (tmp_path / "annat.html").write_bytes(outside)
    files = files_text({name: content_digest(outside)})
    (site / FILES).write_bytes(files)
    (site / LOG).write_bytes(
        Chain().with_row("2026-11-30T03:00:00Z", RowKind.RELEASE, VERSION, content_digest(files)).as_bytes()
    )
    assert main(["bevisa", str(site)]) == 1
    out = capsys.readouterr().out
    assert "Listan över filer har rader som Klubbat inte skriver" in out
    assert "\x1b" not in out


def test_a_log_whose_rows_are_numbered_otherwise_is_told() -> None:
    """Whoever writes all of it anew can make every digest right."""
    log = Chain((Row(2, "2026-11-30T03:00:00Z", RowKind.RELEASE, VERSION, "b" * 64, Chain().head),))
    with pytest.raises(BrokenChain, match="Raden följer inte på den före"):
        read_chain(log.as_bytes())


def test_what_a_log_says_is_never_written_to_a_terminal_as_it_stands() -> None:
    row = str(Row(1, "2026-11-30T03:00:00Z", RowKind.RELEASE, VERSION, "b" * 64, Chain().head))
    content = Chain().as_bytes() + f"{row[:-64]}\x1b[2J\n".encode()
    with pytest.raises(BrokenChain, match="Raden har inte den form"):
        read_chain(content)
