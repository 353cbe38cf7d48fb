import csv
from datetime import UTC, datetime, timedelta

import pytest

from kioskifly_desktop.core.audit import AUDIT_NAMES, AuditKind, AuditQuery, events, record
from kioskifly_desktop.core.users import Role, add_user, deactivate_user
from kioskifly_desktop.ui.settings.activity_section import ActivitySection
from kioskifly_desktop.ui.settings.settings_page import SettingsPage

ROWS, NOTHING, HIDDEN = range(3)


@pytest.fixture
def section(shop, toasts, qtbot):
    result = ActivitySection(shop, toasts)
    result.resize(900, 600)
    qtbot.addWidget(result)
    result.show()
    qtbot.waitExposed(result)
    return result


def shown(section):
    return [row.subject for row in section.model.rows]


def cells(section, row):
    return [section.model.index(row, column).data() for column in range(5)]


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_a_new_shop_says_how_it_began(section):
    assert {row.user for row in section.model.rows} == {"Kioskifly"}
    assert shown(section)[-1] == "Administrador"


def test_who_did_what_when_and_who_let_them(section, shop, cashier):
    shop.database.clock = lambda: datetime(2026, 3, 5, 15, 4, tzinfo=UTC)
    with shop.database.write(cashier, shop.user) as work:
        work.overrides.append("void")
        record(work, AuditKind.VOID, "TX-1", "$ 100,00 · Error")
        work.overrides.clear()
    section.refresh()
    assert section.stack.currentIndex() == ROWS
    assert cells(section, 0) == [
        *("05/03/2026\n12:04 h", cashier.name, "Anuló una venta"),
        *("TX-1\n$ 100,00 · Error", shop.user.name),
    ]


def test_it_is_narrowed_by_who_what_when_and_words(section, shop, cashier, qtbot):
    gone = shop.write(add_user, "Zoe", Role.CASHIER)
    shop.write(deactivate_user, gone)
    noon = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
    for day, (user, kind, words) in enumerate(
        (
            (shop.user, AuditKind.EXPORT, "Clientes"),
            (cashier, AuditKind.EXPORT, "Ventas"),
            (cashier, AuditKind.DRAWER_OPENED, "Cambio"),
        )
    ):
        shop.database.clock = lambda day=day: noon + timedelta(days=day)
        with shop.database.write(user) as work:
            record(work, kind, words)
    section.refresh()
    assert shown(section)[:3] == ["Cambio", "Ventas", "Clientes"]
    names = [section.person.itemText(n) for n in range(section.person.count())]
    assert names == ["Todas las personas", shop.user.name, cashier.name, "Zoe"]

    choose(section.kind, AuditKind.EXPORT)
    assert shown(section) == ["Ventas", "Clientes"]
    choose(section.person, cashier.id)
    assert shown(section) == ["Ventas"]
    shop.note_change()
    section.refresh()
    assert (section.person.currentText(), shown(section)) == (cashier.name, ["Ventas"])
    choose(section.person, None)
    section.dates.end.setText("5/3/2026")
    section.dates.end.editingFinished.emit()
    assert shown(section) == ["Clientes"]
    section.dates.clear()
    choose(section.kind, None)
    section.search.setText("VENTAS")
    qtbot.waitUntil(lambda: shown(section) == ["Ventas"])
    section.search.setText("no hay")
    section.search.search()
    assert section.stack.currentIndex() == NOTHING
    assert not section.save_button.isEnabled()


def test_every_kind_can_be_asked_for_by_its_name(section):
    names = [section.kind.itemText(n) for n in range(1, section.kind.count())]
    assert sorted(names) == sorted(AUDIT_NAMES.values())
    assert names[:3] == ["Abrió el cajón", "Actualizó una deuda", "Agregó un usuario"]


def test_more_is_read_as_it_scrolls(section, shop, qtbot):
    def much(work):
        for n in range(150):
            record(work, AuditKind.EXPORT, str(n))

    shop.write(much)
    section.refresh()
    assert len(section.model.rows) == 100
    bar = section.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(section.model.rows) > 150)
    assert shown(section)[149] == "0"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_shown_goes_out_and_that_it_did_is_kept(
    section, shop, toasts, qtbot, tmp_path, suffix
):
    for kind, words in ((AuditKind.EXPORT, "=1+1"), (AuditKind.LOCK, "No va")):
        shop.write(record, kind, words, "Línea; con punto y coma")
    section.refresh()
    choose(section.kind, AuditKind.EXPORT)
    path = tmp_path / f"actividad{suffix}"
    section.save(path)
    assert not section.save_button.isEnabled()
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert "actividad" in toasts.toast.text
    assert section.save_button.isEnabled()
    newest = shop.read(events, AuditQuery(), limit=1)[0]
    assert (newest.kind, newest.subject) == (AuditKind.EXPORT, "Registro de actividad")
    assert newest.detail == f"actividad{suffix} · 1 filas"
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            titles, row = csv.reader(file, delimiter=";")
        assert titles == ["Fecha", "Hora", "Quién", "Qué hizo", "Sobre qué", "Detalle", "Autorizó"]
        assert row[2:] == [
            *(shop.user.name, "Exportó datos", "'=1+1", "Línea; con punto y coma", "")
        ]


def test_a_file_that_cannot_be_written_says_why(section, shop, toasts, qtbot, tmp_path):
    shop.write(record, AuditKind.LOCK)
    section.refresh()
    section.save(tmp_path / "no" / "actividad.csv")
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert "no existe" in toasts.toast.text
    assert section.save_button.isEnabled()
    assert shop.read(events, AuditQuery())[0].kind is AuditKind.LOCK


def test_a_cashier_sees_none_of_it(section, shop, cashier):
    assert shown(section)
    shop.switch_user(cashier)
    section.refresh()
    assert section.stack.currentIndex() == HIDDEN
    assert not section.bar.isVisible()
    assert section.model.rows == []


def test_it_is_a_section_of_the_settings(shop, toasts, qtbot):
    page = SettingsPage(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.show_section(page.activity)
    assert page.activity.isVisible()
    shop.write(record, AuditKind.LOCK, "Nada")
    assert shown(page.activity)[0] == "Nada"
