import pytest

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.ui.main_window import MainWindow
from tests.factories import add_debt
from tests.fakes import keyboard
from tests.ui.conftest import cashier, dressed, front, printer, shop

__all__ = ["cashier", "dressed", "front", "printer", "shop"]


@pytest.fixture
def marta(shop):
    """A client who owes $ 18.450,00."""
    client_id = shop.write(
        add_client, ClientRequest("Marta Benítez", 5, 96, "20123456", phone="11 5842-0917")
    )
    shop.write(add_debt, client_id, 1_845_000)
    return client_id


@pytest.fixture
def julian(shop):
    """A client without movements."""
    return shop.write(add_client, ClientRequest("Julián Sosa", 5, 99, phone="11 2987-6650"))


@pytest.fixture
def main(qtbot, shop, marta, julian):
    """The window of a shop with two clients."""
    assert marta != julian
    window = MainWindow(shop)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def finger_left_on_enter(monkeypatch):
    """Have every Enter that is typed held down."""
    press = keyboard.press

    def held(character, now, **how):
        if character == "\r":
            keyboard.hold_enter(now)
        else:
            press(character, now, **how)

    monkeypatch.setattr(keyboard, "press", held)
