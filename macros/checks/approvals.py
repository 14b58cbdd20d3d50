"""Rules of approval ("justering"): which paragraphs, who, and which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.explanations import explain_delay
from macros.checks.given import Given, Rule
from macros.checks.names import is_told, meant
from macros.checks.paragraphs import without_paragraph
from macros.dates.after_meeting import LastDay, latest_approval
from macros.dates.working_days import shift
from macros.dates.written import listing
from macros.facts.meetings import has_its_day
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.minutes import Approval, Paragraph
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys


def approvals(given: Given) -> Iterator[tuple[Minuted, Keys, Approval]]:
    """Every approval with its way into the minutes, of meetings whose day can be trusted."""
    for found in given.facts.minutes:
        if has_its_day(found.meeting):
            for n, approval in enumerate(found.header.approvals):
                yield found, ("justeringar", n), approval


def last_of(due: LastDay) -> str:
    """The last day as it is told: the strict one, and the Sunday rule's where it is another."""
    return f"{due.strict}{due.by_sunday_rule_too()}"


def each_paragraph_is_approved_once(given: Given) -> Iterator[Finding]:
    """Each paragraph belongs to exactly one approval ("justering"), and an approval names only paragraphs that are there.

    Source: KL 5:69, 6:35.
    """
    for found in given.facts.minutes:
        if not found.runs_on:
            continue
        approved: set[int] = set()
        for n, approval in enumerate(found.header.approvals):
            numbers = set(approval.paragraphs)
            strange = numbers - set(found.numbers)
            if len(strange) == len(without_paragraph(given, found)):
                strange = set()
            for wrong, told, remedy in (
                (strange, "finns inte i protokollet", "rätta paragrafer."),
                (numbers & approved, "hör redan till en annan justering", "låt varje paragraf stå i en justering."),
            ):
                if wrong:
                    yield found.document.error(
                        "justering-paragraf",
                        ("justeringar", n, "paragrafer"),
                        f"{paragraph_list(wrong)} {told}.",
                        remedy,
                    )
            approved |= numbers
        missing = set(found.numbers) - approved
        if missing:
            yield found.document.error(
                "justering-paragraf",
                ("justeringar",),
                f"{paragraph_list(missing)} hör inte till någon justering.",
                "lägg till numren under paragrafer i den justering där de hör hemma.",
            )


def approver_was_there(given: Given) -> Iterator[Finding]:
    """An approver ("justerare") took part in the meeting as a member or serving substitute, is not its chair, and stands once.

    So did one who was chosen to approve if an approver could not ("ersättare"). Approved by the chair and at least one member.
    Source: KL 5:69, 6:35; the body's reglemente.
    """
    for found, keys, approval in approvals(given):
        attendance = found.header.attendance
        there = {one.name for one in (*attendance.members, *attendance.serving)}
        named = [
            *(("justerare", n, name) for n, name in enumerate(approval.approvers)),
            *(("ersättare", n, name) for n, name in enumerate(approval.reserves)),
        ]
        for before, (key, n, name) in enumerate(named):
            role = "justerare" if key == "justerare" else "ersättare för justeraren"
            led = [one.number for one in _paragraphs(found, approval) if found.header.presiding(one) == name]
            if led:
                told = f"{name} ledde {paragraph_list(led)} och kan inte också vara {role}."
                remedy = "skriv den som valdes."
            elif name not in there and not is_told(found, name):
                did = "justerade" if key == "justerare" else "står som ersättare för justeraren"
                told = f"{name} {did} men deltog inte i sammanträdet som ledamot eller tjänstgörande ersättare."
                remedy = meant(name, there, "rätta namnet, eller närvarande.")
            elif earlier := next((other for other, _, one in named[:before] if one == name), None):
                told = f"{name} står två gånger som justerare."
                if earlier != key:
                    told = f"{name} står både som justerare och som ersättare för justeraren."
                remedy = "ta bort den ena raden."
            else:
                continue
            yield found.document.error("justerare", (*keys, key, n), told, remedy)


def _paragraphs(found: Minuted, approval: Approval) -> list[Paragraph]:
    return [one for one in found.header.paragraphs if one.number in approval.paragraphs]


