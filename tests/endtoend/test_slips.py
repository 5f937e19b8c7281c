"""`hadir invite --all`: files to print and to forward, with real commands and a simulator as Telegram."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from bot.app import RealClock
from tests.endtoend.clerk import Clerk
from tests.endtoend.machine import Machine
from tests.endtoend.test_day_one import INIT, telegram
from tests.papers import links_in, words_in

PEOPLE = """kode;nama;peran;sapaan
PK-01;Rina (contoh);pk;ibu
PL-01;Rahma (contoh);pengawas;ibu
K-01;Budi #x[y] (contoh);klien;bapak
A-07;Zulkarnain Rahasia;anak;
W-03;Fatimah Rahasia;wali;ibu
"""


async def _office(folder: Path, url: str) -> Machine:
    machine = Machine(folder, {"HADIR_TELEGRAM_API_URL": url})
    assert (await machine.hadir(*INIT)).code == 0
    (folder / "kantor").mkdir()
    (folder / "kantor" / "orang.csv").write_text(PEOPLE, encoding="utf-8")
    imported = await machine.hadir("import", "kantor")
    assert imported.code == 0, imported.words
    return machine


def _found(folder: Path, suffix: str) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == suffix)


async def test_everybody_gets_a_slip_once_and_the_second_run_leaves_valid_ones_alone(tmp_path: Path) -> None:
    async with telegram(RealClock().now()) as url:
        machine = await _office(tmp_path, url)
        everybody = ("invite", "--all", "--out", "lembar")
        first = await machine.hadir(*everybody, "--role", "client", "--role", "guardian")
        second = await machine.hadir(*everybody)
        third = await machine.hadir(*everybody)
        renewed = await machine.hadir(*everybody, "--renew", "--officer", "PK-01")

    folder = tmp_path / "lembar"
    assert (first.code, second.code, third.code) == (0, 0, 0), first.words + second.words + third.words
    pdfs, texts = _found(folder, ".pdf"), _found(folder, ".txt")
    assert [re.sub(r"-\d{4}-\d\d-\d\d", "", path.name) for path in pdfs + texts] == [
        "undangan-petugas.pdf",
        "undangan-tanpa-pk.pdf",
        "undangan-2.txt",
        "undangan.txt",
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in pdfs + texts} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    written = [words_in(path.read_bytes()) for path in pdfs] + [path.read_text("utf-8") for path in texts]
    assert "Bapak Budi #x[y] (contoh)," in written[1]
    assert "Bapak/Ibu W-03," in written[1]
    assert not [one for one in (*written, first.words, second.words) if "Rahasia" in one]
    links = links_in(pdfs[1].read_bytes(), tmp_path)
    assert len(links) == 2
    assert "• A-07: daftarkan perkaranya dulu" in first.words
    assert not [one for one in written if "A-07" in one]
    assert all(link in written[3] for link in links)
    assert "Dibuat 2 undangan" in first.words
    assert "3 orang masih punya undangan yang berlaku dan dilewati" in second.words  # the operator too
    assert "  K-01: sampai" in second.words
    assert "Tidak ada yang perlu diundang." in third.words
    assert "Tidak ada yang perlu diundang." in renewed.words  # he has no case yet


async def test_renewing_says_what_it_ends(tmp_path: Path) -> None:
    async with telegram(RealClock().now()) as url:
        machine = await _office(tmp_path, url)
        await machine.hadir("invite", "--all", "--out", "lembar")
        renewed = await machine.hadir("invite", "--all", "--out", "lembar", "--renew", "--role", "client")

    assert renewed.code == 0, renewed.words
    assert "tidak berlaku lagi" in renewed.words
    assert any("-2.pdf" in path.name for path in _found(tmp_path / "lembar", ".pdf"))


async def test_a_folder_that_cannot_be_made_invites_nobody(tmp_path: Path) -> None:
    async with telegram(RealClock().now()) as url:
        machine = await _office(tmp_path, url)
        (tmp_path / "berkas").write_text("")
        failed = await machine.hadir("invite", "--all", "--out", "berkas")
        (tmp_path / "hadir-templates").mkdir()
        (tmp_path / "hadir-templates" / "undangan.typ").write_text("#salah")
        broken = await machine.hadir("invite", "--all", "--out", "lembar")
        (tmp_path / "hadir-templates" / "undangan.typ").unlink()
        good = await machine.hadir("invite", "--all", "--out", "lembar", "--role", "client")

    assert (failed.code, broken.code, good.code) == (1, 1, 0), failed.words + broken.words + good.words
    assert "bukan folder" in failed.words
    assert "undangan.typ tidak dapat dipakai: unknown variable: salah" in broken.words
    assert "Dibuat 1 undangan" in good.words


def test_a_child_waits_for_the_guardian(clerk: Clerk) -> None:
    clerk.hadir(*INIT)
    (clerk.folder / "orang.csv").write_text(PEOPLE, encoding="utf-8")
    clerk.hadir("import", "orang.csv")
    one, everybody = clerk.hadir("invite", "a-07"), clerk.hadir("invite", "--all", "--out", "lembar")

    assert one.words.startswith("A-07 belum bisa diundang: walinya perlu setuju dahulu. Langkah: daftarkan")
    assert (one.code, everybody.code) == (1, 1)
    assert everybody.words.startswith("1 Anak belum dibuatkan undangan, karena walinya perlu setuju dahulu.")


@pytest.mark.parametrize(
    "words",
    [(), ("K-01", "--all", "--out", "x"), ("--all",), ("K-01", "--out", "x")],
    ids=["nobody", "one and all", "no folder", "one and a folder"],
)
def test_a_wrong_use_is_said(clerk: Clerk, words: tuple[str, ...]) -> None:
    answer = clerk.hadir("invite", *words)

    assert answer.code == 2
    assert "Sebutkan kode orangnya, atau pakai --all --out FOLDER." in answer.words


def test_without_the_bots_name_nothing_is_made(clerk: Clerk) -> None:
    clerk.hadir(*INIT[:-2], "--token", "1:AB")
    answer = clerk.hadir("invite", "--all", "--out", "lembar", "--renew")

    assert answer.code == 1
    assert "Nama bot belum dapat dibaca" in answer.words
    assert "lembar" not in clerk.files()


SITES = """kode;nama;kegiatan
L1;Kantor Desa Sukamaju (contoh);kebersihan
L2;Puskesmas Melati (contoh);kebersihan
"""


async def test_posters_are_printed_for_all_sites_or_one_and_replace_no_file(tmp_path: Path) -> None:
    async with telegram(RealClock().now()) as url:
        machine = Machine(tmp_path, {"HADIR_TELEGRAM_API_URL": url})
        await machine.hadir(*INIT)
        none = await machine.hadir("poster", "--out", "poster")
        (tmp_path / "lokasi.csv").write_text(SITES, encoding="utf-8")
        imported = await machine.hadir("import", "lokasi.csv")
        every = await machine.hadir("poster", "--out", "poster")
        one = await machine.hadir("poster", "l2", "--out", "poster")
        unknown = await machine.hadir("poster", "L9", "--out", "poster")

    assert imported.code == 0, imported.words
    assert (none.code, every.code, one.code, unknown.code) == (1, 0, 0, 1), every.words + one.words
    assert "Tidak ada lokasi dengan kode" in unknown.words
    assert "lebih lemah" in every.words
    files = _found(tmp_path / "poster", ".pdf")
    assert [file.name for file in files] == ["poster-L1.pdf", "poster-L2-2.pdf", "poster-L2.pdf"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert "Puskesmas Melati (contoh)" in words_in(files[1].read_bytes())
    (link,) = links_in(files[0].read_bytes(), tmp_path)
    assert re.fullmatch(r"https://t\.me/hadir_uji_bot\?start=poster-1-1-[\w-]{20}", link)
