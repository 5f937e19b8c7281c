"""How sentences are made: dates, lengths of time, numbers and words in each language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.checkup import look_at_sentences
from bot.domain.messages import Minutes, Param, When, Word
from bot.texts import BrokenText, MissingText, Texts, locales_dir, utf16_length

Write = Callable[..., Texts]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Texts from sentences given as `id="key = …"`, `en="…"`."""

    def written(**languages: str) -> Texts:
        for language, sentences in {"id": "", **languages}.items():
            (tmp_path / language).mkdir()
            (tmp_path / language / "all.ftl").write_text(sentences, encoding="utf-8")
        return Texts(tmp_path)

    return written


def at(day: str, zone: str = "Asia/Makassar") -> When:
    return When(datetime.fromisoformat(day).replace(tzinfo=UTC), zone)


RULING = at("2026-02-19T00:00")
RECEIPT = at("2026-11-24T00:14")

WRITTEN = [
    # sentence, parameter, Indonesian, English
    pytest.param(
        "{ WAKTU($x) }",
        RULING,
        "Kamis, 19 Februari 2026 pukul 08.00 WITA",
        "Thursday, 19 February 2026 at 08:00 WITA",
        id="in full",
    ),
    pytest.param(
        "{ $x }",
        RULING,
        "Kamis, 19 Februari 2026 pukul 08.00 WITA",
        "Thursday, 19 February 2026 at 08:00 WITA",
        id="an instant without a function",
    ),
    pytest.param(
        '{ WAKTU($x, "singkat") }',
        RECEIPT,
        "Sel 24 Nov pukul 08.14 WITA",
        "Tue 24 Nov at 08:14 WITA",
        id="short",
    ),
    pytest.param(
        '{ WAKTU($x, gaya: "singkat") }',
        RECEIPT,
        "Sel 24 Nov pukul 08.14 WITA",
        "Tue 24 Nov at 08:14 WITA",
        id="the style by its name",
    ),
    pytest.param('{ WAKTU($x, "jam") }', RECEIPT, "08.14", "08:14", id="clock"),
    pytest.param('{ WAKTU($x, "pukul") }', RECEIPT, "pukul 08.14 WITA", "at 08:14 WITA", id="clock and zone"),
    pytest.param(
        '{ WAKTU($x, "hari") }', RULING, "Kamis, 19 Februari 2026", "Thursday, 19 February 2026", id="day"
    ),
    pytest.param('{ WAKTU($x, "tanggal") }', at("2026-11-26T02:00"), "Kam 26 Nov", "Thu 26 Nov", id="date"),
    pytest.param(
        '{ WAKTU($x, "singkat") }',
        at("2026-08-16T16:30", "Asia/Jayapura"),
        "Sen 17 Agu pukul 01.30 WIT",
        "Mon 17 Aug at 01:30 WIT",
        id="the day is the zone's",
    ),
    pytest.param("{ LAMA($x) }", Minutes(165), "2 jam 45 menit", "2 h 45 min", id="hours and minutes"),
    pytest.param("{ $x }", Minutes(165), "2 jam 45 menit", "2 h 45 min", id="a length without a function"),
    pytest.param("{ LAMA($x) }", Minutes(45), "45 menit", "45 min", id="minutes"),
    pytest.param("{ LAMA($x) }", Minutes(180), "3 jam", "3 h", id="hours"),
    pytest.param("{ LAMA($x) }", Minutes(0), "0 menit", "0 min", id="nothing"),
    pytest.param("{ LAMA($x) }", Minutes(-75), "-1 jam 15 menit", "-1 h 15 min", id="less than nothing"),
    pytest.param("{ LAMA($x) }", Minutes(90_781), "1.513 jam 1 menit", "1,513 h 1 min", id="a whole office"),
    pytest.param('{ LAMA($x, "angka") }', Minutes(210), "3,5 jam", "3.5 h", id="decimal hours"),
    pytest.param('{ LAMA($x, "angka") }', Minutes(180), "3 jam", "3 h", id="decimal hours, whole"),
    pytest.param('{ LAMA($x, "angka") }', Minutes(100), "1,67 jam", "1.67 h", id="two decimals"),
    pytest.param('{ LAMA($x, "angka") }', Minutes(90_780), "1.513 jam", "1,513 h", id="thousands of hours"),
    pytest.param("{ $x }", 1513, "1.513", "1,513", id="a number"),
    pytest.param("{ $x }", 0, "0", "0", id="zero"),
    pytest.param("{ $x ->\n [one] satu\n *[other] { $x } kali\n }", 2, "2 kali", "2 kali", id="two of them"),
    pytest.param("{ $x ->\n [1] satu\n *[other] { $x } kali\n }", 1, "satu", "satu", id="one of them"),
    pytest.param(
        "{ $x ->\n [masuk] mulai\n *[keluar] selesai\n }", "masuk", "mulai", "mulai", id="by a word"
    ),
    pytest.param(
        "Halo { $x }", "Bapak { $y } *Budi* <b>", "Halo Bapak { $y } *Budi* <b>", "…", id="as it is"
    ),
]


