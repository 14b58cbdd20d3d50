"""Rules of notices ("anslag"): posted when, how long, on which boards, and what they must say."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.approvals import approvals, last_of
from macros.checks.explanations import explain_delay
from macros.checks.given import Given, Rule
from macros.checks.names import meant
from macros.dates.after_meeting import latest_notice
from macros.dates.written import listing
from macros.facts.meetings import has_its_day
from macros.facts.minutes import Minuted
from macros.facts.notices import Posted, boards_without
from macros.finding import Finding
from macros.record.body import BodyKind
from macros.record.minutes import Approval
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys


def _removed(notice: Posted) -> Keys:
    return (*notice.keys[:-1], "nedtaget")


def _done(notice: Posted) -> str:
    return "protokollfört" if notice.delegated else "justerat"


def _is_known(given: Given, notice: Posted) -> bool:
    """Whether minutes were approved on a day that can be: of one that cannot it is told itself, not what would follow."""
    meeting, approved = notice.meeting, notice.approved
    return meeting is None or (
        approved is not None and has_its_day(meeting) and meeting.date <= approved <= given.today
    )


def posted_after_approval(given: Given) -> Iterator[Finding]:
    """Only what is approved is posted ("anslaget"), on that day at the earliest.

    Source: KL 8:10, 8:12.
    """
    for notice in given.facts.notices.all:
        if notice.approved is None:
            yield notice.document.error(
                "anslaget-dag",
                notice.keys,
                f"Anslaget {notice.posted} gäller ett protokoll som inte är justerat.",
                "skriv justerat: med dagen, eller ta bort anslaget.",
            )
        elif _is_known(given, notice) and notice.posted < notice.approved:
            yield notice.document.error(
                "anslaget-dag",
                notice.keys,
                f"Anslaget {notice.posted}, före dagen då det blev {_done(notice)}, {notice.approved}.",
                "skriv dagen då anslaget sattes upp.",
            )


def nothing_is_posted_tomorrow(given: Given) -> Iterator[Finding]:
    """A notice was posted ("anslaget") and taken down ("nedtaget") today at the latest: both are facts, not plans.

    The time counts from the day the notice in fact went up. Source: KL 13:5.
    """
    for notice in given.facts.notices.all:
        for keys, key, day in (
            (notice.keys, "anslaget", notice.posted),
            (_removed(notice), "nedtaget", notice.removed),
        ):
            if day is not None and day > given.today:
                yield notice.document.error(
                    "anslag-framtid",
                    keys,
                    f"{key} är {day}, som inte har varit än.",
                    f"ta bort {key} tills det är gjort; anslaget tas ned av sig självt när tiden har gått ut."
                    if key == "nedtaget"
                    else "ta bort anslaget tills det är uppsatt.",
                )


def posted_in_time(given: Given) -> Iterator[Finding]:
    """A notice is posted ("anslaget") at the latest the second day after approval; that it came late is told.

    Whether the Sunday rule prolongs the time is open: what is in time by it is not called late. Source: KL 8:12.
    """
    for notice in given.facts.notices.all:
        if notice.approved is not None and _is_known(given, notice):
            due = latest_notice(notice.approved)
            if given.today >= notice.posted > due.latest:
                yield notice.document.warning(
                    "anslaget-sent",
                    notice.keys,
                    f"Anslaget sattes upp {notice.posted}; sista dagen var {last_of(due)}.",
                    explain_delay(due.explanation),
                )


def approved_is_posted(given: Given) -> Iterator[Finding]:
    """What is approved is posted on the second day after at the latest.

    Not judged where the body is "historiskt". Source: KL 8:12.
    """
    for found, keys, approval in approvals(given):
        if approval.approved is None or approval.postings or found.body.header.historical:
            continue
        if approval.approved < found.date:
            continue
        due = latest_notice(approval.approved)
        if given.today > due.latest:
            yield found.document.warning(
                "anslag-saknas",
                (*keys, "justerat"),
                f"{paragraph_list(approval.paragraphs)} justerades {approval.approved} men har inget anslag; "
                f"sista dagen var {last_of(due)}.",
                f"sätt upp anslaget och skriv anslag: med anslaget: och dagen. {due.explanation}",
            )


def stays_up(given: Given) -> Iterator[Finding]:
    """A notice is not taken down ("nedtaget") before the time for appeal has ended: that stops the time from running.

    Source: KL 8:12, 9:32, 13:5.
    """
    for notice in given.facts.notices.all:
        if notice.removed_early is not None and notice.removed_early <= given.today:
            yield notice.document.error(
                "nedtaget-för-tidigt",
                _removed(notice),
                f"Anslaget togs ned {notice.removed}, men ska sitta uppe hela dagen {notice.last_day.date}.",
                f"rätta dagen: tidigast {notice.earliest_removal}. Togs det verkligen ned då, sätt upp det igen och skriv "
                f"den nya dagen som anslaget. {notice.last_day.explanation}",
            )


def says_where_minutes_are_kept(given: Given) -> Iterator[Finding]:
    """A notice says where the minutes are kept ("förvaras"); else the body's own place ("förvaring") does.

    Source: KL 8:12.
    """
    for notice in given.facts.notices.all:
        if notice.kept_at is None:
            yield notice.document.error(
                "anslag-förvaras",
                notice.keys,
                "Anslaget säger inte var protokollet förvaras (KL 8:12).",
                "skriv förvaring: i organ.md, eller förvaras: intill justerat.",
            )


def says_how_to_appeal(given: Given) -> Iterator[Finding]:
    """A body whose posted decisions can be appealed says to which court ("överklagande").

    Source: KL 13:5.
    """
    told: set[str] = set()
    for notice in given.facts.notices.all:
        if notice.is_reviewable and notice.body.header.appeal_to is None and notice.body.id not in told:
            told.add(notice.body.id)
            yield notice.body.document.warning(
                "överklagande-vart",
                ("namn",),
                "Beslut som kan överklagas är anslagna, men organ.md säger inte vart överklagandet skickas.",
                "skriv överklagande: med domstol: och adress:.",
            )


def one_notice_per_board(given: Given) -> Iterator[Finding]:
    """A joint board ("gemensam nämnd") posts in each member municipality ("medlemskommuner"); another body in its own, once.

    Source: KL 9:32, 13:5.
    """
    for found, keys, approval in approvals(given):
        if found.body.header.kind is BodyKind.JOINT_BOARD:
            yield from _joint(found, keys, approval)
            continue
        for n, posting in enumerate(approval.postings):
            own = found.body.header.municipality
            if posting.municipality not in (None, own):
                yield found.document.error(
                    "anslag-kommun",
                    (*keys, "anslag", n, "kommun"),
                    f"Organet hör till {own}, men anslaget är för {posting.municipality}.",
                    "ta bort kommun; nyckeln behövs bara för en gemensam nämnd.",
                )
            elif n:
                yield found.document.error(
                    "anslag-kommun",
                    (*keys, "anslag", n),
                    f"Justeringen har {len(approval.postings)} anslag; det behövs ett.",
                    "behåll det första, från vilket tiden för överklagande räknas.",
                )


def _joint(found: Minuted, keys: Keys, approval: Approval) -> Iterator[Finding]:
    members = found.body.header.member_municipalities
    there: list[str] = []
    for n, posting in enumerate(approval.postings):
        name = posting.municipality
        if name is None or name not in members or name in there:
            told = (
                "Anslaget säger inte vilken kommuns anslagstavla det gäller."
                if name is None
                else f"{name} har redan ett anslag."
                if name in there
                else f"{name} hör inte till nämndens medlemskommuner."
            )
            listed = (
                f"skriv en av medlemskommunerna: {', '.join(members)}."
                if members
                else "skriv medlemskommuner: i organ.md."
            )
            yield found.document.error(
                "anslag-kommun",
                (*keys, "anslag", n, "kommun"),
                told,
                meant(name, members, listed) if name and name not in there else listed,
            )
        there.append(name or "")
    missing = boards_without(found.body, approval)
    if approval.postings and missing:
        yield found.document.error(
            "anslag-kommun",
            (*keys, "anslag"),
            f"Anslag saknas för {listing(missing)}; tiden för överklagande räknas från det sista.",
            "lägg till ett anslag för varje medlemskommun, med kommun: och anslaget:.",
        )


RULES: tuple[Rule, ...] = (
    posted_after_approval,
    nothing_is_posted_tomorrow,
    posted_in_time,
    approved_is_posted,
    stays_up,
    says_where_minutes_are_kept,
    says_how_to_appeal,
    one_notice_per_board,
)
