"""How far the work has come: a bar on a terminal, plain lines otherwise, nothing when that is wanted."""

import io

import pytest

from build_scripts.progress import WIDTH, Progress


class Clock:
    """A clock that a test sets forward."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_plain_lines_where_there_is_no_terminal() -> None:
    out = io.StringIO()
    progress = Progress.shown(out)
    progress.begin("Läser")
    progress.begin("Gör sidor", 3)
    progress.step()
    progress.end()
    assert out.getvalue() == "Läser ...\nGör sidor (3) ...\n"


@pytest.mark.parametrize(
    ("steps", "seconds", "expected"),
    [
        (0, 0, "Skriver " + "░" * WIDTH + " 0 av 200"),
        (50, 0.5, "Skriver " + "█" * 6 + "░" * 18 + " 50 av 200"),
        (50, 10, "Skriver " + "█" * 6 + "░" * 18 + " 50 av 200, 30 s kvar"),
        (50, 41, "Skriver " + "█" * 6 + "░" * 18 + " 50 av 200, 2 min 03 s kvar"),
        (200, 10, "Skriver " + "█" * WIDTH + " 200 av 200, 1 s kvar"),
    ],
)
def test_the_bar_shows_count_and_time_left(steps: int, seconds: float, expected: str) -> None:
    clock, out = Clock(), io.StringIO()
    progress = Progress(out, is_terminal=True, now=clock)
    progress.begin("Skriver", 200)
    for _ in range(steps - 1):
        progress.step()
    clock.seconds = seconds
    if steps:
        progress.step()
    assert out.getvalue().split("\r")[-1].rstrip() == expected


def test_the_bar_is_cleared_away() -> None:
    out = io.StringIO()
    progress = Progress(out, is_terminal=True, now=Clock())
    progress.begin("Läser")
    progress.end()
    assert out.getvalue() == "\rLäser ...\r         \r"


def test_a_bar_of_unknown_length_counts() -> None:
    clock, out = Clock(), io.StringIO()
    progress = Progress(out, is_terminal=True, now=clock)
    progress.begin("Gör sidor")
    clock.seconds = 1
    progress.step()
    assert out.getvalue().endswith("\rGör sidor ... 1")


def test_silence(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress.begin("Gör sidor", 2)
    progress.step()
    progress.end()
    assert capsys.readouterr() == ("", "")