def chair_approves_what_they_led(given: Given) -> Iterator[Finding]:
    """The chair ("ordförande") of an approval is the one who led its paragraphs: a chair approves none that another led.

    Source: KL 5:65, 5:69, 6:35; the body's reglemente.
    """
    for found, keys, approval in approvals(given):
        other = next((one for one in _paragraphs(found, approval) if one.chair not in (None, approval.chair)), None)
        if approval.chair is not None and other is not None:
            yield found.document.error(
                "justering-ordförande",
                (*keys, "ordförande"),
                f"{approval.chair} justerar § {other.number} som ordförande, men {other.chair} ledde den.",
                f"skriv ordförande: {other.chair}, eller låt § {other.number} stå i en egen justering.",
            )


def approved_after_the_meeting(given: Given) -> Iterator[Finding]:
    """Minutes are approved ("justerat") on the meeting's day at the earliest, and never in the future.

    Source: KL 5:69, 6:35.
    """
    for found, keys, approval in approvals(given):
        if approval.approved is not None and approval.approved < found.date:
            yield found.document.error(
                "justerat-dag",
                (*keys, "justerat"),
                f"Justerat {approval.approved}, före sammanträdet {found.date}.",
                "skriv dagen då protokollet justerades.",
            )
        elif approval.approved is not None and approval.approved > given.today:
            yield found.document.error(
                "justerat-dag",
                (*keys, "justerat"),
                f"{approval.approved} har inte varit än; protokollet kan inte vara justerat.",
                "ta bort justerat tills det är gjort.",
            )


def approved_in_time(given: Given) -> Iterator[Finding]:
    """Minutes are approved ("justerat") at the latest 14 days after the meeting; that it came late is told, it cannot be undone.

    Whether the Sunday rule prolongs the time is open: what is in time by it is not called late. Minutes that wait for approval
    are not judged where the body is "historiskt". Source: KL 5:69, 6:35.
    """
    for found, keys, approval in approvals(given):
        due = latest_approval(found.meeting.last_day)
        if approval.approved is not None and due.latest < approval.approved <= given.today:
            yield found.document.warning(
                "justerat-sent",
                (*keys, "justerat"),
                f"Protokollet justerades {approval.approved}; sista dagen var {last_of(due)}.",
                explain_delay(due.explanation),
            )
        elif approval.approved is None and given.today > due.latest and not found.body.header.historical:
            yield found.document.warning(
                "justerat-sent",
                (*keys, "paragrafer"),
                f"{paragraph_list(approval.paragraphs)} är inte justerade; sista dagen var {last_of(due)}.",
                f"skriv justerat: med dagen. {due.explanation}",
            )


def immediate_is_at_once(given: Given) -> Iterator[Finding]:
    """What is approved at once ("omedelbar") is approved on one of the meeting's days, or after midnight while it went on.

    Source: KL 5:69; the body's reglemente.
    """
    for found, keys, approval in approvals(given):
        day = approval.approved
        if not approval.immediate or day is None or not found.date < day <= given.today:
            continue
        if day not in found.sittings.dates:
            yield found.document.warning(
                "omedelbar-justering",
                (*keys, "omedelbar"),
                f"{paragraph_list(approval.paragraphs)} justerades {day}, men omedelbar justering görs på sammanträdet, "
                f"som hölls {listing([str(one) for one in found.meeting.days])}.",
                f"höll sammanträdet på också {day}: {_held_on(found, day)}. "
                "Justerades det efter sammanträdet: ta bort omedelbar.",
            )


def _held_on(found: Minuted, day: dt.date) -> str:
    """How to say that the meeting was held on a day that is told of nowhere."""
    further = f"skriv - datum: {day} under fler_dagar: i kallelse.md"
    before = next((one for one in found.sittings.days if shift(one.date, 1) == day), None)
    if before is None:
        return further
    start = f"{before.hours.start:%H:%M}" if before.hours else "18:00"
    return f"skriv i protokollet när det slutade efter midnatt, till exempel tid: {start}-00:30, eller {further}"


RULES: tuple[Rule, ...] = (
    each_paragraph_is_approved_once,
    approver_was_there,
    chair_approves_what_they_led,
    approved_after_the_meeting,
    approved_in_time,
    immediate_is_at_once,
)
