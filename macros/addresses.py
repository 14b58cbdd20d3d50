"""Every address of the site, from the root, with a slash at the end. Addresses never change once they are published."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from macros.words import words

RESERVED_BODY_IDS = frozenset(
    words(
        """
        arenden anslagstavla kalender sok data oparl hjalp om assets pagefind sa-overklagar-du tillganglighet lattlast in-english
        fortroendevalda personuppgifter 404 sitemap feed index robots mina-arenden ordlista search sammantraden utgivet
        pdf bevis 410 borttaget
        """
    )
)
"""First parts of addresses that belong to the site itself."""

RESERVED_ITEM_SLUGS = frozenset(("protokoll", "bilagor", "delegationsbeslut", "anslag"))
"""Parts of addresses under a meeting that are no items."""

_USUAL = (
    "øo łl đd ðd ıi ħh ĸk ŧt əa æae œoe ßss þth ŋng аa бb вv гg дd еe зz иi кk лl мm нn оo пp рr сs тt уu фf "
    "ыy эe іi јj жzh хkh цts чch шsh щshch юyu яya єye ђdj ћc љlj њnj џdz αa βv γg δd εe ζz ηi ιi κk λl μm νn "
    "ξx οo πp ρr σs ςs τt υy φf ωo θth χch ψps"
)
"""Letters of Europe that do not become ASCII when their accents are taken off, each with how it is usually written."""

_PARTING = re.compile(r"[^a-z0-9]+")
_LETTERS = {ord(pair[0]): pair[1:] for pair in _USUAL.split()}


def slug(text: str) -> str:
    """The text as part of an address: lower case ASCII letters and digits joined by single hyphens.

    Accents go (å and ä → a, ö → o), and what nobody sees; other letters of Europe become their usual ASCII (ø → o, ł → l, ß →
    ss, þ → th). Dashes and all other signs part words.
    """
    bare = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    plain = "".join(sign for sign in bare if sign.isascii() or unicodedata.category(sign) not in ("Cf", "Mn"))
    return _PARTING.sub("-", plain).strip("-")


def file_at(address: str, ending: str = "html") -> str:
    """The file that the address gives: the `index` of its folder, or itself where no slash ends it."""
    return f"{address}index.{ending}" if not address or address.endswith("/") else address


def body(body_id: str) -> str:
    """The body's page."""
    return f"{body_id}/"


def year(body_id: str, year: int) -> str:
    """A body's year."""
    return f"{body_id}/{year}/"


def meeting(body_id: str, meeting_id: str) -> str:
    """A meeting: its folder's name is its id for ever, also when it moves."""
    return f"{body_id}/{meeting_id}/"


def item(body_id: str, meeting_id: str | None, item_slug: str) -> str:
    """An item, or a matter without a known meeting."""
    return f"{body_id}/{meeting_id or 'arenden'}/{item_slug}/"


def paper(item_address: str, paper_slug: str) -> str:
    """A document of an item with a text of its own."""
    return f"{item_address}{paper_slug}/"


def table(page_address: str, number: int) -> str:
    """The file of a table in a page's text, by its number there."""
    return f"{page_address}tabell-{number}.csv"


def attachment(body_id: str, meeting_id: str | None, file: str) -> str:
    """An attachment's file."""
    return f"{body_id}/{meeting_id or 'arenden'}/bilagor/{file}"


def schedule(body_id: str, year: int) -> str:
    """A year's schedule."""
    return f"{body_id}/sammantradesordning/{year}/"


def delegation_lists(body_id: str) -> str:
    """A body's delegation lists by year and unit."""
    return f"{body_id}/delegationsbeslut/"


def delegation_list(body_id: str, list_slug: str) -> str:
    """One delegation list."""
    return f"{body_id}/delegationsbeslut/{list_slug}/"


def delegated_decision(list_address: str, decision_slug: str) -> str:
    """A delegated decision with a page of its own."""
    return f"{list_address}{decision_slug}/"


def delegation_order(body_id: str) -> str:
    """The points of a body's delegation order."""
    return f"{body_id}/delegationsordning/"


def notice(body_id: str, meeting_id: str, first_paragraph: int, municipality: str | None = None) -> str:
    """A notice of approved minutes: its first paragraph, and for a joint board the municipality whose board it is on."""
    board = f"-{slug(municipality)}" if municipality else ""
    return f"{NOTICE_BOARD}{body_id}-{meeting_id}-{first_paragraph}{board}/"


def delegated_notice(body_id: str, notice_slug: str) -> str:
    """A notice of delegated decisions that are not reported."""
    return f"{NOTICE_BOARD}{body_id}-{notice_slug}/"


def case(number: str, diary_body_id: str) -> str:
    """A case: its number as slug, after the id of the body whose diary it stands in unless it begins with it."""
    number_slug = slug(number)
    if number_slug == diary_body_id or number_slug.startswith(f"{diary_body_id}-"):
        return f"arenden/{number_slug}/"
    return f"arenden/{diary_body_id}-{number_slug}/"


