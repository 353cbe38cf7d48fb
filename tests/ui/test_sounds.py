"""What is heard at the counter, and when."""

import pytest

from kioskifly_desktop.core.settings import set_preference
from kioskifly_desktop.core.sounds import SOUNDS_PREFERENCE, Sound, Sounds
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import add_debt, make_client, make_product


class Ears:
    """Devices that only hear."""

    def __init__(self):
        self.heard = []

    def play(self, sound):
        self.heard.append(sound)
        return True


@pytest.fixture
def ears(shop):
    shop.devices = Ears()
    shop.write(set_preference, SOUNDS_PREFERENCE, Sounds.ALL.value)
    return shop.devices


@pytest.fixture
def main(shop, qtbot, ears):
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    qtbot.waitExposed(result)
    return result


def test_a_code_that_nobody_knows(main, ears):
    main.on_scan("7790895000997")
    assert ears.heard == [Sound.UNKNOWN]
    main.show_page(keys.CLIENTS)
    main.on_scan("7790895000997")
    assert ears.heard == [Sound.UNKNOWN, Sound.UNKNOWN]


def test_what_is_refused(main, ears):
    main.toasts.show("No se pudo.", error=True)
    assert ears.heard == [Sound.ERROR]
    main.toasts.show("Guardado.")
    assert ears.heard == [Sound.ERROR]


def test_a_charge_that_is_made_and_one_that_is_not(main, ears, shop, front):
    shop.write(make_product, "Alfajor", barcodes=("7790895000997",), price=1_000_00)
    main.on_scan("7790895000997")
    assert ears.heard == []
    main.page.charge()
    dialog = front()
    assert isinstance(dialog, ChargeDialog)
    dialog.rows.current.amount.setText("10")
    dialog.charge()
    assert ears.heard == [Sound.ERROR]
    dialog.rows.current.amount.setText("1000")
    dialog.charge()
    assert ears.heard == [Sound.ERROR, Sound.CHARGED]


def test_a_payment_that_is_made_and_one_that_is_not(main, ears, shop):
    client = shop.write(make_client, "Ana")
    shop.write(add_debt, client, 100_00)
    wallet = WalletDialog(shop, client, main.toasts, main)
    wallet.open()
    wallet.payment.amount.setText("50")
    wallet.payment.submit()
    assert ears.heard == [Sound.PAID]
    wallet.reject()


def test_only_what_went_wrong_is_heard_unless_asked_otherwise(main, ears, shop):
    shop.write(set_preference, SOUNDS_PREFERENCE, "something else")
    client = shop.write(make_client, "Ana")
    wallet = WalletDialog(shop, client, main.toasts, main)
    wallet.open()
    wallet.payment.amount.setText("50")
    wallet.payment.submit()
    assert ears.heard == []
    wallet.reject()
    main.on_scan("7790895000997")
    assert ears.heard == [Sound.UNKNOWN]
