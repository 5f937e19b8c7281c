"""What someone said and what Hadir answers, in no messenger's words.

`Inbound` and `Notice` are the seam to every messenger: handlers read one and return the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached on one channel; the id is opaque (Telegram: the user id)."""

    channel: str
    id: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Whoever guides the cases of an officer when a notice is queued: the officer himself or, while he is on
    leave, the person who stands in for him."""

    officer: int


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 degrees; `accuracy` is the phone's own radius in metres, or None when it gave none."""

    latitude: float
    longitude: float
    accuracy: float | None = None


class Kind(StrEnum):
    """The shapes a message can have; a command is a text that names one."""

    TEXT = "text"
    COMMAND = "command"
    CHOICE = "choice"
    LOCATION = "location"
    LIVE = "live"
    """A later sample of a live location: an edit, never a message of its own."""
    PHOTO = "photo"
    FILE = "file"
    """A document or film that is no photo."""
    VOICE = "voice"
    CONTACT = "contact"
    EDITED = "edited"
    """Someone changed an earlier message; the first version stands."""
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    OTHER = "other"


class Label(StrEnum):
    """A fact about how a message came; shown to people as a question, never a verdict (EVIDENCE)."""

    FORWARDED = "forwarded"
    VIA_BOT = "via_bot"
    SCHEDULED = "scheduled"
    PICKED_PLACE = "picked_place"
    AS_DOCUMENT = "as_document"
    EDITED = "edited"
    """It was changed after it had been taken; the first version stands."""
    FROM_DESKTOP = "from_desktop"
    """The location key was pressed in Telegram Web or Desktop, which send its words instead."""
    ON_THE_PIN = "on_the_pin"
    """The location is the site's own pin to the last decimal: typed in, or picked on a map."""
    SAME_POINT = "same_point"
    """The location is another client's to the last decimal."""
    SAME_AS_BEFORE = "same_as_before"
    """It is what the client himself sent on an earlier occasion: a phone's last known position, perhaps."""
    STANDS_STILL = "stands_still"
    """A live location that did not move by a hair for many positions; a phone's own always trembles."""
    ODD_TRAVEL = "odd_travel"
    """Nobody could have come here from the location before in that time."""
    NOT_JUDGED = "not_judged"
    """The location could not be compared with its site, through no fault of the client."""
    PHOTO_MISSING = "photo_missing"
    NO_LOCATION_PHONE = "no_location_phone"
    """The client says that his phone cannot send one; likewise the two below."""
    NO_LOCATION_SIGNAL = "no_location_signal"
    NO_LOCATION_UNWILLING = "no_location_unwilling"
    PHOTO_ERASED = "photo_erased"
    """It was kept once, and its key was forgotten for good."""
    PHOTO_UNREADABLE = "photo_unreadable"
    PHOTO_SEEN = "photo_seen"
    """The client has sent the same file before."""
    PHOTO_ALIKE = "photo_alike"
    """It looks like one that the client has sent before."""
    PHOTO_SHARED = "photo_shared"
    """It is, or looks like, another client's."""
    PHOTO_SIMILAR = "photo_similar"
    """It is like another photo, or seems to be a part of it: asked more softly than the three above."""
    FILE_OLD = "file_old"
    """Its file says that it was taken long before it was sent."""
    FILE_ELSEWHERE = "file_elsewhere"
    """Its file says that it was taken far from the site."""
    PERSON_DOUBTED = "person_doubted"
    """Whoever compared it with the photo of enrolment was not sure that both show the same person."""
    CODE_BUT_FAR = "code_but_far"
    """The code of the site was given, and a location of the same minutes lies far away."""
    WENT_AWAY = "went_away"
    """By his own live location somebody was away from the site for a while."""
    FIRST_OUTSIDE = "first_outside"
    """The hours run from a location outside the site; the one that is inside came later."""
    LEFT_EARLY = "left_early"
    """He ended his work well before its planned end."""


@dataclass(frozen=True, slots=True)
class SiteProof:
    """A site's code that was found valid, and how it came (`How`)."""

    site_id: int
    step: int
    how: str


