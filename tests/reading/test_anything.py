"""Whatever stands in a file or lies in a folder: findings or an archive, never an exception."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.facts.day import Day
from macros.finding import Finding, as_text, has_errors
from macros.judging import judge
from macros.record.layout import KINDS, Kind
from macros.record.parsing import parse
from macros.record.reading import read
from macros.record.schema import Header
from tests.checks.case import SOUND, TODAY

pytestmark = pytest.mark.slow
"""Takes seconds, and is left to the whole run."""

KEYS = sorted({info.alias or name for kind in KINDS for name, info in kind.model.model_fields.items()})
VALUES = [
    *(
        "ja",
        "nej",
        "maskat",
        "2026-03-12",
        "2026",
        "torsdag",
        "kallat",
        "nämnd",
        "18:00",
        "TN/2026:1",
        "9999-12-31",
        "0001-01-01",
    ),
    *("#", "", "[a, b]", "*a", "&a b", '"', "|", "../a", "organ:x", "a/b", "\\u202e", "2*3*4"),
]

headers = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "  - ", "    ", "\t"]),
        st.sampled_from(KEYS),
        st.sampled_from(VALUES) | st.text(max_size=12),
    ),
    max_size=12,
).map(lambda rows: "".join(f"{indent}{key}: {value}\n" for indent, key, value in rows))
anything = st.binary(max_size=300) | st.text(max_size=300).map(
    lambda text: f"---\n{text}\n---\n".encode("utf-8", "surrogatepass")
)
contents = anything | st.tuples(headers, st.text(max_size=60)).map(
    lambda parts: f"---\n{parts[0]}---\n{parts[1]}".encode("utf-8", "surrogatepass")
)


def _sound(findings: list[Finding]) -> None:
    for found in findings:
        assert as_text(found).startswith(f"{found.place}: {found.level}[{found.rule}]: ")
        assert found.message
        assert found.remedy
        as_text(found).encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(content=contents)
def test_any_bytes_are_a_document_or_findings(kind: Kind[Header], content: bytes) -> None:
    document, findings = parse(kind.model, "x.md", content)
    _sound(findings)
    assert document is not None or has_errors(findings)


FILES = [path.relative_to(SOUND).as_posix() for path in sorted(SOUND.rglob("*.md"))]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(path=st.sampled_from(FILES), header=headers, body=st.text(max_size=60), keep=st.booleans())
def test_any_header_in_a_record_is_judged(
    path: str, header: str, body: str, keep: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`keep` leaves the sound header's own keys, so that more of the texts come through to the rules."""
    root = tmp_path_factory.mktemp("record")
    for file in FILES:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes((SOUND / file).read_bytes())
    own = (SOUND / path).read_text(encoding="utf-8").split("---\n")[1] if keep else ""
    (root / path).write_bytes(f"---\n{own}{header}---\n{body}".encode("utf-8", "surrogatepass"))
    archive, known = read(root)
    _sound(judge(archive, known, Day(archive.without_drafts, TODAY)))


def _rules(root: Path) -> set[tuple[str, str]]:
    archive, known = read(root)
    findings = judge(archive, known, Day(archive.without_drafts, TODAY))
    _sound(findings)
    return {(found.place.path, found.rule) for found in findings}


def _empty(path: Path) -> None:
    path.mkdir(parents=True)


def _file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")


def _pipe(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(path.parent)


BODY = "meetings/n"


@pytest.mark.parametrize(
    ("made", "path", "expected"),
    [
        (_file, "meetings", {("meetings", "arkivet-saknas")}),
        (_pipe, "meetings", {("meetings", "arkivet-saknas")}),
        (_empty, "meetings", {("meetings", "arkivet-saknas")}),
        (_file, "meetings/n", {("meetings/n", "okänd-fil")}),
        (_empty, "meetings/n", {(BODY, "organ-saknas")}),
        (_empty, "meetings/n/organ.md", {(BODY, "organ-saknas"), (f"{BODY}/organ.md", "okänd-fil")}),
        (_pipe, "meetings/n/organ.md", {(BODY, "organ-saknas"), (f"{BODY}/organ.md", "okänd-fil")}),
        (_loop, "meetings/n", {("meetings/n", "länk-i-arkivet")}),
        (_loop, "meetings/n/2026-03-12", {(BODY, "organ-saknas"), (f"{BODY}/2026-03-12", "länk-i-arkivet")}),
        (_file, "meetings/n/2026-03-12", {(BODY, "organ-saknas"), (f"{BODY}/2026-03-12", "okänd-fil")}),
        (
            _file,
            "meetings/n/sammantradesordning",
            {(BODY, "organ-saknas"), (f"{BODY}/sammantradesordning", "okänd-fil")},
        ),
        (
            _file,
            "meetings/n/arenden/bilagor/djup/fil.pdf",
            {(BODY, "organ-saknas"), (f"{BODY}/arenden/bilagor/djup", "okänd-fil")},
        ),
        (_file, "meetings/.dold/fil", {("meetings", "arkivet-saknas")}),
    ],
)
def test_a_weird_tree_is_told(made: object, path: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    assert callable(made)
    made(tmp_path / path)
    rules = {
        (place, "okänd-fil" if rule == "länk-i-arkivet" and made is _pipe else rule) for place, rule in _rules(tmp_path)
    }
    assert rules == expected


@pytest.mark.parametrize("refused", ["scandir", "stat", "read_bytes", "is_file"])
def test_a_record_that_may_not_be_read_is_told(refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is played: root, who runs many test machines, may read everything."""

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied")

    organ = tmp_path / "meetings/n/organ.md"
    _file(organ)
    (tmp_path / "meetings/n/arenden/bilagor").mkdir(parents=True)
    with monkeypatch.context() as patched:
        patched.setattr(os if refused == "scandir" else Path, refused, refuse)
        archive, findings = read(tmp_path)
    assert archive.bodies == ()
    assert has_errors(findings)
    _sound(findings)
