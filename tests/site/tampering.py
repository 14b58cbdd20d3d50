"""Random tampering with a published site: `python -m tests.site.tampering` tries 1 000 and tells how many were found.

A run is repeated by its seed. Each edit changes, takes away, adds or exchanges one thing: a file, a row of the log or of the list
of files; or cuts the log off together with the site, as only a head that was kept elsewhere can tell.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from build_scripts.kept.listing import content_digest, found
from build_scripts.site.chain import FILES, LOG, Chain, RowKind, read_chain
from build_scripts.site.places import SiteInFolder
from build_scripts.site.proof import proof

VERSION = "0" * 39 + "1"


def published(folder: Path, chain: Chain, n: int) -> Chain:
    """Puts list and log beside the files that are there, as publishing does; every third time something is withdrawn too."""
    contents = {name: content_digest((folder / name).read_bytes()) for name, _ in found(folder)}
    listed = {name: content for name, content in contents.items() if name not in (FILES, LOG)}
    gone = [f"{n:032x}"] if n % 3 == 2 else []
    chain, files = chain.with_release(f"2026-11-{n + 1:02}T02:20:00Z", RowKind.RELEASE, VERSION, gone, listed)
    (folder / FILES).parent.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return chain


def made(folder: Path, releases: int = 9) -> tuple[Path, list[Path]]:
    """A site of forty files, published so many times; and how it was after each."""
    site, kept, chain = folder / "site", [], Chain()
    for n in range(releases):
        for k in range(40):
            page = site / f"sida-{k}/index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"<p>Sida {k}, version {n if k % 7 == n % 7 else 0}.</p>\n", encoding="utf-8")
        chain = published(site, chain, n)
        kept.append(Path(shutil.copytree(site, folder / f"kopia-{n}")))
    return site, kept


def _any(site: Path, dice: random.Random) -> Path:
    return site / dice.choice(sorted(name for name, _ in found(site)))


def _edit(site: Path, kept: list[Path], dice: random.Random) -> None:
    """One byte of one file becomes another."""
    file = _any(site, dice)
    content = bytearray(file.read_bytes())
    place = dice.randrange(len(content))
    content[place] = (content[place] + dice.randrange(1, 256)) % 256
    file.write_bytes(bytes(content))


def _delete(site: Path, kept: list[Path], dice: random.Random) -> None:
    _any(site, dice).unlink()


def _insert(site: Path, kept: list[Path], dice: random.Random) -> None:
    file = _any(site, dice)
    file.with_name(f"ny-{dice.randrange(10**6)}{file.suffix}").write_bytes(file.read_bytes())


def _empty_folder(site: Path, kept: list[Path], dice: random.Random) -> None:
    """A server may list it, or send it with a name that somebody has chosen."""
    (_any(site, dice).parent / f"ny-{dice.randrange(10**6)}/inuti").mkdir(parents=True)


def _linked(site: Path, kept: list[Path], dice: random.Random) -> None:
    """A file, or its folder, is a link to the same bytes elsewhere: whoever has those may change them later."""
    one = _any(site, dice)
    one = dice.choice([one, one.parent]) if one.parent != site else one
    elsewhere = kept[-1] / one.relative_to(site)
    shutil.rmtree(one) if one.is_dir() else one.unlink()
    one.symlink_to(elsewhere)


def _swap(site: Path, kept: list[Path], dice: random.Random) -> None:
    """Two files with different contents change places."""
    one = _any(site, dice)
    others = [file for name, _ in found(site) if (file := site / name).read_bytes() != one.read_bytes()]
    other = dice.choice(sorted(others))
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def _lines(file: Path, change: Callable[[list[bytes]], None]) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    change(lines)
    file.write_bytes(b"".join(lines))


def _row_deleted(site: Path, kept: list[Path], dice: random.Random) -> None:
    def delete(lines: list[bytes]) -> None:
        del lines[dice.randrange(len(lines))]

    _lines(site / dice.choice((LOG, FILES)), delete)


def _row_inserted(site: Path, kept: list[Path], dice: random.Random) -> None:
    _lines(
        site / dice.choice((LOG, FILES)),
        lambda lines: lines.insert(dice.randrange(len(lines) + 1), dice.choice(lines)),
    )


def _rows_swapped(site: Path, kept: list[Path], dice: random.Random) -> None:
    def swap(lines: list[bytes]) -> None:
        one, other = dice.sample(range(len(lines)), 2)
        lines[one], lines[other] = lines[other], lines[one]

    _lines(site / dice.choice((LOG, FILES)), swap)


def _row_rewritten(site: Path, kept: list[Path], dice: random.Random) -> None:
    """A row is written anew, with a digest of its own that fits: the next row, or the list, tells."""
    chain = read_chain((site / LOG).read_bytes())
    n = dice.randrange(len(chain.rows))
    row = chain.rows[n]
    before = Chain(chain.rows[:n]).with_row(row.time, row.kind, row.version, content_digest(dice.randbytes(8)))
    (site / LOG).write_bytes(Chain((*before.rows, *chain.rows[n + 1 :])).as_bytes())


def _truncated(site: Path, kept: list[Path], dice: random.Random) -> None:
    """Everything is as it once was, log and all."""
    shutil.rmtree(site)
    shutil.copytree(dice.choice(kept[:-1]), site)


def _all_rewritten(site: Path, kept: list[Path], dice: random.Random) -> None:
    """A page, the list and the log's last row are written anew, and all fit each other."""
    page = _any(site / "sida-0", dice)
    page.write_bytes(dice.randbytes(20))
    chain = read_chain((site / LOG).read_bytes())
    published(site, Chain(chain.rows[:-1]), 0)


