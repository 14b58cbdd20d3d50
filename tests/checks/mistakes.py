"""The most usual mistakes of writing: how a header is written, and its words."""

from __future__ import annotations

from dataclasses import dataclass

HOME = "meetings/testnamnden"
ITEM = "2026-03-12/02-skolskjuts.md"
PLAN = "2026-03-12/01-cykelplan.md"
CALL = "2026-03-12/kallelse.md"
LIST = "2026-03-12/delegationsbeslut/2026-02-skolskjuts.md"
HELD = "2026-02-05/kallelse.md"
MASKED = "2026-02-05/03-maskat-arende.md"
MINUTES = "2026-02-05/protokoll.md"
YEAR = "sammantradesordning/2026.md"
BOARD = "organ.md"
MEMBERS = "ledamoter.md"


@dataclass(frozen=True)
class Mistake:
    """One change of one file (`old` stands in it once), and the one finding: line and column, rule, message, remedy."""

    name: str
    file: str
    old: str
    new: str
    where: tuple[str, str]
    message: str
    remedy: str


WRITTEN_WRONG = (
    Mistake(
        "a key is misspelt",
        ITEM,
        "diarienummer",
        "dairienummer",
        ("3:1", "okänd-nyckel"),
        "Nyckeln dairienummer finns inte.",
        "Menade du diarienummer?",
    ),
    Mistake(
        "a key that must be there is misspelt",
        MINUTES,
        "närvarande:",
        "närvarnde:",
        ("2:1", "okänd-nyckel"),
        "Nyckeln närvarnde finns inte.",
        "Menade du närvarande?",
    ),
    Mistake(
        "the colon after a key is forgotten",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik Skolskjuts",
        ("2:1", "kolon-saknas"),
        "En rad saknar kolon efter nyckeln.",
        "skriv rubrik: Skolskjuts, eller sätt ihop raden med den före om den hör dit.",
    ),
    Mistake(
        "the blank after the colon is forgotten",
        ITEM,
        "diarienummer: TN/2026:2",
        "diarienummer:TN/2026:2",
        ("3:1", "kolon-saknas"),
        "Det saknas ett blanksteg efter kolonet.",
        "skriv diarienummer: TN/2026:2",
    ),
    Mistake(
        "a colon within a value",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: Skolskjuts: nya regler",
        ("2:19", "kolon-i-värde"),
        "Ett kolon mitt i värdet gör att raden inte går att läsa.",
        'skriv rubrik: "Skolskjuts: nya regler"',
    ),
    Mistake(
        "a quote that is never closed",
        ITEM,
        "rubrik: Skolskjuts",
        'rubrik: "Skolskjuts',
        ("2:9", "citat-oavslutat"),
        "Ett citattecken öppnas men stängs aldrig.",
        "sätt ett citattecken till i slutet av värdet.",
    ),
    Mistake(
        "a tab",
        MINUTES,
        "  ledamöter:\n",
        "\tledamöter:\n",
        ("4:1", "tabb"),
        "Raden är indragen med en tabb.",
        "byt tabben mot blanksteg; varje nivå dras in två steg.",
    ),
    Mistake(
        "the line that ends the header is gone",
        ITEM,
        "---\nReglerna",
        "Reglerna",
        ("1:1", "rubrikdel-oavslutad"),
        "Rubrikdelen tar aldrig slut.",
        "sätt en rad med bara --- efter den sista nyckeln.",
    ),
    Mistake(
        "a key twice",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: Skolskjuts\nrubrik: Skolkort",
        ("3:1", "dubbel-nyckel"),
        "Nyckeln rubrik står två gånger; första gången på rad 2.",
        "behåll den rad som gäller och ta bort den andra.",
    ),
    Mistake(
        "no title",
        ITEM,
        "rubrik: Skolskjuts\n",
        "",
        ("1:1", "rubrik-saknas"),
        "Ärendet har ingen rubrik.",
        "lägg till rubrik: med vad ärendet heter på listan.",
    ),
    Mistake(
        "a word that is not among those that can be chosen",
        CALL,
        "läge: kallat",
        "läge: kallad",
        ("4:7", "okänt-värde"),
        '"kallad" är inget av de ord som kan stå här.',
        "Menade du kallat? Möjliga värden: planerat, kallat, genomfört, inställt.",
    ),
    Mistake(
        "the series' year is not written ÅÅÅÅ",
        BOARD,
        "TN/ÅÅÅÅ:N",
        "TN/ÅR:N",
        ("6:5", "diarieserie-form"),
        '"TN/ÅR:N" skriver året som ÅR.',
        "skriv TN/ÅÅÅÅ:N, eller ÅÅ där året står med två siffror.",
    ),
    Mistake(
        "a key that is indented below one with a value",
        ITEM,
        "diarienummer: TN/2026:2",
        "diarienummer: TN/2026:2\n handläggare: Utredare",
        ("4:2", "indrag"),
        "Raden är längre indragen än den före, som redan har sitt värde, och läses som en fortsättning på det.",
        "börja raden längst till vänster: handläggare: Utredare",
    ),
    Mistake(
        "an apostrophe within single quotes",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: 'Barn's skolskjuts'",
        ("2:15", "citat-oavslutat"),
        "Citattecknen slutar mitt i värdet, så att resten inte går att läsa.",
        'skriv rubrik: "Barn\'s skolskjuts"',
    ),
    Mistake(
        "a title that begins with a word within quotes",
        ITEM,
        "rubrik: Skolskjuts",
        'rubrik: "Trygg" skolskjuts',
        ("2:17", "citat-oavslutat"),
        "Citattecknen slutar mitt i värdet, så att resten inte går att läsa.",
        "skriv rubrik: '\"Trygg\" skolskjuts'",
    ),
    Mistake(
        "quotes within quotes",
        ITEM,
        "rubrik: Skolskjuts",
        'rubrik: "Skolskjuts, projektet "Trygg""',
        ("2:33", "citat-oavslutat"),
        "Citattecknen slutar mitt i värdet, så att resten inte går att läsa.",
        "skriv rubrik: 'Skolskjuts, projektet \"Trygg\"'",
    ),
    Mistake(
        "Word's quotes about a title",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: ”Skolskjuts”",
        ("2:9", "citattecken-i-värde"),
        "Citattecknen är Words egna och skulle synas på sidan.",
        'skriv Skolskjuts utan dem. Ska de synas: skriv "”Skolskjuts”"',
    ),
    Mistake(
        "one of Word's quotes",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: ”Skolskjuts",
        ("2:9", "citattecken-i-värde"),
        "Ett av Words citattecken står utan sitt par och skulle synas på sidan.",
        "skriv Skolskjuts utan det, eller sätt det andra där det fattas.",
    ),
    Mistake(
        "a number after a sign that begins a remark",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: Skolskjuts #2",
        ("2:20", "nummertecken"),
        "#2 skulle falla bort: det som står efter blanksteg och # läses som en kommentar.",
        'skriv rubrik: "Skolskjuts #2"',
    ),
    Mistake(
        "Word's dash before a row",
        ITEM,
        "diarienummer: TN/2026:2",
        "diarienummer: TN/2026:2\nförslag_till_beslut:\n  – Nämnden antar reglerna.",
        ("5:3", "listrad"),
        "Raden börjar med – i stället för -.",
        "skriv - Nämnden antar reglerna.",
    ),
    Mistake(
        "a title within brackets",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: [Skolskjuts]",
        ("2:1", "fel-slag"),
        "Här ska en text stå, inte en lista.",
        'skriv rubrik: "[Skolskjuts]"',
    ),
    Mistake(
        "a title within stars",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik: *Skolskjuts*",
        ("2:20", "särskilt-tecken"),
        "Värdet börjar med ett tecken som har en särskild betydelse här.",
        'skriv rubrik: "*Skolskjuts*"',
    ),
    Mistake(
        "an equals sign for a colon",
        ITEM,
        "rubrik: Skolskjuts",
        "rubrik = Skolskjuts",
        ("2:1", "kolon-saknas"),
        "En rad saknar kolon efter nyckeln.",
        "skriv rubrik: Skolskjuts, eller sätt ihop raden med den före om den hör dit.",
    ),
    Mistake(
        "a role shortened",
        MEMBERS,
        "roll: ordförande",
        "roll: ordf.",
        ("6:15", "okänt-värde"),
        '"ordf." är inget av de ord som kan stå här.',
        "Menade du ordförande? Möjliga värden: ordförande, förste vice ordförande, andre vice ordförande, ledamot, ersättare.",
    ),
    Mistake(
        "a key of the members' file by another word",
        MEMBERS,
        "- roll: ordförande",
        "- uppdrag: ordförande",
        ("6:9", "okänd-nyckel"),
        "Nyckeln uppdrag finns inte.",
        "Menade du roll?",
    ),
    Mistake(
        "a role without its assignment",
        MEMBERS,
        "    uppdrag:\n      - roll: ordförande\n        från: 2023-01-01\n",
        "    roll: ordförande\n    från: 2023-01-01\n",
        ("5:5", "okänd-nyckel"),
        "Nyckeln roll hör hemma under uppdrag.",
        "skriv uppdrag: på en egen rad, och under den, indraget två steg, - roll: med sitt värde.",
    ),
)
