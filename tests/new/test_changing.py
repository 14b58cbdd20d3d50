"""Several files written as one, each all at once, or taken back."""

from __future__ import annotations

from pathlib import Path

from build_scripts.new.changing import written


def test_whoever_reads_meanwhile_sees_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "mapp/a.md"
    written(tmp_path, {"mapp/a.md": b"det gamla"})
    with file.open("rb") as read:
        take_back = written(tmp_path, {"mapp/a.md": b"nytt", "ny/b.md": b"b"})
        assert read.read() == b"det gamla"
    assert file.read_bytes() == b"nytt"
    take_back()
    assert file.read_bytes() == b"det gamla"
    assert [path.name for path in tmp_path.rglob("*")] == ["mapp", "a.md"]
