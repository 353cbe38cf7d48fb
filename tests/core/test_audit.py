import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from kioskifly_desktop.adapters.backup_worker import BackupWorker
from kioskifly_desktop.adapters.backups import restore_copy, save_copy
from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.core.audit import (
    AUDIT_NAMES,
    AuditKind,
    AuditQuery,
    events,
    record,
)
from kioskifly_desktop.core.backups import BackupSettings, save_backup_settings
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import BackupFolderMissingError, NotAllowedError
from kioskifly_desktop.core.outbox import JobState, finish, open_drawer, print_voucher
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales import VoidRequest, void_sale
from kioskifly_desktop.core.settings import ShopProfile, change_preferences, save_shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from tests.acts import ACTS
from tests.factories import claim, new_request, sell
from tests.plans import PUBLIC

COPIES = "Carpeta: —; Cada cuántas horas: 2; Al cerrar: Sí; Con clave: No"
KEPT = {
    "archive_client": (AuditKind.CLIENT_ARCHIVED, "Carla", ""),
    "restore_client": (AuditKind.CLIENT_RESTORED, "Dora", ""),
    "delete_client": (AuditKind.CLIENT_DELETED, "Carla", ""),
    "void_sale": (AuditKind.VOID, "TX-00001-00000001", "$ 2.000,00 · Se arrepintió"),
    "save_agreed_terms": (AuditKind.CLIENT_LOCK, "Ana", "Debe"),
    "edit_client, a limit": (
        AuditKind.CLIENT_TERMS,
        "Ana",
        "Límite $ 0,01 (antes: límite $ 10.000,00)",
    ),
    "set_groups": (AuditKind.CLIENT_TERMS, "Ana", "Grupos: Vecinos"),
    "save_group": (AuditKind.PROMOTION, "Grupo Docentes", "Agregado"),
    "delete_group": (AuditKind.PROMOTION, "Grupo Vecinos", "Borrado"),
    "save_price_list": (AuditKind.PROMOTION, "Lista Otra", "\u22121 %; 1 precio propio"),
    "delete_price_list": (AuditKind.PROMOTION, "Lista Mayorista", "Borrada"),
    "add_bonus": (AuditKind.PROMOTION, "Puntos extra de Alfajor", "+5 por unidad"),
    "delete_bonus": (AuditKind.PROMOTION, "Puntos extra de Alfajor", "Borrados"),
    "adjust_points": (AuditKind.POINTS, "Ana", "+5 · Regalo"),
    "save_promotion": (AuditKind.PROMOTION, "3x2", "Agregada"),
    "pause_promotion": (AuditKind.PROMOTION, "2x1", "Reanudada"),
    "remove_promotion": (AuditKind.PROMOTION, "2x1", "Quitada"),
    "adjust_balance": (AuditKind.ADJUSTMENT, "Ana", "+$ 1,00 · Error"),
    "reverse_movement": (AuditKind.ADJUSTMENT, "Ana", "−$ 5.000,00 · Error"),
    "update_to_today": (AuditKind.PRICE_UPDATE, "Ema", "+$ 100,00"),
    "dispute_entry": (AuditKind.DISPUTE, "Ana", "$ 5.000,00 · No es mío"),
    "resolve_dispute": (AuditKind.DISPUTE_SETTLED, "Ema", "$ 500,00 · No · Tenía razón"),
    "write_off": (AuditKind.WRITE_OFF, "Ana", "$ 6.000,00 · Se mudó"),
    "apply_price_change": (AuditKind.PRICE_BATCH, "1 precio", "5,00 %"),
    "undo_price_change": (AuditKind.PRICE_BATCH, "1 precio", "Deshecho"),
    "import_products": (AuditKind.IMPORT, "Productos", "1 agregado"),
    "add_register": (AuditKind.REGISTER_CHANGED, "Caja 4", "Agregada"),
    "rename_register": (AuditKind.REGISTER_CHANGED, "Fondo", "Antes: Caja 2"),
    "archive_register": (AuditKind.REGISTER_CHANGED, "Caja 2", "Archivada"),
    "restore_register": (AuditKind.REGISTER_CHANGED, "Caja 3", "Recuperada"),
    "open_drawer": (AuditKind.DRAWER_OPENED, "Cambio", ""),
    "discard_job": (AuditKind.JOB_DISCARDED, "Ticket", "Ya salió"),
    "save_printer": (AuditKind.SETTINGS_CHANGED, "Impresora Otra", "127.0.0.1:9100"),
    "delete_printer": (AuditKind.SETTINGS_CHANGED, "Impresora Ticketera", "Eliminada"),
    "save_logo": (AuditKind.SETTINGS_CHANGED, "Logo", ""),
    "save_shop_profile": (AuditKind.SETTINGS_CHANGED, "Datos del negocio", "Nombre: Otro"),
    "change_preferences": (AuditKind.SETTINGS_CHANGED, "blind", "1"),
    "install_plan": (AuditKind.PLAN_INSTALLED, "Prueba", ""),
    "add_user": (AuditKind.USER_ADDED, "Ximena", "Cajero"),
    "rename_user": (AuditKind.USER_RENAMED, "Ximena", "Antes: Yago"),
    "set_pin": (AuditKind.USER_PIN, "Yago", ""),
    "make_rescue_code": (AuditKind.RESCUE_CODE, "", ""),
    "change_role": (AuditKind.USER_ROLE, "Yago", "Administrador"),
    "deactivate_user": (AuditKind.USER_DEACTIVATED, "Yago", ""),
    "reactivate_user": (AuditKind.USER_REACTIVATED, "Zoe", ""),
    "log_lock": (AuditKind.LOCK, "", ""),
    "anonymise_client": (AuditKind.CLIENT_ANONYMISED, "Cliente anónimo n.º 4", "Lo pidió"),
    "merge_clients": (AuditKind.CLIENT_MERGED, "Beto", "con el n.º 1"),
    "note_taken": (AuditKind.EXPORT, "Carla", "Datos personales · datos.json"),
    "note_export": (AuditKind.EXPORT, "Ventas", "ventas.csv · 3 filas"),
    "note_asked_copy": (AuditKind.BACKUP_MADE, "negocio.db", ""),
    "note_failed_copy": (AuditKind.BACKUP_FAILED, "", "No hay lugar"),
    "save_backup_settings": (AuditKind.SETTINGS_CHANGED, "Copias", COPIES),
    "allow_question": (AuditKind.SETTINGS_CHANGED, "Preguntar si hay versiones nuevas", "1"),
    "save_message_terms": (AuditKind.SETTINGS_CHANGED, "Días entre un mensaje y otro", "3"),
}


