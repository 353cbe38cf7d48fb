"""Copias in the settings, and the question before one is brought back."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kioskifly_desktop.core.backups import (
    BackupSettings,
    backup_settings,
    copy_standing,
    note_copy,
    save_backup_settings,
)
from kioskifly_desktop.core.errors import BackupFolderMissingError
from kioskifly_desktop.ui.settings.backup_section import BackupSection
from kioskifly_desktop.ui.settings.restore_dialog import RestoreDialog
from kioskifly_desktop.ui.status_bar import StatusBar
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.factories import make_client


@pytest.fixture
def section(shop, toasts, window):
    result = BackupSection(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    result.refresh()
    shop.changed.connect(result.refresh)
    shop.user_changed.connect(result.refresh)
    return result


@pytest.fixture
def copy(qtbot, section):
    """Make a copy by its button and return its row."""

    def run():
        before = len(section.model.rows)
        section.copy_button.click()
        qtbot.waitUntil(section.copy_button.isEnabled, timeout=20_000)
        qtbot.waitUntil(lambda: len(section.model.rows) > before, timeout=20_000)
        return section.model.rows[0]

    return run


def test_a_copy_is_made_and_listed(section, copy, shop, toasts):
    assert section.last.text() == "Todavía no hay ninguna copia buena."
    row = copy()
    assert section.last.text().startswith("Última copia buena: hoy a las ")
    assert toasts.toast is not None
    index = section.model.index(0, 0)
    assert index.data() == f"{row.at:%d/%m/%Y %H:%M}"
    assert [index.siblingAtColumn(n).data() for n in (1, 2)] == [f"{row.size // 1000} kB", "—"]
    assert shop.read(copy_standing).last is not None


def test_the_window_goes_on_while_a_copy_is_made(qtbot, section, shop, monkeypatch):
    """The copy waits for the window's heart to beat, which it doesn't in the window's thread."""
    beats, enough = [], threading.Event()

    def beat():
        beats.append(1)
        if len(beats) > 20:
            enough.set()

    heart = QTimer(section, interval=5)
    heart.timeout.connect(beat)
    make, results = shop.copies.make, []

    def slow(by):
        results.append(enough.wait(20))
        return make(by)

    monkeypatch.setattr(shop.copies, "make", slow)
    heart.start()
    section.copy_button.click()
    assert section.last.text() == "Copiando… podés seguir vendiendo."
    assert not section.copy_button.isEnabled()
    qtbot.waitUntil(section.copy_button.isEnabled, timeout=30_000)
    assert results == [True]


def test_a_copy_that_fails_says_why_and_keeps_saying_it(qtbot, section, shop, toasts, tmp_path):
    shop.write(save_backup_settings, BackupSettings(folder=str(tmp_path / "usb")))
    section.copy_button.click()
    qtbot.waitUntil(section.copy_button.isEnabled, timeout=20_000)
    assert "Si es un pendrive, enchufalo" in section.trouble.text()
    assert section.trouble.isVisible()
    assert "Si es un pendrive, enchufalo" in toasts.toast.text
    with pytest.raises(BackupFolderMissingError):
        shop.copies.make()


