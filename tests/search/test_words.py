"""Words as the index holds them: what is one word, and what is not."""

import pytest

from build_scripts.exports.search_words import END, days, indexed, stem, synonyms, understood, words_of


@pytest.mark.parametrize(
    "forms",
    [
        "bibliotek biblioteket biblioteken bibliotekets bibliotekens",
        "skolskjuts skolskjutsar skolskjutsen skolskjutsarna",
        "skolskjutsenhet skolskjutsenheten skolskjutsenhetens skolskjutsenheter",
        "kostnad kostnaden kostnader kostnaderna",
        "budget budgeten budgetens",
        "parkera parkerar parkerade parkerat",
        "parkering parkeringen parkeringar",
        "lekplats lekplatser lekplatserna",
        "ordförande ordföranden ordförandens",
        "beslut beslutet besluten beslutade",
    ],
)
def test_forms_of_a_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kön", "kontrollera"), ("kön", "kon"), ("tåg", "tagit"), ("tåg", "tag"), ("badhus", "båda"),
        ("färdtjänst", "färdiga"), ("parkera", "park"), ("skolskjutsenheten", "skolskjuts"), ("plan", "planera"),
    ],
)  # fmt: skip
def test_other_words_are_not(one: str, other: str) -> None:
    assert indexed(one) != indexed(other)
    assert not indexed(other).startswith(indexed(one))


def test_no_word_goes_on_after_the_mark() -> None:
    assert [indexed(word) for word in ("Kön", "café", "A1", "2026")] == ["kønþ", "cafþ", "a1þ", "2026þ"]
    assert END == "þ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EXN/2026:17", ["exn2026d17", "2026d17"]),
        ("dnr EXN 2026-0017.", ["dnr", "exn2026d17", "2026d17"]),
        ("2017:430", ["2017d430"]),
        ("§ 43", ["par43"]),
        ("26\N{NO-BREAK SPACE}kap. 1\N{NO-BREAK SPACE}§ OSL. § 45", ["kap26p1", "osl", "par45"]),
        ("5 kap. 7 a § kommunallagen", ["kap5p7a", "kommunallag"]),
        ("13 kap. 1-3 §§", ["kap13p1", "3"]),
        ("13 kap. 1 och 2 §§", ["kap13p1", "och", "2"]),
        ("26 kap.1§ 2 st.", ["kap26p1", "2", "st"]),
        ("26 kapitlet 10A §", ["kap26p10a"]),
        ("3 kap. 12 kronor", ["3", "kap", "12", "kron"]),
        ("30 000 kr", ["30000", "kr"]),
        ("30\N{NO-BREAK SPACE}000", ["30000"]),
        ("2 200 000 000", ["2200000000"]),
        ("12 30", ["12", "30"]),
        ("39,5 mnkr, 12", ["39k5", "mnkr", "12"]),
        ("2026-09-24", ["d20260924"]),
        ("läsåret 2026/27", ["läsår", "2026", "27"]),
        ("skol\u00adskjuts", ["skolskjut"]),
    ],
)
def test_references_and_numbers_are_words(text: str, expected: list[str]) -> None:
    # A word of the index has its own letters for å, ä and ö.
    assert [found.removesuffix(END).replace("ə", "ä").replace("æ", "å") for _, found in words_of(text)] == expected


def test_days() -> None:
    assert days("2026-09-24") == ("d20260924þ", "d0924þ", "m202609þ", "y2026þ")


def test_words_for_the_same_thing() -> None:
    assert synonyms()[stem("skolbuss")] == ["skolskjuts"]
    assert synonyms()[stem("skolskjutsarna")] == ["skolbuss"]
    assert synonyms()[stem("bokslut")] == ["verksamhetsberättelse", "delårsrapport"]
    assert stem("verksamhetsberättelse") not in synonyms(), "a word before a colon is looked for one way"
    for typed, others in synonyms().items():
        assert typed not in [stem(other) for other in others]


def test_what_the_script_is_told() -> None:
    assert {"hur", "vad", "röstade"} <= set(understood({})["frågor"])
    assert set(understood({})) == {"stam", "frågor", "synonymer"}


def test_a_body_is_called_by_its_short_name_too() -> None:
    alike = understood({"KSE": ["Styrelsen i Ekerö"], "KS": ["Styrelsen"]})["synonymer"]
    assert (alike[stem("kse")], alike["ks"]) == (["Styrelsen i Ekerö"], ["kommunstyrelsen", "Styrelsen"])
    assert "kse" not in understood({})["synonymer"]