@pytest.fixture
def folder(staged, tmp_path):
    shutil.copy(staged[0], tmp_path / FILE_NAME)
    return tmp_path


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def last(read):
    """Return the newest events."""

    def run(count=1, **wanted):
        return read(events, AuditQuery(**wanted), limit=count)

    return run


@pytest.mark.parametrize("name", KEPT)
def test_what_is_done_is_kept(name, write, last, stage, admin):
    write(ACTS[name][1], stage)
    (row,) = last()
    kind, subject, detail = KEPT[name]
    assert (row.kind, row.user, row.authorized_by) == (kind, admin.name, "")
    assert row.subject.replace("\xa0", " ").startswith(subject)
    assert row.detail.replace("\xa0", " ") == detail


def test_only_the_second_paper_is_a_reprint(write, last, stage, database):
    sold = write(sell, (stage.product, 1), cash=1_100_00)
    with database.write() as work:  # it came out
        while job := claim(work):
            finish(work, job.job_id, JobState.PRINTED)
    before = last()
    write(print_voucher, sold.voucher_id)
    (row,) = last()
    assert row != before
    assert (row.kind, row.subject) == (AuditKind.REPRINT, sold.number)


def test_what_a_pin_was_lent_for_says_whose(database, last, stage, admin, cashier):
    with database.write(cashier, admin) as work:
        void_sale(work, VoidRequest(new_request(), stage.sale, "Error"))
    lent, voided = last(2)
    assert (voided.kind, lent.kind) == (AuditKind.VOID, AuditKind.OVERRIDE)
    for row in (lent, voided):
        assert (row.user, row.authorized_by) == (cashier.name, admin.name)
    assert lent.subject == "Anular una venta"


def test_a_lent_pin_that_was_not_needed_is_nobody_s(database, last, admin, cashier):
    with database.write(admin, cashier) as work:
        open_drawer(work, "Cambio")
    assert [(row.kind, row.authorized_by) for row in last()] == [(AuditKind.DRAWER_OPENED, "")]


def test_settings_that_stay_are_no_change(write, last):
    write(change_preferences, {"blind": "1"})
    write(save_shop_profile, ShopProfile("Otro", phone="11 5555-0000"))
    before = last(100)
    write(change_preferences, {"blind": "1"})
    write(save_shop_profile, ShopProfile("Otro", phone="11 5555-0000"))
    assert last(100) == before
    assert before[0].detail == "Nombre: Otro; Teléfono: 11 5555-0000"


def test_the_past_can_not_be_rewritten(folder, database):
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        for act in ("UPDATE audit_event SET detail = ''", "DELETE FROM audit_event"):
            with pytest.raises(sqlite3.IntegrityError, match="audit_event only grows"):
                raw.execute(act)


def test_only_who_may_looks_at_it(read, cashier):
    with pytest.raises(NotAllowedError, match="Ver el registro de actividad"):
        read(events, AuditQuery(), user=cashier)


