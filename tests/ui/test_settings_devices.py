"""The scanner, the scale, the means of payment and the keys, as the settings offer them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kioskifly_desktop.core.barcodes import ScaleLabels, ScaleValue, scale_labels
from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import RegisterKind, add_register, archive_register
from kioskifly_desktop.core.sales import default_register
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.key_rules import stored_keys
from kioskifly_desktop.ui.scanner import Scanner, ScannerSettings, scanner_settings
from kioskifly_desktop.ui.settings.key_dialog import KeyDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from tests.fakes.keyboard import scan, type_text

EAN_13 = "7790895000997"


@pytest.fixture(autouse=True)
def _ours_again():
    yield
    keys.assigned.assign({})


@pytest.fixture
def page(qtbot, shop, toasts, window):
    result = SettingsPage(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return result


@pytest.fixture
def trial(qtbot, page):
    page.show_section(page.scanner)
    page.scanner.trial.setFocus()
    qtbot.waitUntil(page.scanner.trial.hasFocus)
    return page.scanner


def write(field, text):
    field.editor.setText(text)


def shown(section):
    there = [n for n, place in enumerate(section.characters) if not place.isHidden()]
    return (
        "".join(section.characters[n].text() for n in there),
        [section.gaps[n].text() for n in there],
    )


def test_the_trial_shows_what_a_scanner_types(trial):
    scan(EAN_13, gap=7)
    assert shown(trial) == (EAN_13, ["", *["7"] * 12])
    assert trial.verdict.text().startswith(f"Es una lectura: {EAN_13}, de 13 caracteres")
    assert "Enter a los 7 ms" in trial.verdict.text()


def test_the_trial_takes_tab_and_the_next_code_starts_anew(trial):
    scan(EAN_13, "\t")
    assert trial.trial.hasFocus()
    assert "con Tab" in trial.verdict.text()
    scan("A-0042")
    assert shown(trial)[0] == trial.trial.text() == "A-0042"
    type_text("\t")
    assert not trial.trial.hasFocus()


def test_the_trial_says_what_is_missing(trial):
    type_text("779089\r")
    assert "120 ms entre dos caracteres" in trial.verdict.text()
    scan("779")
    assert "el mínimo es 4" in trial.verdict.text()
    scan("coca")
    assert "ningún número" in trial.verdict.text()


def test_a_code_without_an_end_is_judged_after_a_rest(qtbot, trial):
    scan("4155", end="")
    qtbot.waitUntil(lambda: "no terminó con Enter" in trial.verdict.text())


def test_the_trial_judges_by_what_is_written_before_it_is_saved(trial, shop):
    type_text("779089\r")
    assert trial.verdict.text().startswith("No es")
    write(trial.fields["gap_ms"], "150")
    write(trial.fields["average_ms"], "130")
    assert trial.verdict.text().startswith("Es una lectura")
    assert shop.read(scanner_settings) == ScannerSettings()


def test_the_trial_is_left_alone_by_the_programs_scanner(window, trial):
    heard: list[str] = []
    scanner = Scanner(window)
    scanner.scanned.connect(heard.append)
    scan(EAN_13)
    assert heard == []
    assert shown(trial)[0] == EAN_13


def test_the_thresholds_are_saved_and_written_back(trial, shop):
    write(trial.fields["gap_ms"], "90")
    write(trial.fields["average_ms"], "60")
    write(trial.fields["least"], "6")
    write(trial.fields["prefix"], "]E0")
    trial.ends["tab"].setChecked(False)
    trial.save_button.click()
    wanted = ScannerSettings(gap_ms=90, average_ms=60, least=6, tab=False, prefix="]E0")
    assert shop.read(scanner_settings) == wanted
    trial.usual_button.click()
    trial.save_button.click()
    assert shop.read(scanner_settings) == ScannerSettings()


@pytest.mark.parametrize(
    ("name", "text"), [("gap_ms", ""), ("gap_ms", "4"), ("average_ms", "60"), ("least", "1")]
)
def test_a_threshold_that_makes_no_sense_is_said_under_it(trial, shop, name, text):
    write(trial.fields[name], text)
    trial.save_button.click()
    assert trial.fields[name].has_error()
    assert shop.read(scanner_settings) == ScannerSettings()


def choose(choice, value):
    choice.setCurrentIndex(choice.findData(value))


def test_the_example_of_the_scale_follows_the_positions(page, shop):
    scale = page.scale
    page.show_section(scale)
    assert "".join(digit.text() for digit in scale.digits) == "2000123012346"
    assert scale.example.text() == "Producto 00123: 1,234\u00a0kg."
    scale.value.choose(ScaleValue.AMOUNT)
    choose(scale.decimals, 0)
    choose(scale.numbers["code_start"], 1)
    choose(scale.numbers["value_start"], 6)
    choose(scale.numbers["value_length"], 6)
    assert scale.example.text() == "Producto 00123: $\u00a01.234,00."
    scale.save_button.click()
    assert shop.read(scale_labels) == ScaleLabels("2", 1, 5, 6, 6, ScaleValue.AMOUNT, 0)


def test_positions_that_overlap_are_refused_in_words(page, shop):
    choose(page.scale.numbers["value_start"], 4)
    assert "no entran en la etiqueta" in page.scale.error.text()
    page.scale.save_button.click()
    assert shop.read(scale_labels) == ScaleLabels()
    choose(page.scale.numbers["value_start"], 7)
    assert page.scale.error.text() == ""


def test_a_real_label_is_tried(page, shop):
    request = ProductRequest("Queso cremoso", ("123",), price=900_000, unit=Unit.KILOGRAM)
    shop.write(add_product, request)
    page.show_section(page.scale)
    page.on_scan("2000123012346")
    assert "1,234\u00a0kg. Es «Queso cremoso»." in page.scale.trial_field.message.text()
    page.on_scan("2000999012344")
    assert "No es de la balanza" in page.scale.trial_field.message.text()
    page.on_scan(EAN_13)
    assert "No es de la balanza" in page.scale.trial_field.message.text()


def test_a_means_goes_to_the_register_chosen(page, shop):
    bank = shop.write(add_register, "Banco Nación", RegisterKind.BANK)
    choice = page.means.choices[PaymentMethod.DEBIT_CARD]
    choice.setCurrentIndex(choice.findText("Banco Nación"))
    choice.activated.emit(choice.currentIndex())
    assert shop.read(default_register, PaymentMethod.DEBIT_CARD).id == bank
    assert choice.currentText() == "Banco Nación"
    shop.write(archive_register, bank)
    assert choice.currentText() == shop.read(default_register, PaymentMethod.DEBIT_CARD).name


def test_cash_goes_only_to_drawers(page, shop):
    offered = page.means.choices
    assert [offered[PaymentMethod.CASH].itemText(0)] == ["Caja 1"]
    assert offered[PaymentMethod.CASH].count() == 1
    assert offered[PaymentMethod.QR].findText("Caja 1") == -1


def test_a_cashier_changes_none_of_it(page, shop, cashier):
    shop.switch_user(cashier)
    for section in (page.scanner, page.scale, page.means, page.keys):
        assert not section.notice.isHidden()
    for hidden in (page.scanner.save_button, page.scale.save_button, page.keys.change_button):
        assert hidden.isHidden()
    assert not page.means.choices[PaymentMethod.QR].isEnabled()
    assert page.scanner.trial.isEnabled()


def row_of(page, key_id):
    return page.keys.model.find(lambda key: key.id == key_id)


def press_for(qtbot, page, front, key_id, key, modifiers=Qt.KeyboardModifier.NoModifier):
    page.keys.table.selectRow(row_of(page, key_id))
    page.keys.change_button.click()
    dialog = front()
    assert isinstance(dialog, KeyDialog)
    qtbot.keyClick(dialog, key, modifiers)
    return dialog


def test_the_table_has_every_key(page):
    assert [key.id for key in page.keys.model.rows] == [key.id for key in keys.KEYS]


def test_a_new_key_is_pressed_and_acts_at_once(qtbot, page, shop, front):
    other = QWidget(page)
    bound = keys.bind("clients.edit", other, other.close)
    press_for(qtbot, page, front, "clients.edit", Qt.Key.Key_F7)
    assert front() is None
    assert shop.read(stored_keys) == {"clients.edit": "F7"}
    assert bound.key().toString() == "F7"
    row = row_of(page, "clients.edit")
    cells = [page.keys.model.index(row, column).data() for column in range(4)]
    assert cells == ["Editar", "Clientes", "F7", "De fábrica: Ctrl E"]


def test_a_taken_or_typed_key_is_refused_and_another_can_be_tried(qtbot, page, shop, front):
    dialog = press_for(qtbot, page, front, "clients.edit", Qt.Key.Key_F10)
    assert "F10" in dialog.sentence.text()
    qtbot.keyClick(dialog, Qt.Key.Key_7)
    assert "lector" in dialog.sentence.text()
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl N ya es «Nuevo»" in dialog.sentence.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    assert "moverse" in dialog.sentence.text()
    assert shop.read(stored_keys) == {}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert front() is None
    assert shop.read(stored_keys) == {}


def test_a_fixed_key_is_not_for_changing(page):
    page.keys.table.selectRow(row_of(page, "back"))
    assert not page.keys.change_button.isEnabled()
    page.keys.table.selectRow(row_of(page, "help"))
    assert page.keys.change_button.isEnabled()


def test_one_key_is_given_back_unless_another_took_it(qtbot, page, shop, front, toasts):
    press_for(qtbot, page, front, "clients.edit", Qt.Key.Key_F7)
    press_for(qtbot, page, front, "clients.new", Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    page.keys.table.selectRow(row_of(page, "clients.edit"))
    page.keys.reset_button.click()
    assert keys.cap("clients.edit") == "F7"
    page.keys.table.selectRow(row_of(page, "clients.new"))
    page.keys.reset_button.click()
    assert shop.read(stored_keys) == {"clients.edit": "F7"}
    page.keys.table.selectRow(row_of(page, "clients.edit"))
    page.keys.reset_button.click()
    assert shop.read(stored_keys) == {}
    assert keys.cap("clients.edit") == "Ctrl E"


def test_all_keys_are_given_back_after_asking(qtbot, page, shop, front):
    press_for(qtbot, page, front, "clients.edit", Qt.Key.Key_F7)
    press_for(qtbot, page, front, "help", Qt.Key.Key_F11)
    page.keys.reset_all_button.click()
    front().yes.click()
    assert shop.read(stored_keys) == {}
    assert keys.cap("help") == "F1"
