import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.dates.printed_plan import Fault, PrintedDate, PrintedPlan, PrintedStanding, read_printed
from tests.dates.examples import avux_2018, day, schedule, step

PLAN = schedule(step("deadline_nämnd", dagar_före="8"), step("beredning", dagar_före="3"))
STANDING = schedule(
    standing=tuple({"id": id, "namn": id.upper(), "veckodag": "måndag"} for id in ("ksb", "ksb_stora", "fb"))
)


@pytest.mark.parametrize(
    "text",
    [
        "sammantrade\tdeadline_namnd\tberedning\n2018-04-12\t2018-04-04*\t\n",
        "sammanträde\tdeadline_nämnd\tberedning\r\n2018-04-12\t2018-04-04*\t\r\n\r\n",
        "SAMMANTRÄDE\tDeadline_Namnd\tberedning\n\n2018-04-12 \t 2018-04-04 *\t ",
        "deadline_namnd\tsammantra\N{COMBINING DIAERESIS}de\tberedning\n2018-04-04*\t2018-04-12\t\n",
    ],
)
def test_a_plan_is_read_however_its_columns_are_written(text: str) -> None:
    printed, faults = read_printed(text, PLAN)
    assert faults == ()
    cells = {"deadline_nämnd": PrintedDate(day("Wednesday 2018-04-04"), starred=True), "beredning": None}
    assert printed == PrintedPlan({day("Thursday 2018-04-12"): cells})


def test_standing_columns_begin_with_the_id_and_the_longest_fitting_one_counts() -> None:
    printed, faults = read_printed("månad\tksb_mandagar\tksb_stora_x\n2018-04\t9, 16\t\n2018-05\t\t7\n", STANDING)
    assert faults == ()
    assert isinstance(printed, PrintedStanding)
    assert printed.days == {
        "ksb": {day("Monday 2018-04-09"), day("Monday 2018-04-16")},
        "ksb_stora": {day("Monday 2018-05-07")},
    }


HEAD = "sammantrade\tdeadline_namnd\tberedning\n"
MONTHS = "month\tksb_mandagar\n"
ROW = "2018-04-12\t2018-04-04\t2018-04-09\n"
DATE_HELP = "skriv år, månad och dag, till exempel 2018-03-12, med * när dagen är flyttad."


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [Fault(1, "Filen är tom.", "skriv en rubrikrad och en rad per sammanträde.")]),
        ("\n \n", [Fault(1, "Filen är tom.", "skriv en rubrikrad och en rad per sammanträde.")]),
        (HEAD, [Fault(1, "Filen har en rubrikrad men inga rader under den.", "lägg till planens rader.")]),
        (
            "sammantrade;deadline_namnd\n2018-04-12;2018-04-04\n",
            [Fault(1, "Kolumnerna är inte skilda åt med tabbar.", "spara filen som tabbseparerad text.")],
        ),
        (
            "datum\tberedning\n",
            [
                Fault(
                    1,
                    'Rubrikraden "datum beredning" har varken kolumnen sammantrade eller kolumnen month.',
                    "skriv kolumnernas namn på första raden, åtskilda med tabbar.",
                )
            ],
        ),
        (
            "sammantrade\tdeadline_namn\tfika\tberedning\tberedning\n" + "2018-04-12\t\t\t\t\n",
            [
                Fault(
                    1,
                    'Kolumnen "deadline_namn" finns inte i ordningen.',
                    "Menade du deadline_namnd? Stegen är deadline_nämnd och beredning.",
                ),
                Fault(
                    1,
                    'Kolumnen "fika" finns inte i ordningen.',
                    "byt namn eller ta bort kolumnen; stegen är deadline_nämnd och beredning.",
                ),
                Fault(1, 'Kolumnen "beredning" finns två gånger.', "behåll en av dem."),
            ],
        ),
        (
            HEAD + "2018-04-12\t2018-04-04\n" + ROW + "2018-04-12\t2018-04-04\t2018-04-09\t\n",
            [
                Fault(
                    line,
                    f"Raden har {cells} fält men rubrikraden 3.",
                    "skriv ett fält per kolumn, åtskilda med tabbar; ett tomt fält får vara tomt.",
                )
                for line, cells in ((2, 2), (4, 4))
            ],
        ),
        (
            HEAD + "2018-02-30\t4/4 2018\tsnart\n" + "\t2018-04-04**\t180409\n",
            [
                Fault(2, "2018-02-30 finns inte i kalendern.", "rätta datumet."),
                Fault(2, '"4/4 2018" är inget datum av formen ÅÅÅÅ-MM-DD.', "skriv 2018-04-04."),
                Fault(2, '"snart" är inget datum av formen ÅÅÅÅ-MM-DD.', DATE_HELP),
                Fault(3, '"2018-04-04**" är inget datum av formen ÅÅÅÅ-MM-DD.', DATE_HELP),
                Fault(3, '"180409" är inget datum av formen ÅÅÅÅ-MM-DD.', "skriv 2018-04-09."),
                Fault(3, "Raden saknar sammanträdets datum.", "skriv det som ÅÅÅÅ-MM-DD."),
            ],
        ),
        (
            HEAD + ROW + ROW + ROW.replace("2018", "2017"),
            [
                Fault(3, "Sammanträdet 2018-04-12 står på två rader.", "behåll en av dem."),
                Fault(4, "Sammanträdet 2017-04-12 ligger inte i 2018.", "jämför med rätt års plan."),
            ],
        ),
        (
            "month\tkbs_mandagar\n2018-04\t9\n",
            [
                Fault(
                    1,
                    'Kolumnen "kbs_mandagar" finns inte i ordningen.',
                    "byt namn eller ta bort kolumnen; de stående mötena är ksb, ksb_stora och fb.",
                )
            ],
        ),
        (
            MONTHS + "2018-04\t9, 31, x, 0\n" + "2018-13\t1\n2017-04\t3\n2018-04\t9\napril\t9\n",
            [
                *(
                    Fault(2, f'"{bad}" är ingen dag i 2018-04.', "skriv dagarnas nummer, 1 till 30, med komma emellan.")
                    for bad in ("31", "x", "0")
                ),
                Fault(3, '"2018-13" är ingen månad av formen ÅÅÅÅ-MM.', "skriv till exempel 2018-03."),
                Fault(4, "Månaden 2017-04 ligger inte i 2018.", "jämför med rätt års plan."),
                Fault(5, "Månaden 2018-04 står på två rader.", "behåll en av dem."),
                Fault(6, '"april" är ingen månad av formen ÅÅÅÅ-MM.', "skriv till exempel 2018-03."),
            ],
        ),
    ],
)
def test_a_broken_file_is_told_with_every_fault_and_its_line(text: str, faults: list[Fault]) -> None:
    of = STANDING if text.startswith("month") else PLAN
    assert read_printed(text, of) == (None, tuple(faults))


def test_a_schedule_without_steps_says_so() -> None:
    assert read_printed("sammantrade\tsteget\n2018-04-12\t\n", schedule())[1] == (
        Fault(
            1,
            'Kolumnen "steget" finns inte i ordningen.',
            "byt namn eller ta bort kolumnen; det finns inga i ordningen.",
        ),
    )


PIECES = st.sampled_from(
    ["sammantrade", "month", "deadline_namnd", "fb_x", "\t", "\n", "2018-01-18", "*", "2018-01", "3, 4", "²", "\x00"]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_gives_a_plan_or_faults(text: str) -> None:
    printed, faults = read_printed(text, avux_2018())
    assert (printed is None) is bool(faults)