@pytest.mark.parametrize(("sentence", "param", "indonesian", "english"), WRITTEN)
def test_a_parameter_is_written(
    write: Write, sentence: str, param: Param, indonesian: str, english: str
) -> None:
    texts = write(id=f"k = {sentence}", en=f"k = {sentence}")
    assert texts.render("k", {"x": param}, locale="id") == indonesian
    assert texts.render("k", {"x": param}, locale="en") == english.replace("…", indonesian)


ZONES = {
    "Asia/Jakarta": "08.00 WIB",
    "Asia/Pontianak": "08.00 WIB",
    "Asia/Makassar": "09.00 WITA",
    "Asia/Jayapura": "10.00 WIT",
    "UTC": "01.00 UTC",
    "Europe/Amsterdam": "02.00 CET",
}


@pytest.mark.parametrize(("zone", "clock"), ZONES.items(), ids=ZONES)
def test_the_zone_has_its_name(write: Write, zone: str, clock: str) -> None:
    texts = write(id='k = { WAKTU($x, "pukul") }')
    assert texts.render("k", {"x": at("2026-01-05T01:00", zone)}, locale="id") == f"pukul {clock}"


def test_an_instant_reads_the_same_wherever_it_was_written_down(write: Write) -> None:
    texts = write(id="k = { WAKTU($x) }")
    elsewhere = When(RULING.at + timedelta(0), "Asia/Makassar")
    assert texts.render("k", {"x": elsewhere}, locale="id") == texts.render("k", {"x": RULING}, locale="id")


def test_a_word_is_the_sentence_of_its_key_in_the_same_language(write: Write) -> None:
    texts = write(id="k = Alasan: { $why }\nsick = sakit", en="k = Reason: { $why }\nsick = ill")
    assert texts.render("k", {"why": Word("sick")}, locale="id") == "Alasan: sakit"
    assert texts.render("k", {"why": Word("sick")}, locale="en") == "Reason: ill"


def test_a_missing_language_or_sentence_falls_back_to_indonesian(write: Write) -> None:
    texts = write(id='k = { WAKTU($x, "jam") }\nonly = hanya { $w }\nw = di sini', en="k = it\nw = here")
    assert texts.render("k", {"x": RECEIPT}, locale="jv") == "08.14"
    assert texts.render("only", {"w": Word("w")}, locale="en") == "hanya here"


@pytest.mark.parametrize("locale", ["en", "en-GB", "en_US", "EN"])
def test_a_language_needs_no_country(write: Write, locale: str) -> None:
    assert write(id="k = ya", en="k = yes").render("k", {}, locale=locale) == "yes"


def test_a_language_of_the_islands_writes_dates_as_indonesian_does(write: Write) -> None:
    texts = write(id="k = x", mak='k = { WAKTU($x, "hari") } { $n }')
    assert texts.render("k", {"x": RULING, "n": 1513}, locale="mak") == "Kamis, 19 Februari 2026 1.513"


def test_no_invisible_marks_surround_a_parameter(write: Write) -> None:
    assert write(id="k = [{ $x }]").render("k", {"x": "Budi"}, locale="id") == "[Budi]"


def test_a_long_text_is_cut_and_says_so(write: Write) -> None:
    texts = write(id="k = { $x }.")
    assert texts.render("k", {"x": "a" * 2_000}, locale="id") == "a" * 2_000 + "."
    assert texts.render("k", {"x": "a" * 9_000}, locale="id") == "a" * 1_999 + "…."


def test_sentences_come_from_every_file_of_a_language(tmp_path: Path) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "one.ftl").write_text("a = { -name }\n", encoding="utf-8")
    (tmp_path / "id" / "two.ftl").write_text("-name = Hadir\n", encoding="utf-8")
    assert Texts(tmp_path).render("a", {}, locale="id") == "Hadir"


