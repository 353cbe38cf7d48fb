"""What a problem report tells of a shop in which every word is a client's secret."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from kioskifly_desktop.adapters.problem_report import gather, save
from kioskifly_desktop.core.backups import BackupSettings, save_backup_settings
from kioskifly_desktop.core.contact import WriterKind
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import OutputFileError
from kioskifly_desktop.core.logs import log_file
from kioskifly_desktop.core.migrations import HEAD
from kioskifly_desktop.core.offers import BotSettings, save_bot_settings
from kioskifly_desktop.core.outbox import note_trouble, print_test_page
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.problem_report import whole_report
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile, set_preference
from kioskifly_desktop.core.users import Role, add_user
from tests.factories import adjust, claim, make_client, make_product, pay

SECRET = "Zulemita"
NUMBERS = ("11 4555-1234", "23456789", "4321,09", "4.321,09")


@pytest.fixture
def secretive(database, folder, write):
    """Give a shop where whatever can be typed holds the secret."""
    client = write(
        make_client,
        f"{SECRET} Uno",
        document_type=96,
        document_number="23456789",
        address=f"{SECRET} 123",
        phone="11 4555-1234",
        email=f"{SECRET}@x.com",
        notes=SECRET,
    )
    write(adjust, client, 4_321_09)
    write(pay, client, 1_00)
    write(make_product, f"{SECRET} cola", price=4_321_09)
    write(add_user, f"{SECRET} Cajera", Role.CASHIER)
    write(save_shop_profile, ShopProfile(name=f"Kiosco {SECRET}", owner=SECRET, address=SECRET))
    write(save_backup_settings, BackupSettings(folder=f"/media/{SECRET}/copias", hours=8))
    writer = BotSettings(WriterKind.COMPATIBLE, local_url=f"https://{SECRET}.example/v1")
    write(save_bot_settings, writer)
    for name, transport, address in (
        ("uno", Transport.TCP, f"{SECRET}:9100"),
        ("dos", Transport.FILE, f"/home/{SECRET}/papel.bin"),
        ("tres", Transport.QUEUE, SECRET),
        ("cuatro", Transport.USB, "04b8:0e15"),
    ):
        write(save_printer, Printer(0, f"{SECRET} {name}", transport, address))
    write(print_test_page, 1)
    with database.write() as work:
        note_trouble(work, claim(work).job_id, f"no se encuentra «{SECRET}» en la red, $ 4.321,09")
    # As a hand or an older program may leave what is told: of another shape than it has.
    for key in ("look", "sounds", "text_size", "example", "messages.quiet_days", "updates"):
        write(set_preference, key, SECRET)
    write(set_preference, "keys", json.dumps({"sale": SECRET}))
    write(set_preference, "loyalty.points", json.dumps({"on": SECRET}))
    log = log_file(folder)
    log.parent.mkdir(exist_ok=True)
    log.write_text(
        f"2026-11-23 12:00:00,001 INFO x: /home/{SECRET}/shop sk-{SECRET}123 {SECRET}@x.com\n"
        "2026-11-23 12:00:00,001 ERROR x: 11 4555-1234, DNI 23456789, $ 4.321,09\n",
        "utf-8",
    )
    return folder


def told(folder, **fields):
    return "\n".join(part.text for part in gather(folder, **fields))


def assert_quiet(text):
    assert SECRET.lower() not in text.lower()
    for number in NUMBERS:
        assert number not in text


def test_a_report_names_nobody(secretive):
    text = told(secretive)
    assert_quiet(text)
    assert "Clientes: 1\n" in text
    assert "Productos: 1\n" in text
    assert f"Revisión del archivo: {HEAD}" in text
    assert "Copias, cada cuántas horas: 8" in text
    assert "Carpeta de copias propia: True" in text
    assert "Aspecto: otro" in text
    assert "Impresora 1: tcp, 48 columnas" in text
    assert "Impresora 4: usb 04b8:0e15, 48 columnas" in text
    assert "Impresiones que esperan: 1\n" in text
    assert "no se encuentra … en la red, [monto]" in text
    assert "Los libros cierran" in text
    assert "2026-11-23 12:00:00,001 INFO x: ~/shop [clave] [e-mail]" in text


BROKEN = (
    "UPDATE posting SET balance_after = balance_after + 1",
    "UPDATE client SET accepts_messages = 1 - accepts_messages",
    "UPDATE product SET price = price + 1, stock = stock + 1",
    "UPDATE account SET balance = 432109",
)


@pytest.mark.broken_books
def test_what_is_wrong_with_the_books_is_told_by_number(secretive, database):
    database.close()
    with closing(sqlite3.connect(secretive / FILE_NAME)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_%'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in BROKEN:
            connection.execute(statement)
        connection.commit()
    text = told(secretive)
    assert_quiet(text)
    assert "El renglón 1 de la cuenta" in text
    assert "… (n.º 1) figura como que no acepta mensajes y dijo lo contrario." in text
    assert "El precio de … (n.º 1) dice … y sus cambios llegan a …." in text


def test_books_that_nobody_waits_for_are_left_unread(secretive, monkeypatch):
    monkeypatch.setattr("kioskifly_desktop.core.problem_report._STEPS", 1)
    text = told(secretive, stopped=lambda: True)
    assert "No se terminó de revisar" in text
    assert "Clientes: 1\n" in text


def test_how_far_the_books_are_read_is_told(secretive):
    seen = []
    told(secretive, progress=lambda done, of: seen.append((done, of)))
    assert [done for done, _ in seen] == list(range(seen[-1][1] + 1))


def spoil(folder):
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 9000)


def write_over(folder):
    (folder / FILE_NAME).write_bytes(f"{SECRET} no es una base".encode() * 900)


def renew(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def age(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0014'")
        connection.commit()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (spoil, "no se puede leer (SQLITE_"),
        (write_over, "no se puede leer (SQLITE_NOTADB"),
        (renew, "9999, de un programa más nuevo"),
        (age, "Revisión del archivo: 0014"),
        (shutil.rmtree, "shop.db: no está"),
    ],
)
def test_there_is_a_report_of_a_shop_that_does_not_open(secretive, database, harm, words):
    database.close()
    harm(secretive)
    before = {p: p.read_bytes() for p in secretive.rglob("*") if p.is_file()}
    text = told(secretive)
    assert_quiet(text)
    assert words in text
    assert "SQLite 3." in text
    assert {p: p.read_bytes() for p in secretive.rglob("*") if p.is_file()} == before


def test_a_damaged_shop_tells_what_can_still_be_read(secretive, database):
    database.close()
    with closing(sqlite3.connect(secretive / FILE_NAME)) as connection:
        connection.execute("DROP TABLE promotion_item")
        connection.execute("DROP TABLE promotion")
        connection.commit()
    text = told(secretive)
    assert_quiet(text)
    assert "Usuarios: 3\nNo se pudo saber más: " in text


def test_the_zip_holds_what_was_shown(secretive, tmp_path):
    parts = whole_report(gather(secretive), f"llamame al 11 4555-1234, clave: {SECRET}")
    save(parts, tmp_path / "informe.zip")
    with zipfile.ZipFile(tmp_path / "informe.zip") as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert held == {part.name: part.text for part in parts}
    assert held["que-paso.txt"] == "llamame al [número], clave: [clave]\n"
    assert [p.name for p in tmp_path.iterdir() if "parte" in p.name] == []


@pytest.mark.parametrize("note", ["\udcff\ud800", "1 " * 100_000, "a@" * 100_000, "  \n"])
def test_whatever_the_person_writes_is_saved(secretive, tmp_path, note):
    parts = whole_report((), note)
    save(parts, tmp_path / "informe.zip")
    with zipfile.ZipFile(tmp_path / "informe.zip") as archive:
        assert archive.read("que-paso.txt").decode() == parts[1].text
    assert 1 < len(parts[1].text) < 3000


def test_a_folder_that_is_not_there_is_said_and_nothing_left(secretive, tmp_path):
    with pytest.raises(OutputFileError, match="no existe"):
        save(gather(secretive), tmp_path / "nada" / "informe.zip")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk")
def test_a_full_disk_is_said_and_what_was_there_stays(secretive, tmp_path, monkeypatch):
    path = tmp_path / "informe.zip"
    path.write_text("otro")
    (tmp_path / ".informe.zip.parte").symlink_to("/dev/full")
    with pytest.raises(OutputFileError, match="no queda lugar en el disco"):
        save(gather(secretive), path)
    assert path.read_text() == "otro"
