"""A scanner is told from a person by its speed, and what it types is never an amount."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.ui.scanner import SCAN_FIELD, Run, Scanner, ScannerSettings, Verdict
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from tests.fakes.keyboard import press, scan, type_text

EAN_13 = "7790895000997"
EAN_8 = "12345670"


class Counter(QWidget):
    """A window with each kind of thing that may have the focus, and a scanner."""

    def __init__(self):
        super().__init__()
        self.codes: list[str] = []
        self.pressed: list[str] = []
        self.field = QLineEdit()
        self.scan_field = QLineEdit()
        self.scan_field.setProperty(SCAN_FIELD, True)
        self.money = MoneyEdit()
        self.spin = QSpinBox()
        self.spin.setMaximum(99_999)
        self.notes = QPlainTextEdit()
        self.choice = QComboBox()
        self.choice.addItems(["Caja 1", "7 de oro", "Banco"])
        self.editable = QComboBox()
        self.editable.setEditable(True)
        self.button = QPushButton("Cobrar")
        self.table = QTableWidget(3, 1)
        column = QVBoxLayout(self)
        for each in (
            self.field,
            self.scan_field,
            self.money,
            self.spin,
            self.notes,
            self.choice,
            self.editable,
            self.button,
            self.table,
        ):
            column.addWidget(each)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        self.field.returnPressed.connect(lambda: self.pressed.append("enter"))
        self.money.returnPressed.connect(lambda: self.pressed.append("enter"))
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self.codes.append)


@pytest.fixture
def counter(qtbot):
    result = Counter()
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(result.isActiveWindow)
    return result


@pytest.mark.parametrize("end", ["\r", "\n", "\t"])
def test_a_burst_ended_by_enter_or_tab_is_a_code(counter, end):
    counter.field.setFocus()
    scan(EAN_13, end)
    assert counter.codes == [EAN_13]
    assert counter.pressed == []
    assert counter.field.hasFocus()


def test_a_person_is_no_scanner(counter):
    counter.field.setFocus()
    type_text(f"{EAN_13}\r")
    assert counter.codes == []
    assert counter.field.text() == EAN_13
    assert counter.pressed == ["enter"]


def test_the_speed_is_the_keyboards_however_late_the_window_reads_it(counter):
    """After a pause of the program, what a person typed arrives all at once, as it does here."""
    counter.field.setFocus()
    type_text("7790\r", gap=120)
    assert counter.codes == []


def test_without_a_devices_clock_ours_tells(counter):
    counter.field.setFocus()
    QTest.keyClicks(counter.field, EAN_13)
    QTest.keyClick(counter.field, Qt.Key.Key_Return)
    assert counter.codes == [EAN_13]
    QTest.keyClicks(counter.field, "7790", delay=60)
    QTest.keyClick(counter.field, Qt.Key.Key_Return, delay=60)
    assert counter.codes == [EAN_13]


def test_keys_through_the_window_system_are_counted_once(counter):
    counter.field.setFocus()
    for character in EAN_13:
        QTest.keyClick(counter.windowHandle(), Qt.Key(ord(character)))
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_Return)
    assert counter.codes == [EAN_13]
    assert counter.field.text() == ""
    assert counter.pressed == []


def test_a_key_held_down_is_no_scanner(counter):
    counter.field.setFocus()
    for number in range(20):
        press("7", 500_000 + 30 * number, repeated=number > 0)
    press("\r", 500_620)
    assert counter.codes == []
    assert counter.pressed == ["enter"]


def test_a_digit_that_comes_twice_at_once_is_no_key_held_down(counter):
    counter.scan_field.setFocus()
    before = ""
    for character in EAN_13:
        press(character, 500_000, repeated=character == before)
        before = character
    press("\r", 500_001)
    assert counter.codes == [EAN_13]


@pytest.mark.parametrize(
    ("text", "times", "end", "verdict"),
    [
        ("779", (0, 4, 8), 12, Verdict.SHORT),
        ("7790", (0, 4, 8, 12), 16, Verdict.SCAN),
        ("7790", (0, 4, 8, 59), 63, Verdict.SLOW),
        ("7790", (0, 36, 72, 108), 112, Verdict.SLOW),
        ("7790", (0, 35, 70, 105), 109, Verdict.SCAN),
        ("7790", (0, 4, 8, 12), 112, Verdict.SCAN),
        ("7790", (0, 4, 8, 12), 113, Verdict.LATE_END),
        ("7790", (0, 4, 8, 12), None, Verdict.NO_END),
        (EAN_8, tuple(range(8)), None, Verdict.SCAN),
        ("coca", (0, 4, 8, 12), 16, Verdict.WORDS),
        ("12345678", tuple(range(8)), None, Verdict.NO_END),
    ],
)
def test_the_thresholds(text, times, end, verdict):
    assert Run(text, list(times)).verdict(ScannerSettings(), end) is verdict


def test_the_thresholds_are_the_shops(counter):
    counter.scanner.settings = ScannerSettings(gap_ms=150, average_ms=130, tab=False)
    counter.field.setFocus()
    type_text(f"{EAN_13}\r", gap=120)
    assert counter.codes == [EAN_13]
    scan(EAN_13, "\t")
    assert counter.codes == [EAN_13]
    assert not counter.field.hasFocus()


def test_what_the_scanner_puts_around_a_code_is_taken_off(counter):
    counter.scanner.settings = ScannerSettings(prefix="]E0", suffix="#")
    counter.field.setFocus()
    scan(f"]E0{EAN_13}#")
    scan("LOC-7")
    assert counter.codes == [EAN_13, "LOC-7"]


def test_a_code_of_letters_and_hyphens(counter):
    counter.field.setFocus()
    scan("A-0042")
    assert counter.codes == ["A-0042"]


@pytest.mark.parametrize("code", [EAN_13, EAN_8, "4155", "036000291452"])
def test_a_scan_in_a_money_field_is_no_amount(counter, code):
    counter.money.set_amount(150_050)
    counter.money.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[str] = []
    counter.money.textEdited.connect(seen.append)
    scan(code)
    assert counter.codes == [code]
    assert counter.money.text() == "1.500,50"
    assert counter.money.selectedText() == "1.500,50"
    assert seen[-1] == "1.500,50"
    assert counter.pressed == []


def test_a_person_types_eight_digits_and_enter_into_a_money_field(counter):
    counter.money.setFocus()
    type_text(f"{EAN_8}\r")
    assert counter.codes == []
    assert counter.money.amount() == 1_234_567_000
    assert counter.pressed == ["enter"]


def test_what_a_person_had_typed_before_the_scan_stays(counter):
    counter.money.setFocus()
    type_text("15")
    scan(EAN_13)
    assert counter.codes == [EAN_13]
    assert counter.money.text() == "15"


@pytest.mark.parametrize("kind", ["field", "notes", "editable", "spin"])
def test_the_field_gets_back_what_it_held(counter, kind):
    place = getattr(counter, kind)
    place.setFocus()
    counter.spin.selectAll()
    type_text("12")
    scan(EAN_13)
    assert counter.codes == [EAN_13]
    held = {
        "field": counter.field.text,
        "notes": counter.notes.toPlainText,
        "editable": counter.editable.currentText,
        "spin": lambda: str(counter.spin.value()),
    }[kind]()
    assert held == "12"
    type_text("3")
    assert counter.spin.value() == 123 or kind != "spin"


def test_a_list_of_choices_stays_where_it_was(counter):
    counter.choice.setFocus()
    scan(EAN_13)
    assert counter.codes == [EAN_13]
    assert counter.choice.currentText() == "Caja 1"


def test_the_scan_field_keeps_the_code(counter):
    counter.scan_field.setFocus()
    type_text("3*")
    scan(EAN_13)
    assert counter.codes == [EAN_13]
    assert counter.scan_field.text() == f"3*{EAN_13}"


def test_the_end_of_a_scan_presses_no_button(counter):
    counter.button.setFocus()
    scan(f"{EAN_13} 1")
    assert counter.codes == [f"{EAN_13} 1"]
    assert counter.pressed == []
    type_text(" ")
    assert counter.pressed == ["button"]


def test_the_default_button_of_a_dialog_isnt_pressed_either(qtbot, counter):
    dialog = QDialog(counter)
    line = QLineEdit(dialog)
    button = QPushButton("Aceptar", dialog)
    button.setDefault(True)
    button.clicked.connect(lambda: counter.pressed.append("default"))
    dialog.open()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    scan(EAN_13)
    assert counter.pressed == []
    assert line.text() == ""
    type_text("5\r")
    assert counter.pressed == ["default"]
    dialog.close()


def test_digits_that_are_keys_choose_nothing_in_the_middle_of_a_scan(counter):
    """The means of payment are the keys 1 to 6, and a code has all of them."""
    chosen = []
    QShortcut(QKeySequence("9"), counter).activated.connect(lambda: chosen.append(9))
    counter.button.setFocus()
    for character in f"{EAN_13}\r":
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character))
        QTest.keyClick(counter.windowHandle(), key)
    assert counter.codes == [EAN_13]
    assert chosen == []


def test_the_focus_that_moves_in_a_scan_leaves_no_digits_behind(counter):
    counter.field.setFocus()
    counter.field.textEdited.connect(lambda _: counter.money.setFocus())
    scan(EAN_13)
    assert counter.codes == [EAN_13]
    assert counter.field.text() == ""
    assert counter.money.text() == ""


def test_a_scanner_without_enter_is_known_by_the_check_digit(qtbot, counter):
    counter.money.setFocus()
    with qtbot.waitSignal(counter.scanner.scanned):
        scan(EAN_13, end="")
    assert counter.codes == [EAN_13]
    assert counter.money.text() == ""


def test_commands_and_arrows_break_a_burst(counter):
    counter.field.setFocus()
    scan("77908", end="")
    key = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "", False
    )
    QApplication.sendEvent(counter.field, key)
    scan("12", end="\r")
    assert counter.codes == []


def test_a_field_that_was_closed_by_the_scan_is_left_alone(counter):
    counter.field.setFocus()
    for number, character in enumerate("77908"):
        press(character, 100 + number)
    counter.money.setFocus()
    counter.field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press("\r", 106)
    assert counter.codes == ["77908"]
