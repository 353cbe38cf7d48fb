"""The offer's dialog with a real service behind it, by a real socket."""

import pytest
from PySide6.QtCore import QTimer

from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.writers.keys import KeyStore
from kioskifly_desktop.core.contact import WriterKind
from kioskifly_desktop.core.offers import BotSettings, save_bot_settings
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from tests.factories import make_client, make_product, sell
from tests.fakes.ai_server import ai_server

GOOD = "¡Hola, {nombre}! Yerba Playadito 500 g a $ 3.000 en {kiosco}."


@pytest.fixture
def server():
    with ai_server(text=GOOD) as running:
        yield running


@pytest.fixture
def show(qtbot, shop, toasts, window, server, tmp_path):
    settings = BotSettings(WriterKind.COMPATIBLE, local_url=server.url, local_model="modelo")
    shop.write(save_bot_settings, settings)
    yerba = shop.write(
        make_product, "Yerba Playadito 500 g", price=3_000_00, cost=1_000_00, tracks_stock=False
    )
    marta = shop.write(make_client, "Marta Benítez", phone="351 455-0917")
    for _ in range(3):
        shop.write(sell, (yerba, 1), cash=3_000_00, client_id=marta)

    def run():
        deadline = 0.7 if server.mode in {"hang", "trickle"} else 60
        shop.bot = AdaptersBot(KeyStore(tmp_path / "keys"), deadline)
        dialog = OfferDialog(shop, marta, toasts, window)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.plan is not None)
        qtbot.waitUntil(lambda: not dialog.writing.busy, timeout=20_000)
        return dialog

    return run


def test_the_services_text_takes_the_place_of_ours(show, server):
    dialog = show()
    assert dialog.text() == "¡Hola, Marta! Yerba Playadito 500 g a $ 3.000 en el kiosco."
    assert "Servidor compatible" in dialog.letter.note.text()
    assert "Marta" not in str(server.seen)
    assert "Benítez" not in str(server.seen)
    assert "4550917" not in str(server.seen).replace("-", "").replace(" ", "")


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        ("429", "ocupado"),
        ("500", "problema"),
        ("hang", "tardó"),
        ("trickle", "tardó"),
        ("cut", "conexión"),
        ("invalid_json", "no se entiende"),
    ],
)
def test_ours_stays_with_a_quiet_line_and_the_window_goes_on(show, server, mode, why):
    server.mode = mode
    beats = []
    heart = QTimer(interval=10)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start()
    dialog = show()
    heart.stop()
    assert "Marta" in dialog.text()
    assert why in dialog.letter.note.text()
    assert dialog.open_button.isEnabled()
    if mode in {"hang", "trickle"}:
        assert len(beats) > 10
