"""The logo in the settings: chosen, made into dots, shown and forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from kioskifly_desktop.core.logo import Logo, save_logo, shop_logo
from kioskifly_desktop.core.printers import list_printers
from kioskifly_desktop.ui.printing.logo_image import logo_image, logo_of
from kioskifly_desktop.ui.settings.logo_card import LogoCard
from kioskifly_desktop.ui.settings.printer_dialog import PrinterDialog
from tests.factories import add_printer


@pytest.fixture
def card(window, shop, toasts):
    result = LogoCard(shop, toasts)
    result.setParent(window)
    shop.changed.connect(lambda: result.refresh(printed=True))
    result.refresh(printed=True)
    result.show()
    return result


def picture(width, height, colour):
    result = QImage(width, height, QImage.Format.Format_ARGB32)
    result.fill(QColor(colour))
    return result


def bits(logo):
    return int.from_bytes(logo.rows, "big").bit_count()


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((10, 3), (16, 3)),
        ((384, 160), (384, 160)),
        ((768, 100), (384, 50)),
        ((320, 320), (160, 160)),
        ((5_000, 1), (384, 1)),
    ],
)
def test_a_picture_is_made_smaller_never_larger(size, expected):
    logo = logo_of(picture(size[0], size[1], "black"))
    assert (logo.width, logo.height) == expected


def test_black_is_dots_and_the_padding_is_white():
    assert logo_of(picture(10, 1, "black")) == Logo(16, bytes([0b00011111, 0b11111000]))
    assert bits(logo_of(picture(16, 8, "white"))) == 0
    assert bits(logo_of(picture(16, 8, "transparent"))) == 0
    assert 0 < bits(logo_of(picture(16, 16, "#808080"))) < 256


def test_dots_are_shown_as_they_are_printed():
    image = logo_image(Logo(8, bytes([0b10000000])))
    assert image.pixelColor(0, 0) == Qt.GlobalColor.black
    assert image.pixelColor(1, 0) == Qt.GlobalColor.white


def test_a_logo_is_chosen_shown_and_forgotten(qtbot, card, shop, tmp_path):
    path = tmp_path / "logo.png"
    assert picture(32, 8, "black").save(str(path))
    assert not card.remove_button.isVisible()
    card.choose()
    chooser = card.findChild(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    qtbot.waitUntil(lambda: shop.read(shop_logo) is not None)
    assert shop.read(shop_logo) == Logo(32, b"\xff" * 32)
    assert card.picture.pixmap().toImage().pixelColor(10, 10) == Qt.GlobalColor.black
    card.remove_button.click()
    assert shop.read(shop_logo) is None
    assert not card.picture.isVisible()


def test_a_file_that_is_no_picture_gets_a_sentence(qtbot, card, shop, tmp_path):
    path = tmp_path / "precios.png"
    path.write_text("Alfajor;899,90")
    card.take(path)
    qtbot.waitUntil(card.error.isVisible)
    assert card.error.text().startswith("«precios.png» no es una imagen.")
    assert card.choose_button.isEnabled()
    assert shop.read(shop_logo) is None


def test_a_cashier_looks_and_does_not_change(card, shop, cashier):
    shop.write(save_logo, Logo(8, b"\xff" * 8))
    shop.switch_user(cashier)
    card.refresh(printed=True)
    assert card.picture.isVisible()
    assert not card.choose_button.isVisible()
    assert not card.remove_button.isVisible()


def test_the_form_says_whether_a_printer_prints_it(window, shop, toasts):
    shop.write(add_printer)
    for wanted in (True, False):
        (record,) = shop.read(list_printers)
        dialog = PrinterDialog(shop, toasts, window, record)
        dialog.open()
        assert dialog.prints_logo.isChecked() is not wanted
        dialog.prints_logo.setChecked(wanted)
        dialog.save()
        (record,) = shop.read(list_printers)
        assert record.prints_logo is wanted