def test_a_key_that_nobody_wrote_is_missing(write: Write) -> None:
    texts = write(id="k = { $w }")
    with pytest.raises(MissingText, match=r"nope"):
        texts.render("nope", {}, locale="id")
    with pytest.raises(MissingText, match=r"nope"):
        texts.render("k", {"w": Word("nope")}, locale="id")


NAIVE = When(datetime(2026, 1, 1), "Asia/Makassar")  # noqa: DTZ001
CANNOT = [
    pytest.param("{ $y }", "a", id="a parameter is missing"),
    pytest.param("{ WAKTU($x) }", "a", id="no instant"),
    pytest.param("{ LAMA($x) }", 45, id="no length of time"),
    pytest.param('{ WAKTU($x, "panjang") }', RULING, id="unknown style of an instant"),
    pytest.param('{ LAMA($x, "pukul") }', Minutes(1), id="unknown style of a length"),
    pytest.param("{ JAM($x) }", RULING, id="unknown function"),
    pytest.param("{ other }", "a", id="quotes a sentence that is not there"),
    pytest.param("{ k } again", "a", id="quotes itself"),
    pytest.param("{ WAKTU($x) }", at("2026-01-01", "Asia/Atlantis"), id="unknown zone"),
    pytest.param("{ WAKTU($x) }", NAIVE, id="an instant without a zone"),
]


@pytest.mark.parametrize(("sentence", "param"), CANNOT)
def test_a_sentence_that_cannot_be_made_is_said(write: Write, sentence: str, param: Param) -> None:
    with pytest.raises(BrokenText, match=r"^k: "):
        write(id=f"k = {sentence}").render("k", {"x": param}, locale="id")


WRONG_FILES = {
    "not Fluent": "k = fine\nthis is not\n",
    "twice": "k = one\nk = two\n",
    "a term twice": "-k = one\n-k = two\n",
    "only an attribute": "k =\n    .label = one\n",
}


@pytest.mark.parametrize("sentences", WRONG_FILES.values(), ids=WRONG_FILES)
def test_a_wrong_file_is_found_at_start(write: Write, sentences: str) -> None:
    with pytest.raises(BrokenText, match=r"id/all\.ftl"):
        write(id=sentences)


def test_indonesian_is_needed(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    with pytest.raises(BrokenText, match="no sentences"):
        Texts(tmp_path)


def test_keys_and_placeholders_are_what_a_sentence_reads(write: Write) -> None:
    texts = write(
        id="-term = { $not }\n"
        'a = { WAKTU($at, "jam") } { b } { -term(x: "1") }\n'
        "b = { $n ->\n *[other] { LAMA($m) }\n }"
    )
    assert texts.locales == ("id",)
    assert texts.keys("id") == {"a", "b"}
    assert texts.placeholders("a", "id") == {"at", "n", "m"}


def test_a_language_that_is_partly_there_is_noted_and_read(write: Write) -> None:
    texts = write(
        id="hello = Halo, { $name }\nstep = daftarkan { $name }\nnext = Langkah: { step }",
        bug="next = Laleng: { step }",
    )
    said: list[tuple[str, dict[str, str | int]]] = []
    good = look_at_sentences(texts, lambda key, **params: said.append((key, params)))

    assert texts.render("next", {"name": "Budi"}, locale="bug") == "Laleng: daftarkan Budi"
    assert (good, said) == (True, [("check-locale-lacks", {"locale": "bug", "count": 2})])


def test_a_sentence_that_nobody_can_make_is_wrong(write: Write) -> None:
    texts = write(id="hello = Halo, { $name }", bug="hello = { $nama }, iko")
    said: list[tuple[str, dict[str, str | int]]] = []
    good = look_at_sentences(texts, lambda key, **params: said.append((key, params)))

    wrong = {"locale": "bug", "sentence": "hello", "names": "nama"}
    assert (good, said) == (False, [("check-locale-wrong", wrong)])


def test_sentences_lie_beside_the_code() -> None:
    assert (locales_dir() / "id").is_dir()


LENGTHS = {"": 0, "Hadir": 5, "é": 1, "📍": 2, "👩‍🌾": 5, "\ud83d": 1}


@pytest.mark.parametrize(("text", "length"), LENGTHS.items(), ids=map(repr, LENGTHS))
def test_length_is_counted_as_telegram_counts(text: str, length: int) -> None:
    assert utf16_length(text) == length