def test_what_is_done_is_found_by_what_when_and_who(write, read, last, clock, admin, cashier):
    for day, user, words in ((0, admin, "José Núñez"), (1, cashier, "100 %"), (2, admin, "x_y")):
        clock.now = datetime(2026, 4, 1 + day, 3, 0, tzinfo=UTC)  # midnight here
        write(record, AuditKind.EXPORT, words, user=user)
    found = last(9, kind=AuditKind.EXPORT)
    assert [row.subject for row in found] == ["x_y", "100 %", "José Núñez"]
    for wanted, subjects in (
        ({"since": date(2026, 4, 2)}, ["x_y", "100 %"]),
        ({"until": date(2026, 4, 1)}, ["José Núñez"]),
        ({"since": date(2026, 4, 2), "until": date(2026, 4, 2)}, ["100 %"]),
        ({"until": date.max}, ["x_y", "100 %", "José Núñez"]),
        ({"user_id": cashier.id}, ["100 %"]),
        ({"search": "NUNEZ jose"}, ["José Núñez"]),
        ({"search": "100"}, ["100 %"]),
        ({"search": "xy"}, []),
    ):
        assert [row.subject for row in last(9, kind=AuditKind.EXPORT, **wanted)] == subjects
    assert read(events, AuditQuery(), before=found[1].id, limit=1) == [found[2]]


def test_who_lent_a_pin_is_found_too(database, last, admin, cashier):
    with database.write(cashier, admin) as work:
        work.require(Permission.VOID)
    assert [row.kind for row in last(user_id=admin.id)] == [AuditKind.OVERRIDE]
    assert last(user_id=cashier.id) == last(user_id=admin.id)


def test_what_is_too_long_is_cut_and_the_program_is_named(database, last):
    with database.write() as work:
        record(work, AuditKind.BACKUP_MADE, "x" * 600)
    (row,) = last()
    assert (row.user, len(row.subject)) == ("Kioskifly", 500)


def test_every_kind_is_written_by_something():
    elsewhere = {
        *(AuditKind.LOG_IN, AuditKind.LOG_IN_FAILED),  # tests/core/test_access.py
        *(AuditKind.OVERRIDE, AuditKind.REPRINT),  # above
        *(AuditKind.RESCUE, AuditKind.RESCUE_FAILED),  # tests/core/test_rescue.py
        AuditKind.RESTORE,  # below
    }
    assert {kind for kind, *_ in KEPT.values()} | elsewhere == set(AuditKind)


def _copy_of(database, tmp_path):
    copy = tmp_path / "antes.db"
    save_copy(database.path, copy)
    return copy


def _brought_back(folder, copy, clock, by):
    restore_copy(copy, folder, by=by, now=clock.now)
    database = open_shop(folder, create=False, clock=clock)
    with database.read() as work:
        row, before = events(work, AuditQuery(), limit=2)
    database.close()
    return row, before


@pytest.mark.parametrize(
    ("by", "user", "detail"),
    [
        ("administrador", "Administrador", ""),
        ("Úrsula", "Kioskifly", "La quiso Úrsula"),
        ("", "Kioskifly", "El negocio no se abría"),
    ],
)
def test_what_was_brought_back_says_who_wanted_it(
    database, write, clock, tmp_path, by, user, detail
):
    write(record, AuditKind.LOCK)
    copy = _copy_of(database, tmp_path)
    write(record, AuditKind.DRAWER_OPENED, "Se pierde")
    folder = database.path.parent
    database.close()
    clock.move(days=2)
    row, before = _brought_back(folder, copy, clock, by)
    assert (row.kind, row.user, row.subject) == (AuditKind.RESTORE, user, "antes.db")
    assert (row.detail, row.at) == (detail, clock.now)
    assert before.kind is AuditKind.LOCK, "what came after the copy is in the file kept aside"


def test_copies_asked_for_are_kept_and_those_by_the_clock_only_when_they_begin_to_fail(
    database, write, last, admin, tmp_path
):
    worker = BackupWorker(database, Vault(database.path.parent, KeyStore(tmp_path)), lambda: None)
    before = last(99)
    worker.copy_now()
    assert last(99) == before
    made = worker.copy_now(admin)
    (row,) = last()
    assert (row.kind, row.user, row.subject) == (
        *(AuditKind.BACKUP_MADE, admin.name, made.path.name),
    )
    write(save_backup_settings, BackupSettings(folder=str(tmp_path / "pendrive")))
    kinds = []
    for by in (None, None, admin, admin, None):
        newest = last()[0].id
        with pytest.raises(BackupFolderMissingError):
            worker.copy_now(by)
        kinds += [(row.kind, row.user) for row in last(9) if row.id > newest]
    failed = AuditKind.BACKUP_FAILED
    assert kinds == [(failed, "Kioskifly"), (failed, admin.name), (failed, admin.name)]


def test_every_kind_has_its_name():
    assert set(AUDIT_NAMES) == set(AuditKind)
    assert len(set(AUDIT_NAMES.values())) == len(AuditKind)