WITHOUT_LOCATION = frozenset({Label.NO_LOCATION_PHONE, Label.NO_LOCATION_SIGNAL, Label.NO_LOCATION_UNWILLING})
"""Why there is no location, in the client's own words."""
NOT_FRESH = frozenset({Label.FORWARDED, Label.VIA_BOT, Label.SCHEDULED, Label.PICKED_PLACE})
"""What cannot show where somebody is now. The absence of all of them shows nothing either."""


class PictureProblem(StrEnum):
    """Why bytes are not accepted as a picture; each asks the sender once more, kindly."""

    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    ANIMATED = "animated"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class FileClaims:
    """When and where a photo was taken by what its own file says: anybody can edit that. `taken` has a zone
    only where the file names one."""

    taken: datetime | None = None
    point: Point | None = None


NO_CLAIMS = FileClaims()


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that was checked and lies encrypted on disk; `key` is its data key, wrapped."""

    file: str
    key: bytes
    sha256: str
    mime: str
    width: int
    height: int
    size: int
    claims: FileClaims = NO_CLAIMS


@dataclass(frozen=True, slots=True)
class IncomingPhoto:
    """A photo as announced (`ref`: what the channel needs to fetch it) and, once fetched, as kept."""

    ref: str
    unique_ids: tuple[str, ...] = ()
    picture: Picture | None = None
    problem: PictureProblem | None = None


class FileProblem(StrEnum):
    """Why a file was not taken; each is answered kindly (`book-…` in the locale)."""

    WRONG_TYPE = "wrong-type"
    OLD_EXCEL = "old-excel"
    TOO_LARGE = "too-large"
    NOT_FETCHED = "not-fetched"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies encrypted on disk; `key` is its data key, wrapped."""

    file: str
    key: bytes
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A document as announced (`ref`: what the channel needs to fetch it) and, once fetched, as kept."""

    ref: str
    name: str = ""
    size: int = 0
    kept: KeptFile | None = None
    problem: FileProblem | None = None


class VoiceProblem(StrEnum):
    """Why a voice message was not kept; each is answered kindly (`voice-problem-…` in the locale)."""

    TOO_LONG = "too-long"
    NOT_A_VOICE = "no-recording"
    NOT_FETCHED = "not-fetched"


@dataclass(frozen=True, slots=True)
class IncomingVoice:
    """A recording as announced (`ref`: what the channel needs to fetch it) and, once fetched, as kept."""

    ref: str
    seconds: int = 0
    size: int = 0
    kept: KeptFile | None = None
    problem: VoiceProblem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One thing someone said. `sent_at` is the messenger's own time of receipt, `received_at` ours."""

    id: str
    sender: Address
    kind: Kind
    sent_at: datetime
    received_at: datetime
    text: str = ""
    """The text; a command's arguments; the id of a tapped choice."""
    numbered: bool = False
    """Whether a choice was made by typing its number, which may have been meant for an older list, or the
    words of a button further up: what cannot be taken back is asked once more."""
    fits: tuple[Choice, ...] = ()
    """The buttons of several older cards that typed words may mean."""
    beyond: tuple[Choice, ...] = ()
    sure: Choice | None = None
    """A button whose number was typed and that cannot be taken back: it is asked about once more."""
    """The buttons of the last message, where a number was typed that none of them has."""
    command: str = ""
    point: Point | None = None
    proof: SiteProof | None = None
    """Instead of a point: a code that was found valid."""
    photo: IncomingPhoto | None = None
    file: IncomingFile | None = None
    voice: IncomingVoice | None = None
    """None for sound that is no recording of one's own: music, a film."""
    contact_phone: str = ""
    contact_own: bool = False
    """Whether the messenger vouches that the shared contact is the sender's own."""
    labels: frozenset[Label] = frozenset()
    message: str = ""
    """The channel's id of the message, in the chat with its sender; an edit has that of what was changed."""
    album: str = ""
    """What photos have in common that were sent together."""
    live: bool = False
    """A location that changes will follow (`Kind.LIVE`), for as long as the phone sends them."""
    reply_to: str = ""
    tap: str = ""
    """What the channel needs to acknowledge a tapped button."""
    tapped: str = ""
    """The channel's id of the message under which the button stood."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """An instant to be read in a zone (IANA name); the sentence chooses how much of it to show."""

    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """A length of time in whole minutes, read as `2 jam 45 menit`."""

    count: int


@dataclass(frozen=True, slots=True)
class Word:
    """Another key of the locale, for closed sets such as reasons and kinds of work."""

    key: str


@dataclass(frozen=True, slots=True)
class Words:
    """Several keys of the locale, read one after the other with commas between."""

    keys: tuple[str, ...]


Param = str | int | When | Minutes | Word | Words
Params = Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its sentence and parameters."""

    key: str
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `id` is at most 64 bytes and names what it is about, so an old button still makes sense."""

    id: str
    key: str
    params: Params = field(default_factory=dict)
    number: int = 0
    """What is typed instead of pressing it, where a list above has numbers of its own; 0: its place."""


SURE = ":sure"
"""Behind the id of a button that was asked about once more, because its number was typed (`numbered`)."""


class Ask(StrEnum):
    """The keyboard under the last message. A location key sends a bare location, so a keyboard never
    offers both a start and a finish."""

    START = "start"
    FINISH = "finish"
    REPORT = "report"
    RESTING = "resting"
    """For a client who is placed nowhere any more: nothing to begin."""
    SUPERVISOR = "supervisor"
    OFFICER = "officer"
    HEAD = "head"
    PROSECUTOR = "prosecutor"
    OPERATOR = "operator"
    GUARDIAN = "guardian"
    PHONE = "phone"
    """A shared phone that nobody uses at the moment."""
    AGENCY = "agency"
    OTHERS = "others"
    PRACTICE = "practice"
    """While somebody practises: a location sent with it is work for nobody."""
    PIN = "pin"
    """While somebody says where a site lies: a location sent with it is no check-in."""
    CONTACT = "contact"
    """For a newcomer: the key that shares the phone's own number."""


