"""Rules about postings: open ones are current, complete for the law of their places, and fit the boards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rolebook.kit import Kit, law
from rolebook.kit import readiness as ready
from rolebook.kit.jurisdictions import Element, Weight
from rolebook.kit.places import PayUnit
from rolebook.kit.postings import Status
from rolebook.problem import Finding
from rolebook.rules import paths

_KEYS = {
    Element.ACTIVITY: "careers.employer.activity",
    Element.HEAD_OFFICE: "careers.employer.head_office",
    Element.EMPLOYMENT_TYPE: "posting.employment_types",
    Element.DEADLINE: "posting.valid_through",
    Element.APPLY_ONLINE: "posting.apply.url",
    Element.PRIVACY: "careers.privacy",
}
"""Where an element is written, where that is not plain from its name."""


def _key(element: Element) -> str:
    return _KEYS.get(element, f"posting.{element.value}")


def posting_past(kit: Kit) -> Iterator[Finding]:
    """Find a posting that still says “open” after its last day: it is published as closed."""
    for path, vacancy in paths.vacancies(kit):
        posting = vacancy.posting
        if posting.status is Status.OPEN and posting.is_past_on(kit.today):
            yield Finding(
                (*path, "valid_through"),
                f"The posting of “{vacancy.id}” ended on {posting.valid_through}; it is published as closed.",
                "Write “status: closed”, or a later day.",
            )


def posting_lacks(kit: Kit) -> Iterator[Finding]:
    """Find an open posting without something that a jurisdiction of its places requires."""
    for path, vacancy in paths.open_vacancies(kit):
        if kit.careers is None:
            continue
        posting = vacancy.posting
        held = ready.elements(vacancy.role, posting, kit.careers, kit)
        for profile in kit.followed():
            for rule, lacking in ready.unmet(law.asked_of(profile, posting, kit.today), held):
                if rule.weight is Weight.REQUIRED:
                    yield Finding(
                        path,
                        f"The posting of “{vacancy.id}” lacks {', '.join(element.value for element in lacking)}, which "
                        f"the profile “{profile.id}” requires (rule “{rule.id}”).",
                        f"Add {', '.join(_key(element) for element in lacking)}.",
                    )


def posting_without_pay(kit: Kit) -> Iterator[Finding]:
    """Find an open posting without pay: candidates expect it, and more and more places demand it."""
    for path, vacancy in paths.open_vacancies(kit):
        if vacancy.posting.pay is None:
            yield Finding(
                path,
                f"The posting of “{vacancy.id}” does not say what it pays.",
                "Add “pay:” with currency, unit, minimum and maximum.",
            )


LEAST = {PayUnit.YEAR: 400, PayUnit.MONTH: 30, PayUnit.WEEK: 7, PayUnit.DAY: 1, PayUnit.HOUR: 0.1}
"""Less than this is paid nowhere, in whatever currency: the dinar that is worth most buys three dollars (editorial)."""


def pay_too_low(kit: Kit) -> Iterator[Finding]:
    """Find pay that is too little for its unit in any currency."""
    for path, vacancy in paths.open_vacancies(kit):
        pay = vacancy.posting.pay
        if pay is not None and pay.minimum < LEAST[pay.unit]:
            yield Finding(
                (*path, "pay", "minimum"),
                f"“{vacancy.id}” would be paid {pay.minimum:g} {pay.currency} a {pay.unit}.",
                "Write the whole amount, without a sign between the thousands, as 48000; or correct “unit”.",
            )


def channel_limit(kit: Kit) -> Iterator[Finding]:
    """Find an open posting that breaks a limit of a job board, which would refuse it."""
    for path, vacancy in paths.open_vacancies(kit):
        for broken in ready.broken_limits(vacancy.role, vacancy.posting, kit.about.published):
            key = "identifier" if broken.what is Element.IDENTIFIER else "introduction"
            bound = "at most" if broken.found > broken.limit else "at least"
            yield Finding(
                (*path, key),
                f"{broken.channel.name} takes a posting's {broken.what.value} of {bound} {broken.limit} characters; "
                f"this one has {broken.found}.",
                "Shorten it." if broken.found > broken.limit else "Say more about the position.",
            )


def impossible_dates(kit: Kit) -> Iterator[Finding]:
    """Find an open posting whose days do not follow each other: apply, be interviewed, hear the outcome, begin."""
    for path, vacancy in paths.open_vacancies(kit):
        posting, answer = vacancy.posting, kit.careers.answer_days if kit.careers else 0
        begin, closing = posting.starts_on, posting.valid_through
        if posting.interviews is not None and closing is not None and posting.interviews.from_ <= closing:
            yield Finding(
                (*path, "interviews", "from"),
                f"The interviews of “{vacancy.id}” begin on {posting.interviews.from_}; applications are open until "
                f"{closing}.",
                "Begin after the last day for applications, so that all are treated alike; or close earlier.",
            )
        last = posting.interviews.until if posting.interviews else closing
        if last is not None and begin is not None and begin <= last + timedelta(days=answer):
            may = "be interviewed" if posting.interviews else "apply"
            yield Finding(
                (*path, "starts_on"),
                f"The work of “{vacancy.id}” begins on {begin}. Candidates may {may} until {last}, and are "
                f"promised an answer within {answer} days (careers.answer_days).",
                "Write a later day, with time for the person chosen to hand in their notice as well.",
            )


def answer_date(kit: Kit) -> Iterator[Finding]:
    """Find an open posting whose day of the answer to applications does not fit its other days, or the promise."""
    for path, vacancy in paths.open_vacancies(kit):
        posting, promised = vacancy.posting, kit.careers.answer_days if kit.careers else 0
        answer, closing = posting.screened_by, posting.valid_through
        if answer is None or closing is None:
            continue
        latest = closing + timedelta(days=promised)
        if answer <= closing:
            found, remedy = (
                f"applications are open until {closing}",
                "Write a later day, by which all applications will have been read.",
            )
        elif posting.interviews is not None and answer >= posting.interviews.from_:
            found = f"the interviews begin on {posting.interviews.from_}"
            remedy = "Write an earlier day that leaves time for the notice candidates are given before an interview."
        elif answer > latest:
            found = f"an answer is promised within {promised} days (careers.answer_days), by {latest}"
            remedy = "Write an earlier day, or promise more days in “careers.answer_days”."
        else:
            continue
        yield Finding(
            (*path, "screened_by"),
            f"Those who apply for “{vacancy.id}” hear by {answer} whether they are invited; {found}.",
            remedy,
        )


def idle_substitute(kit: Kit) -> Iterator[Finding]:
    """Find a substitute who takes nobody's place: no stage has the interviewer."""
    for path, vacancy in paths.vacancies(kit):
        planned = [(stage.id, party) for stage in vacancy.role.interview for party in stage.interviewers]
        for number, substitute in enumerate(vacancy.posting.substitutes):
            if not any(substitute.replaces(party, stage_id) for stage_id, party in planned):
                where = f"the stage “{substitute.stage}”" if substitute.stage else "any stage"
                yield Finding(
                    (*path, "substitutes", number),
                    f"“{substitute.role}” does not interview in {where} of “{vacancy.role.own_id}”.",
                    "Name a role and a stage as they stand under “interview”, or remove the substitute.",
                )


