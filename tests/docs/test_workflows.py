"""The ready workflows: every action is pinned, every command exists, and nothing may do more than it needs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.__main__ import COMMANDS, parser

ROOT = Path(__file__).parents[2]
GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
OTHER_PROGRAMS = {"cp", "git"}
JUDGED = ("kontrollera", "granska", "utgivet --saknas HEAD")
"""What is asked of every change, in this order."""

BUILT = ("bygg", "granska --webbplats site", "publicera --till public --artefakt")
"""What is built: a change that is proposed as it is; and main, as it was when it was last whole, is published."""


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def _steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in _read(file)["jobs"].values():
        yield from job["steps"]


def _scripts() -> Iterator[tuple[str, list[str]]]:
    for file in GITHUB:
        yield file.name, [line for step in _steps(file) for line in step.get("run", "").splitlines()]
    jobs = _read(GITLAB)
    yield GITLAB.name, [*jobs["default"]["before_script"], *(line for job in jobs.values() for line in _script(job))]


def _script(job: Any) -> list[str]:
    return list(job.get("script", ())) if isinstance(job, dict) else []


SCRIPTS = dict(_scripts())


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_command_exists(name: str) -> None:
    assert len(SCRIPTS[name]) > 3
    for line in SCRIPTS[name]:
        program, *words = shlex.split(line)
        if program == "make":
            assert set(words) <= TARGETS, line
        elif program == ".venv/bin/klubbat":
            assert words[0] in COMMANDS, line
            parser([words[0]]).parse_args(words)
        else:
            assert program in OTHER_PROGRAMS, line


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_site_is_checked_guarded_built_and_guarded_again(name: str) -> None:
    said = [line.removeprefix(".venv/bin/klubbat ") for line in SCRIPTS[name] if "klubbat" in line]
    plain = [re.sub(r" --(?:format github|tyst)", "", line) for line in said]
    assert plain[:3] == list(JUDGED)
    assert sorted(plain[3:]) == sorted(BUILT)


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_every_action_is_pinned_by_commit_with_its_version_beside(file: Path) -> None:
    used = [line.strip().removeprefix("- ") for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(used) == sum("uses" in step for step in _steps(file))
    assert [line for line in used if not re.fullmatch(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_image_has_an_exact_version() -> None:
    assert re.fullmatch(r"[a-z]+:\d+\.\d+\.\d+-[a-z]+", _read(GITLAB)["default"]["image"])


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_only_the_job_that_publishes_may_write_and_only_from_main(file: Path) -> None:
    workflow = _read(file)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name: job for name, job in workflow["jobs"].items() if "permissions" in job}
    assert {name: job["permissions"] for name, job in writing.items()} == {
        "publicera": {"pages": "write", "id-token": "write"}
    }
    assert writing["publicera"]["if"].startswith("github.ref == 'refs/heads/main' && ")
    assert [step["with"]["persist-credentials"] for step in _steps(file) if "checkout" in step.get("uses", "")] == [
        False,
        False,
    ]


def test_gitlab_publishes_the_main_branch_only() -> None:
    jobs = _read(GITLAB)
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert [name for name, job in jobs.items() if isinstance(job, dict) and job.get("extends")] == [
        "förhandsvisning",
        "pages",
    ]


def test_what_gitlab_shows_of_a_job_has_a_name_that_it_takes() -> None:
    """GitLab refuses the whole file for a name with other letters, and paths with patterns, though its schema takes both."""
    shown = [
        job["artifacts"]
        for job in _read(GITLAB).values()
        if isinstance(job, dict) and "expose_as" in job.get("artifacts", {})
    ]
    assert shown
    for artifacts in shown:
        assert re.fullmatch(r"[A-Za-z0-9_ -]{1,100}", artifacts["expose_as"])
        assert not any(set(path) & set("*?[") for path in artifacts["paths"])