class Resend(StrEnum):
    """What to do when nobody knows whether a notice arrived: no messenger can send exactly once."""

    SAME = "same"
    """Receipts, cards and questions: again, with the same number."""
    MARKED = "marked"
    """Digests: again, marked as a repeat."""
    NEVER = "never"
    """Reminders: a missing one is better than two."""


class Show(StrEnum):
    """How a notice with a card name appears when an earlier one is on the screen."""

    NEW = "new"
    """As a message of its own, so that the phone rings."""
    AGAIN = "again"
    """Likewise; an earlier message of this card keeps its words and loses its buttons."""
    EDIT = "edit"
    """In place of the earlier one; a message of its own where the channel cannot edit."""
    EDIT_ONLY = "edit_only"
    """In place of the earlier one, or not at all."""


class Awaits(StrEnum):
    """What must still hold when a notice is about to leave; otherwise it is dropped, with the reason."""

    SESSION = "session"
    """The planned session stands, unmoved, and nobody has started it."""
    WORD = "word"
    """Likewise, or it is over and missed, and nobody has said why."""
    ATTENDANCE = "attendance"
    """The attendance has not changed since."""
    REPORT = "report"
    """The report is still due, on the same day."""
    CASE = "case"
    """The case still waits to be closed."""
    SLIPS = "slips"
    """The links of an invitation are still there to be sent."""
    MORNING = "morning"
    """On the day (as in a button's id) somebody is still to come at the sites of the person."""
    FREE_DAY = "free_day"
    """On the day (likewise) no work is planned of the person."""


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A condition stored with the notice and tested in the transaction that marks it as sending."""

    awaits: Awaits
    id: int
    revision: int
    until: str = ""
    """From this instant (ISO) it helps nobody any more. Empty: it never grows old."""

    def over(self, now: datetime) -> bool:
        """Whether its last useful instant is past."""
        return bool(self.until) and now >= datetime.fromisoformat(self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What Hadir wants someone to know: a key and its parameters, never a sentence."""

    to: int | Address | Guide
    """A person's id, a stranger's address, or whoever guides a case today."""
    key: str
    params: Params = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
    ask: Ask | None = None
    media: str = ""
    """`photo:ID`, `digest:ID`, `slips:ID` …: rendered only when it is sent. An invitation's brings parameters
    that must not lie in the outbox."""
    card: str = ""
    """A name under which a later notice can find this message again and edit it."""
    show: Show = Show.NEW
    menu: bool = False
    """Bring the messenger's menu of commands in line with the keyboard: whoever reads this has a role now."""
    shared: bool = False
    """It is read on a shared phone: the keyboard has a key for the next person."""
    toast: Line | None = None
    """What to say to the tap itself, in a short sentence, when only something on the screen changes."""
    at: str = ""
    """The channel's id of the very message to change; empty: the last one of this card."""
    once: str = ""
    """Queued once for ever under this name, however often the clock ticks."""
    only_if: OnlyIf | None = None
    resend: Resend = Resend.SAME
    not_before: datetime | None = None
    """It waits in the outbox until then: outside of quiet hours."""