EDITS: tuple[Callable[[Path, list[Path], random.Random], None], ...] = (
    *(_edit, _delete, _insert, _empty_folder, _linked, _swap),
    *(_row_deleted, _row_inserted, _rows_swapped, _row_rewritten, _truncated, _all_rewritten),
)
"""The last two need a head that was kept elsewhere."""

NEED_A_HEAD = (_truncated, _all_rewritten)


def _as_it_is(site: Path) -> dict[str, bytes | None]:
    """Every file's content; None for what is no file."""
    there = {file.relative_to(site).as_posix(): file for file in site.rglob("*")}
    return {
        name: file.read_bytes() if file.is_file() and not file.is_symlink() else None for name, file in there.items()
    }


def tried(folder: Path, edits: int, seed: int) -> dict[str, tuple[int, int]]:
    """By kind of edit: how many were tried and how many were found."""
    site, kept = made(folder)
    chain, faults = proof(SiteInFolder(site))
    assert chain is not None
    assert not faults
    dice = random.Random(seed)
    counts = {edit.__name__.strip("_"): (0, 0) for edit in EDITS}
    for n in range(edits):
        edit = EDITS[n % len(EDITS)]
        before = _as_it_is(site)
        edit(site, kept, dice)
        if before == _as_it_is(site):
            # Two equal rows have changed places.
            continue
        _, faults = proof(SiteInFolder(site), chain.head if edit in NEED_A_HEAD else None)
        made_so_far, found_so_far = counts[edit.__name__.strip("_")]
        counts[edit.__name__.strip("_")] = (made_so_far + 1, found_so_far + bool(faults))
        shutil.rmtree(site)
        shutil.copytree(kept[-1], site)
    return counts


def main() -> int:
    """Prints the table; 1 when anything was not found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2026)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = tried(Path(folder), given.edits, given.seed)
    for name, (made_here, found_here) in counts.items():
        print(f"{name:16} {found_here:5} of {made_here}")
    all_made, all_found = (sum(column) for column in zip(*counts.values(), strict=True))
    print(f"{'all':16} {all_found:5} of {all_made}")
    return int(all_made != all_found)


if __name__ == "__main__":
    raise SystemExit(main())