def test_where_and_when_are_saved_at_once(qtbot, section, shop, tmp_path):
    assert section.near.isVisible()
    section.choose_folder()
    chooser = section.findChild(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    section.hours.setCurrentIndex(section.hours.findData(0))
    section.hours.activated.emit(section.hours.currentIndex())
    section.on_close.click()
    assert shop.read(backup_settings) == BackupSettings(str(tmp_path), hours=0, on_close=False)
    assert not section.near.isVisible()
    assert section.folder.text() == str(tmp_path)
    section.usual_button.click()
    assert shop.read(backup_settings).folder == ""
    assert section.near.isVisible()


def test_a_cashier_copies_and_changes_nothing(section, copy, shop, cashier):
    copy()
    shop.switch_user(cashier)
    assert section.notice.isVisible()
    assert section.copy_button.isEnabled()
    for each in (section.hours, section.on_close, section.choose_button):
        assert not each.isEnabled()
    for each in (section.restore_button, section.other_button, section.passphrase.save_button):
        assert not each.isVisible()
    section.restore()
    assert section.window().findChild(RestoreDialog) is None


def test_words_are_written_twice_and_then_seal(qtbot, section, copy, shop, toasts):
    card = section.passphrase
    QTest.keyClicks(card.first, "corta")
    card.save_button.click()
    assert "8 caracteres" in card.first_field.message.text()
    card.first.clear()
    QTest.keyClicks(card.first, "mate amargo")
    QTest.keyClicks(card.second, "mate amrgo")
    card.save_button.click()
    assert card.second_field.message.text() == "No es igual a la de al lado."
    assert not shop.read(backup_settings).sealed
    card.second.clear()
    QTest.keyClicks(card.second, "mate amargo")
    card.save_button.click()
    qtbot.waitUntil(lambda: shop.read(backup_settings).sealed, timeout=20_000)
    assert (card.first.text(), card.second.text()) == ("", "")
    assert card.state.text() == "Las próximas copias llevan clave."
    assert copy().sealed
    card.remove_button.click()
    question = section.window().findChild(Question)
    question.confirm()
    assert not shop.read(backup_settings).sealed
    assert card.state.text() == "Las copias no llevan clave."


def test_restoring_shows_what_the_copy_holds_and_asks(qtbot, section, copy, shop, front):
    shop.write(make_client, "Ana")
    row = copy()
    section.table.selectRow(0)
    section.restore_button.click()
    dialog = front()
    assert isinstance(dialog, RestoreDialog)
    assert not dialog.restore_button.isEnabled()
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=20_000)
    assert {name: value.text() for name, value in dialog.values.items()} == {
        "shop": "Mi kiosco",
        "clients": "1",
        "sales": "0",
        "last": "Ninguno",
    }
    assert "se guarda al lado" in dialog.warning.words.text()
    with qtbot.waitSignal(shop.restore_wanted) as wanted:
        dialog.restore_button.click()
    assert wanted.args == [row.path, None]


def test_a_sealed_copy_of_other_words_asks_for_them(qtbot, section, copy, shop, front):
    shop.copies.keep_passphrase("mate amargo")
    shop.write(save_backup_settings, BackupSettings(sealed=True))
    row = copy()
    shop.copies.keep_passphrase("otra distinta")
    section.ask_to_restore(row.path)
    dialog = front()
    qtbot.waitUntil(dialog.field.isVisible, timeout=20_000)
    QTest.keyClicks(dialog.passphrase, "cualquiera")
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "no es la de la copia" in dialog.field.message.text(), timeout=20_000)
    assert not dialog.restore_button.isEnabled()
    dialog.passphrase.clear()
    QTest.keyClicks(dialog.passphrase, "mate amargo")
    dialog.open_button.click()
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=20_000)
    assert not dialog.field.isVisible()
    with qtbot.waitSignal(shop.restore_wanted) as wanted:
        dialog.restore_button.click()
    assert wanted.args == [row.path, "mate amargo"]


def test_a_damaged_copy_is_not_offered(qtbot, section, copy, front):
    row = copy()
    content = bytearray(row.path.read_bytes())
    content[5000] ^= 1
    row.path.write_bytes(content)
    section.ask_to_restore(row.path)
    dialog = front()
    qtbot.waitUntil(lambda: "está dañada" in dialog.state.text(), timeout=20_000)
    assert not dialog.restore_button.isEnabled()
    dialog.reject()


@pytest.fixture
def bar(qtbot, shop):
    result = StatusBar(shop)
    qtbot.addWidget(result)
    return result


def test_the_sign_of_an_old_copy(qtbot, bar, shop):
    assert bar.copies.isHidden()
    shop.write(lambda work: note_copy(work, work.now - timedelta(days=3, minutes=1)))
    shop.note_copies()
    assert not bar.copies.isHidden()
    assert bar.copies.accessibleName().startswith("Sin copia desde el ")
    with qtbot.waitSignal(bar.copies_wanted):
        bar.copies.click()
    shop.copies.make()
    shop.note_copies()
    assert bar.copies.isHidden()


def test_the_sign_says_the_day(bar, shop):
    shop.write(lambda work: note_copy(work, datetime(2026, 3, 2, 2, tzinfo=UTC)))
    shop.note_copies()
    assert bar.copies.accessibleName() == "Sin copia desde el 01/03/2026"
