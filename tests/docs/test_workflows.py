"""The ready workflows: every action is pinned, every command exists, and nothing may do more than it needs."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
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


@pytest.mark.parametrize(
    ("file", "schema", "more"),
    [
        *((file, "vendor.github-workflows", ()) for file in GITHUB),
        (GITLAB, "vendor.gitlab-ci", ("--data-transform", "gitlab-ci")),
    ],
    ids=lambda part: part.name if isinstance(part, Path) else "",
)
def test_the_published_schemas_take_the_files(file: Path, schema: str, more: tuple[str, ...]) -> None:
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, str(file)]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout


def _refused_by_gitlab(jobs: dict[str, Any]) -> Iterator[str]:
    """What GitLab refuses the whole file for, or never carries out, though its schema takes it.

    Source: docs.gitlab.com/ci/yaml: `artifacts:expose_as`, `extends`, `needs`, `pages`, `stages`.
    """
    own = {
        name: job
        for name, job in jobs.items()
        if isinstance(job, dict) and name not in ("workflow", "default", "variables")
    }
    for name, job in own.items():
        whole = own.get(job.get("extends", ""), {}) | job
        artifacts = whole.get("artifacts", {})
        if "expose_as" in artifacts:
            if not re.fullmatch(r"[A-Za-z0-9_ -]{1,100}", artifacts["expose_as"]):
                yield f"{name}: expose_as"
            if any(set(path) & set("*?[") for path in artifacts.get("paths", ())):
                yield f"{name}: paths of expose_as"
        if "extends" in job and job["extends"] not in own:
            yield f"{name}: extends"
        if not name.startswith(".") and whole.get("stage", "test") not in jobs["stages"]:
            yield f"{name}: stage"
        if not set(job.get("needs", ())) <= own.keys():
            yield f"{name}: needs"
        if name == "pages" and "public/" not in artifacts.get("paths", ()):
            yield f"{name}: public"


def _refused_by_github(workflow: dict[Any, Any]) -> Iterator[str]:
    """The same of GitHub. Source: docs.github.com/actions: workflow syntax, and the README of upload-artifact."""
    jobs = workflow["jobs"]
    for name, job in jobs.items():
        if not re.fullmatch(r"[A-Za-z_][\w-]*", name, re.ASCII):
            yield f"{name}: the job's id"
        needs = job.get("needs", [])
        if not {*([needs] if isinstance(needs, str) else needs)} <= jobs.keys():
            yield f"{name}: needs"
        for step in job["steps"]:
            given = step.get("with", {})
            if "checkout" in step.get("uses", "") and given.get("fetch-depth") != 0:
                yield f"{name}: the whole history"
            if set(str(given.get("name", ""))) & set('":<>|*?\\/\r\n'):
                yield f"{name}: an artifact's name"
            if not 1 <= given.get("retention-days", 1) <= 90:
                yield f"{name}: retention-days"
    # YAML 1.1 reads the key `on` as true.
    for row in workflow[True].get("schedule", ()):
        if len(row["cron"].split()) != 5 or row["cron"].startswith("*"):
            yield "schedule"


def test_the_services_take_the_files() -> None:
    """GitLab refused our file for a letter that its published schema knows nothing of."""
    assert list(_refused_by_gitlab(_read(GITLAB))) == []
    assert [fault for file in GITHUB for fault in _refused_by_github(_read(file))] == []
    assert _read(GITLAB)["variables"]["GIT_DEPTH"] == 0


GITLAB_SLIPS = [
    ("expose_as: Webbplatsen", "expose_as: Förhandsvisningen", "förhandsvisning: expose_as"),
    (
        "expose_as: Webbplatsen\n    paths: [public/]",
        'expose_as: W\n    paths: ["public/*"]',
        "förhandsvisning: paths of expose_as",
    ),
    ("extends: .bygge", "extends: .bygget", "förhandsvisning: extends"),
    ("stages: [kontroll, bygge]", "stages: [bygge]", "kontroll: stage"),
    ("needs: []", "needs: [granska]", "pages: needs"),
]


@pytest.mark.parametrize(("old", "new", "fault"), GITLAB_SLIPS, ids=[slip[2] for slip in GITLAB_SLIPS])
def test_a_slip_that_gitlab_refuses_is_seen(old: str, new: str, fault: str) -> None:
    text = GITLAB.read_text("utf-8")
    assert old in text
    assert fault in _refused_by_gitlab(yaml.safe_load(text.replace(old, new)))


GITHUB_SLIPS = [
    ("  kontroll:\n", "  köntroll:\n", "köntroll: the job's id"),
    ("needs: bygge", "needs: bygget", "publicera: needs"),
    ("fetch-depth: 0", "fetch-depth: 1", "kontroll: the whole history"),
    ("name: forhandsvisning", "name: för/handsvisning", "bygge: an artifact's name"),
    ("retention-days: 14", "retention-days: 140", "bygge: retention-days"),
]


@pytest.mark.parametrize(("old", "new", "fault"), GITHUB_SLIPS, ids=[slip[2] for slip in GITHUB_SLIPS])
def test_a_slip_that_github_refuses_is_seen(old: str, new: str, fault: str) -> None:
    text = GITHUB[0].read_text("utf-8")
    assert old in text
    assert fault in _refused_by_github(yaml.safe_load(text.replace(old, new)))