def body_cases(body_id: str) -> str:
    """A body's cases and its matters without a known meeting."""
    return f"{body_id}/arenden/"


def minutes(body_id: str, meeting_id: str) -> str:
    """A meeting's minutes; a paragraph stands at `paragraph_place`."""
    return f"{body_id}/{meeting_id}/protokoll/"


def paragraph_place(body_id: str, meeting_id: str, number: int) -> str:
    """A paragraph's place in the minutes."""
    return f"{minutes(body_id, meeting_id)}#p{number}"


def extract(body_id: str, meeting_id: str, number: int) -> str:
    """The extract of one paragraph ("protokollsutdrag")."""
    return f"{minutes(body_id, meeting_id)}{number}/"


def members(body_id: str) -> str:
    """A body's elected representatives."""
    return f"{body_id}/ledamoter/"


def member(body_id: str, name_slug: str) -> str:
    """An elected representative."""
    return f"{members(body_id)}{name_slug}/"


def decisions_table(body_id: str) -> str:
    """The file with all rows of a body's delegation lists."""
    return f"{delegation_lists(body_id)}beslut.csv"


def calendar_month(month: dt.date) -> str:
    """A month of the calendar."""
    return f"kalender/{month:%Y-%m}/"


def meetings_calendar(body_id: str) -> str:
    """The calendar file of a body's meetings."""
    return f"{CALENDAR}{body_id}/sammantraden.ics"


def meeting_calendar(body_id: str, meeting_id: str) -> str:
    """The calendar file of one meeting."""
    return f"{CALENDAR}{body_id}/{meeting_id}.ics"


def deadlines_calendar(body_id: str, role: str = "") -> str:
    """The calendar file of a body's deadlines: all, or those of a role."""
    return f"{CALENDAR}{body_id}/tidsfrister{'-' if role else ''}{slug(role)}.ics"


def notices_calendar(body_id: str) -> str:
    """The calendar file of a body's notices and last days of appeal."""
    return f"{CALENDAR}{body_id}/anslag.ics"


def case_calendar(case_address: str) -> str:
    """The calendar file of a case."""
    return f"{CALENDAR}{case_address.rstrip('/')}.ics"


def kind_feed(kind: str) -> str:
    """The feed of one kind of news over all bodies."""
    return f"{_FEEDS}{slug(kind)}.xml"


def body_feed(body_id: str) -> str:
    """The feed of a body."""
    return f"{_FEEDS}{body_id}/allt.xml"


def feed_of(page_address: str) -> str:
    """The feed of a case or an elected representative, by its page."""
    return f"{_FEEDS}{page_address.rstrip('/')}.xml"


def open_table(name: str) -> str:
    """A table of open data."""
    return f"{OPEN_DATA}{name}.csv"


def oparl(kind: str, address: str) -> str:
    """A thing of open data by its kind and the address of the page or file that shows it to people."""
    return f"{OPARL}{kind.lower()}/{address.rstrip('/')}.json"


def as_pdf(page_address: str, part: str = "") -> str:
    """A page as a PDF file, which is called by where the page stands: what is taken home is told apart there too."""
    parts = [*page_address.rstrip("/").split("/"), *([part] if part else [])]
    return f"{PDF}{page_address}{'-'.join(parts)}.pdf"


def packet(meeting_address: str) -> str:
    """All documents of a meeting in one PDF file."""
    return as_pdf(meeting_address, "handlingar")


def part(page_address: str, heading: str) -> str:
    """A part of a long page of the handbook."""
    return f"{page_address}{slug(heading)}/"


def rule(rule_id: str) -> str:
    """A rule, in the handbook."""
    return part(_RULES, rule_id)


def belongs_to(address: str, page_address: str) -> bool:
    """Whether it is the page's own address, lies below it, or is made from it: its calendar, its feed, its PDF files."""
    own = page_address.rstrip("/")
    made = next((address.removeprefix(one) for one in (CALENDAR, _FEEDS, PDF) if address.startswith(one)), address)
    below = page_address.endswith("/") and own != "" and any(one.startswith(page_address) for one in (address, made))
    return below or address == page_address or (made != address and made.rpartition(".")[0] == own)


_FEEDS = "feed/"
PDF = "pdf/"
PROOF = "bevis/"
OPARL = "oparl/v1.1/"
OPEN_DATA = "data/"
CHANGES = f"{OPEN_DATA}changes.json"
VOTES = f"{OPEN_DATA}votes.json"
CATALOGUE = f"{OPEN_DATA}dcat.rdf"
FEED = f"{_FEEDS}allt.xml"
CALENDAR = "kalender/"
ALL_MEETINGS = f"{CALENDAR}sammantraden.ics"
ALL_NOTICES = f"{CALENDAR}anslag.ics"
CASES = "arenden/"
ELECTED = "fortroendevalda/"
NOTICE_BOARD = "anslagstavla/"
NOTICE_ARCHIVE = f"{NOTICE_BOARD}arkiv/"
FOLLOWED = "mina-arenden/"
HANDBOOK = "hjalp/handbok/"
_RULES = "hjalp/regler/"
GLOSSARY = "ordlista/"