class Refused(Exception):
    """The rules say no, and the person should hear why: `key` and `params` are the sentence."""

    def __init__(self, key: str, **params: Param) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


LARGEST_ID = 2**31 - 1


def choice_numbers(choice_id: str, count: int) -> tuple[int, ...]:
    """The first `count` numbers in a choice's id (`right:12:3` → 12, 3). Raises Refused for an id nobody
    made: a modified messenger can send any text as a button."""
    parts = choice_id.split(":")[1 : count + 1]
    if len(parts) < count or not all(part.isascii() and part.isdecimal() for part in parts):
        raise Refused("choice-unknown")
    numbers = tuple(int(part) for part in parts)
    if max(numbers) > LARGEST_ID:
        raise Refused("choice-unknown")
    return numbers


def param_to_json(param: Param) -> Any:
    """A parameter as plain JSON, so that a notice can wait in the outbox."""
    match param:
        case When(at, zone):
            return {"at": at.isoformat(), "zone": zone}
        case Minutes(count):
            return {"minutes": count}
        case Word(key):
            return {"word": key}
        case Words(keys):
            return {"words": list(keys)}
        case _:
            return param


def param_from_json(value: Any) -> Param:
    """The inverse of `param_to_json`."""
    match value:
        case {"at": at, "zone": zone}:
            return When(datetime.fromisoformat(at), zone)
        case {"minutes": count}:
            return Minutes(count)
        case {"word": key}:
            return Word(key)
        case {"words": keys}:
            return Words(tuple(keys))
        case str() | int():
            return value
        case _:
            raise ValueError("not a parameter of a notice")


def params_to_json(params: Params) -> dict[str, Any]:
    """All parameters of a sentence as plain JSON."""
    return {name: param_to_json(value) for name, value in params.items()}


def params_from_json(values: Mapping[str, Any]) -> dict[str, Param]:
    """The inverse of `params_to_json`."""
    return {name: param_from_json(value) for name, value in values.items()}


def notice_to_json(notice: Notice) -> dict[str, Any]:
    """What a notice says, as plain JSON; to whom and under which conditions stand in columns beside it."""
    return {
        "key": notice.key,
        "params": params_to_json(notice.params),
        "lines": lines_to_json(notice.lines),
        "choices": [_choice_to_json(choice) for choice in notice.choices],
        "ask": notice.ask,
        "media": notice.media,
        "show": notice.show,
        "at": notice.at,
        "menu": notice.menu,
        "shared": notice.shared,
    }


def notice_from_json(to: int | Address, content: Mapping[str, Any], only_if: OnlyIf | None) -> Notice:
    """A stored notice, as a message of its own."""
    return Notice(
        to=to,
        key=content["key"],
        params=params_from_json(content["params"]),
        lines=lines_from_json(content["lines"]),
        choices=choices_from_json(content["choices"]),
        ask=Ask(content["ask"]) if content["ask"] else None,
        media=content["media"],
        only_if=only_if,
    )


def lines_to_json(lines: Iterable[Line]) -> list[Any]:
    """Lines as plain JSON."""
    return [[line.key, params_to_json(line.params)] for line in lines]


def lines_from_json(values: list[Any]) -> tuple[Line, ...]:
    """The inverse of `lines_to_json`."""
    return tuple(Line(key, params_from_json(params)) for key, params in values)


def choices_from_json(values: list[Any]) -> tuple[Choice, ...]:
    """The choices of a stored notice."""
    return tuple(Choice(id, key, params_from_json(params), *number) for id, key, params, *number in values)


def _choice_to_json(choice: Choice) -> list[Any]:
    number = [choice.number] if choice.number else []
    return [choice.id, choice.key, params_to_json(choice.params), *number]
