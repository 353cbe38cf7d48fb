import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kioskifly_desktop.core.errors import AmountError, AmountMissingError
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit


@pytest.fixture
def edit(window):
    result = MoneyEdit(window)
    result.show()
    result.setFocus()
    return result


def test_the_dot_of_the_keypad_is_a_comma(qtbot, edit):
    qtbot.keyClicks(edit, "1500")
    qtbot.keyClick(edit, Qt.Key.Key_Period, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClicks(edit, "5")
    assert edit.text() == "1500,5"
    assert edit.amount() == 150050


def test_the_dot_of_the_letters_groups_thousands(qtbot, edit):
    qtbot.keyClicks(edit, "1.500")
    assert edit.amount() == 150000


def test_the_amount_is_written_with_thousands_when_left(qtbot, edit, window):
    other = QLineEdit(window)
    other.show()
    qtbot.keyClicks(edit, "1234567,5")
    other.setFocus()
    assert edit.text() == "1.234.567,50"


def test_what_is_not_an_amount_stays_as_typed(qtbot, edit, window):
    other = QLineEdit(window)
    other.show()
    qtbot.keyClicks(edit, "1.50.0")
    other.setFocus()
    assert edit.text() == "1.50.0"
    with pytest.raises(AmountError):
        edit.amount()


def test_the_largest_amount_fits(edit):
    edit.set_amount(999_999_999_99)
    assert edit.text() == "999.999.999,99"
    assert edit.amount() == 999_999_999_99


@pytest.mark.parametrize("code", ["779004013347112", "000000001500000000", "15000000000000000000"])
def test_a_pasted_barcode_is_refused_whole(edit, code):
    QApplication.clipboard().setText(code)
    edit.paste()
    assert edit.text() == ""
    with pytest.raises(AmountMissingError):
        edit.amount()


def test_a_scanned_code_is_never_an_amount(qtbot, edit):
    qtbot.keyClicks(edit, "77900401334711234567")
    with pytest.raises(AmountError):
        edit.amount()


@pytest.mark.parametrize("code", ["12345670", "036000291452", "7790895000997"])
@pytest.mark.parametrize("held", ["", "1.500,50"])
def test_a_pasted_code_with_its_check_digit_is_no_amount(edit, held, code):
    edit.setText(held)
    edit.selectAll()
    QApplication.clipboard().setText(code)
    edit.paste()
    assert edit.text() == held


def test_the_same_digits_typed_or_pasted_as_an_amount_are_one(qtbot, edit):
    qtbot.keyClicks(edit, "12345670")
    assert edit.amount() == 1_234_567_000
    edit.clear()
    QApplication.clipboard().setText("12345671")
    edit.paste()
    assert edit.amount() == 1_234_567_100
    edit.selectAll()
    QApplication.clipboard().setText("12.345.670")
    edit.paste()
    assert edit.amount() == 1_234_567_000
