"""A folder that is filled again holds in the end what the new site has, whatever lay in it before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_scripts.kept.listing import ListedFolder, Listing, found, strange


def _filled(root: Path, before: Listing | None) -> Listing:
    """A site of two pages."""
    out = ListedFolder(root, before)
    for name in ("index.html", "sida/index.html"):
        out.put(name, "nyckel", name.encode)
    return out.finished({})


@pytest.mark.parametrize("is_known", [True, False])
def test_nothing_but_the_site_is_left(tmp_path: Path, is_known: bool) -> None:
    """Also where the listing is lost, and where a file has become a link to the same bytes."""
    site = tmp_path / "site"
    site.mkdir()
    before = _filled(site, None)
    elsewhere = (site / "sida/index.html").rename(tmp_path / "kopia.html")
    (site / "sida/index.html").symlink_to(elsewhere)
    (site / "tom/mapp").mkdir(parents=True)
    (site / "annan").mkdir()
    (site / "annan/index.html").write_bytes(b"gammal")
    os.mkfifo(site / "ror")
    assert sorted(strange(site)) == ["ror", "sida/index.html", "tom/mapp/"]
    listed = _filled(site, before if is_known else None)
    assert listed.is_true_of(site)
    assert sorted(name for name, _ in found(site)) == ["index.html", "sida/index.html"]
    assert list(strange(site)) == []
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "sida"]
    assert elsewhere.read_bytes() == b"sida/index.html"
