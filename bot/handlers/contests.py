"""A client contests an entry in his record, in his own words, and adds to it until somebody has decided."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contest_cards, contests, recordings, worried_answers
from bot.contests import Said
from bot.domain.answers import whole
from bot.domain.claimed_times import on_day, read_span
from bot.domain.clock_times import read_clock
from bot.domain.contests import ContestAbout, ContestState, may_reopen
from bot.domain.messages import (
    Choice,
    Inbound,
    Kind,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    When,
    choice_numbers,
)
from bot.domain.reports import midday
from bot.evidence import keep_picture
from bot.handlers import decided_meanwhile, own_contests
from bot.storage import office_transfers, queries
from bot.storage.contests import deciders, for_head, open_of_client, subject_of
from bot.storage.models import Case, Contest, Person

LONGEST_WORDS = 1000
TIMES, WORDS, MORE, AGAIN = "contest-times", "contest-words", "contest-more", "contest-again"
"""The topics of its questions."""
PATIENCE = timedelta(minutes=15)
"""So long a photo is evidence of a contest; later ones are of his work."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Saya keberatan*, about a record: ask for his own words; before them for the times, where those that
    stand there may not be his."""
    attendance, case, _ = await own_contests.record(session, who, choice_numbers(inbound.text, 1)[0])
    contest = await contests.begin(session, case, attendance, now)
    if contest.about is ContestAbout.REJECTED:
        return await _ask_words(session, who, contest, now)
    return await ask_times(session, who, contest, now)


async def begin_miss(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The same about a session that counts as missed."""
    planned, case = await own_contests.planned(session, who, choice_numbers(inbound.text, 1)[0])
    return await ask_times(session, who, await contests.begin_miss(session, case, planned, now), now)