def promise_too_slow(kit: Kit) -> Iterator[Finding]:
    """Find a promise to candidates that is slower than a jurisdiction that the kit follows asks for."""
    if kit.careers is None:
        return
    for profile in kit.followed():
        for rule in ready.too_slow(law.held_on(profile, kit.today), kit.careers):
            key, wanted = (
                ("notice_working_days", f"at least {rule.working_days}")
                if rule.working_days is not None
                else ("answer_days", f"at most {rule.days}")
            )
            yield Finding(
                ("careers", key),
                f"The profile “{profile.id}” asks for {wanted} days here (rule “{rule.id}”).",
                f"Write {wanted}.",
            )


def security_expired(kit: Kit) -> Iterator[Finding]:
    """Find a contact for reports of weaknesses that holds no longer."""
    security = kit.careers.security if kit.careers else None
    if security is not None and security.expires < kit.today:
        yield Finding(
            ("careers", "security", "expires"),
            f"The contact for reports of weaknesses holds until {security.expires}; programs ignore it after that.",
            "Make sure that somebody still reads what is sent there, and write a day up to a year ahead.",
        )


def profile_due(kit: Kit) -> Iterator[Finding]:
    """Find a jurisdiction that the kit follows whose rules should have been compared with their sources again."""
    own = [profile.id for profile in kit.jurisdictions if not kit.takes_over(profile)]
    for number, profile in enumerate(kit.followed()):
        due = profile.due_on(kit.today)
        if due:
            named = ", ".join(f"“{rule.id}”" for rule in due[:3]) + (" …" if len(due) > 3 else "")
            is_own = profile.id in own
            yield Finding(
                ("jurisdictions", own.index(profile.id)) if is_own else ("careers", "follows", number),
                f"The profile “{profile.id}” was compared with its sources on {profile.reviewed}. By now, that is due "
                f"again for {named}.",
                "Compare them, and write the new days in “reviewed” and “review_by”."
                if is_own
                else "Install a newer Rolebook, or copy the profile to “jurisdictions:” and compare it there.",
            )