async def begin_corrected(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The same about an officer's correction of the hours; it has no times to ask for."""
    correction, case = await own_contests.correction(session, who, choice_numbers(inbound.text, 1)[0])
    return await _ask_words(session, who, await contests.begin_corrected(session, case, correction, now), now)


async def begin_opening(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The same about the hours that he served before Hadir."""
    case, _ = await own_contests.case(session, who, choice_numbers(inbound.text, 1)[0])
    return await _ask_words(session, who, await contests.begin_opening(session, case, now), now)


async def ask_times(session: AsyncSession, who: Person, contest: Contest, now: datetime) -> list[Notice]:
    """From when to when he worked; a button where they may be those that stand there."""
    await queries.ask_for_words(session, who, TIMES, contest.id, now)
    subject = await subject_of(session, contest)
    zone = subject.zone
    params: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    if subject.times is None or subject.times[1] is None:
        return [Notice(to=who.id, key="contest-ask-times", params=params)]
    params |= {"start": When(subject.times[0], zone), "finish": When(subject.times[1], zone)}
    stand = Choice(f"contest-times:{contest.id}", "choice-contest-times")
    choices = () if contest.about is ContestAbout.TIMES else (stand,)
    return [Notice(to=who.id, key="contest-ask-times-of", params=params, choices=choices)]


async def times_stand(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sesuai catatan*: as recorded, or as planned."""
    contest, _, _ = await own_contests.draft(session, who, choice_numbers(inbound.text, 1)[0])
    times = (await subject_of(session, contest)).times
    if times is None or times[1] is None or contest.about is ContestAbout.TIMES:
        raise Refused("choice-unknown")
    if contest.about is ContestAbout.MISS:
        contest.claims_start, contest.claims_finish = times[0], times[1]
    return await _ask_words(session, who, contest, now)


async def times(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The times as he types them; what cannot be read is asked for once more."""
    contest, _, _ = await own_contests.draft(session, who, about)
    span = read_span(inbound.text)
    if span is None:
        one = read_clock(inbound.text)
        raise Refused("contest-times-one", one=f"{one:%H.%M}") if one else Refused("contest-times-unreadable")
    subject = await subject_of(session, contest)
    planned = subject.planned
    past_midnight = planned is not None and planned.ends_at.date() != planned.starts_at.date()
    found = on_day(span, contest.day, subject.zone, past_midnight=past_midnight, now=now)
    contest.claims_start, contest.claims_finish = found
    return await _ask_words(session, who, contest, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The words, written or spoken: whoever decides gets the card, the client learns who that is and by when.
    What his former Bapas said is looked at there."""
    await queries.forget_question(session, who)
    contest, case, client = await own_contests.draft(session, who, about)
    if contests.lost_object(contest, (await subject_of(session, contest)).attendance):
        return [await _without_object(session, who, contest, inbound.text.strip(), now)]
    said = await _said(session, case, client, inbound)
    await contests.file(session, case, contest, said, by=client, now=now)
    told = []
    correction = (await subject_of(session, contest)).correction
    heads_own = correction is not None and correction.of_contest
    if contest.by_head and case.officer_id is not None and not heads_own:
        told.append(Notice(to=case.guide, key="contest-told-officer", params={"name": client.shown}))
    questions = await contest_cards.cards_for(session, case, contest, now)
    asked = await contest_cards.asked_at_site(session, case, contest, now)
    return [await _filed(session, who, client, case, contest), *questions, *asked, *told]


async def mine(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Keberatan saya*: what waits, each with what can still be done about it."""
    found = []
    for client in await office_transfers.selves_of(session, who):
        for contest in await open_of_client(session, client):
            case = await session.get_one(Case, contest.case_id)
            found.append(await _filed(session, who, client, case, contest))
    if not found:
        raise Refused("contest-none-waits")
    return found


async def ask_more(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tambah bukti*: a photo, or in words who saw it."""
    contest, _, _ = await own_contests.contest(session, who, choice_numbers(inbound.text, 1)[0])
    contests.check_undecided(contest)
    await queries.ask_for_words(session, who, MORE, contest.id, now)
    return [Notice(to=who.id, key="contest-ask-more")]


async def more(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What he adds, words, a photo or a recording: the card comes anew to whoever decides."""
    if problem := _problem(who, inbound):
        return [problem]
    contest, case, client = await own_contests.contest(session, who, about)
    await queries.forget_question(session, who)
    said = await _said(session, case, client, inbound)
    if contest.state is ContestState.DISMISSED:
        return [await came_late(session, who, client, case, contest, said, now)]
    await contests.complete(session, case, contest, said, by=client, now=now)
    return await looked_at_anew(session, who, client, case, contest, now)


async def came_late(
    session: AsyncSession,
    who: Person,
    client: Person,
    case: Case,
    contest: Contest,
    said: Said,
    now: datetime,
) -> Notice:
    """It was decided before this came, without it: it is kept, and opens the contest where it still may."""
    await contests.complete_late(session, case, contest, said, by=client, now=now)
    once_more = may_reopen(
        contest.state, decided_at=contest.decided_at, reopened_at=contest.reopened_at, now=now
    )
    if not once_more:
        return Notice(to=who.id, key="contest-came-too-late", ask=await cards.keyboard(session, who, now))
    again = (Choice(f"contest-reopen:{contest.id}", "choice-contest-again"),)
    return Notice(to=who.id, key="contest-came-late", choices=again)


async def ask_again(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ada bukti baru*, after a dismissal."""
    contest, _, _ = await own_contests.contest(session, who, choice_numbers(inbound.text, 1)[0])
    await contests.check_reopening(session, contest, now)
    await queries.ask_for_words(session, who, AGAIN, contest.id, now)
    return [Notice(to=who.id, key="contest-ask-again")]


async def again(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The new evidence opens it once more."""
    if problem := _problem(who, inbound):
        return [problem]
    contest, case, client = await own_contests.contest(session, who, about)
    await contests.check_reopening(session, contest, now)
    await queries.forget_question(session, who)
    said = await _said(session, case, client, inbound)
    await contests.reopen(session, case, contest, said, by=client, now=now)
    return await looked_at_anew(session, who, client, case, contest, now)


async def withdraw(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tarik keberatan*, as long as nobody has decided."""
    contest, case, client = await own_contests.contest(session, who, choice_numbers(inbound.text, 1)[0])
    await contests.withdraw(session, case, contest, by=client, now=now)
    card = f"contest:{contest.id}"
    gone: dict[str, Param] = {"name": client.shown}
    told = [
        Notice(to=one.id, key="contest-withdrawn-decider", params=gone, card=card, show=Show.EDIT)
        for one in await deciders(session, case, contest, now)
    ]
    return [Notice(to=who.id, key="contest-withdrawn", card=card, show=Show.EDIT), *told]


async def _ask_words(session: AsyncSession, who: Person, contest: Contest, now: datetime) -> list[Notice]:
    await queries.ask_for_words(session, who, WORDS, contest.id, now)
    subject = await subject_of(session, contest)
    zone = subject.zone
    if subject.opening is not None:
        params = contest_cards.opening_params(subject.opening, zone)
        return [Notice(to=who.id, key="contest-ask-opening", params=params)]
    day: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    key = "contest-ask-correction" if contest.about is ContestAbout.CORRECTION else "contest-ask"
    return [Notice(to=who.id, key=key, params=day)]


async def _filed(session: AsyncSession, who: Person, client: Person, case: Case, contest: Contest) -> Notice:
    """Who looks into it, by when, and what can still be done."""
    office = await queries.office_of(session, case.office_id)
    about: dict[str, Param] = {"day": When(midday(contest.day, office.zone), office.zone)}
    here = "contest-filed-head" if for_head(case, contest) else "contest-filed"
    lines = [Line("contest-filed-about", about), Line("contest-filed-more")]
    correction = (await subject_of(session, contest)).correction
    if correction is not None and correction.of_contest and correction.by is not None:
        maker = await session.get_one(Person, correction.by)
        lines.insert(0, Line("contest-filed-not-maker", {"by": maker.shown}))
    filed = Notice(
        to=who.id,
        key=here if client.id == who.id else "contest-filed-there",
        params={"day": When(midday(contest.answer_by, office.zone), office.zone), "office": office.name},
        lines=tuple(lines),
        choices=contest_cards.open_to_client(contest),
        card=f"contest:{contest.id}",
        show=Show.AGAIN,
    )
    return worried_answers.with_help(filed, contest.words)


async def _without_object(
    session: AsyncSession, who: Person, contest: Contest, words: str, now: datetime
) -> Notice:
    """The rejection was taken back while he wrote."""
    zone = (await subject_of(session, contest)).zone
    lines = (decided_meanwhile.written(words),) if words else ()
    day: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    keys = await cards.keyboard(session, who, now)
    return Notice(to=who.id, key="contest-without-object", params=day, lines=lines, ask=keys)


async def looked_at_anew(
    session: AsyncSession, who: Person, client: Person, case: Case, contest: Contest, now: datetime
) -> list[Notice]:
    """What was added is read by whoever decides, and stands on the client's receipt."""
    shown = await contest_cards.cards_for(session, case, contest, now, show=Show.AGAIN)
    return [await _filed(session, who, client, case, contest), *shown]


def _problem(who: Person, inbound: Inbound) -> Notice | None:
    """Why a photo cannot be used; the question stands."""
    if inbound.photo is None or not inbound.photo.problem:
        return None
    return Notice(to=who.id, key=f"photo-problem-{inbound.photo.problem.value.replace('_', '-')}")


async def _said(session: AsyncSession, case: Case, client: Person, inbound: Inbound) -> Said:
    """What came, kept in the case. Raises Refused for a recording that could not be had, and for words that
    are too many."""
    photo = voice = None
    if inbound.photo is not None:
        photo = await keep_picture(session, case.office_id, inbound, case_id=case.id)
    if inbound.kind is Kind.VOICE:
        voice = await recordings.keep(session, client, inbound, case)
    return Said(whole(inbound.text.strip(), LONGEST_WORDS), photo, voice)
