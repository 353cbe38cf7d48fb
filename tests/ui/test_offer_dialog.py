"""An offer: a text at once, a better one as it comes, and nothing that a person wrote lost."""

from datetime import UTC, datetime, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.clients import ClientRequest, edit_client
from kioskifly_desktop.core.contact import (
    Aim,
    MessageKind,
    MessageRequest,
    Tone,
    WriterKind,
    live_offers,
    messages,
    record_message,
)
from kioskifly_desktop.core.errors import KeyStoreError, WriterUnreachableError
from kioskifly_desktop.core.offers import BotSettings, save_bot_settings
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.offers.payload_dialog import PayloadDialog
from kioskifly_desktop.ui.widgets.dialog import Question
from kioskifly_desktop.ui.widgets.labels import label
from tests.factories import make_client, make_product, new_request, sell
from tests.fakes.writers import TalkingBot

CONTROL = Qt.KeyboardModifier.ControlModifier
PRICE = 3_000_00


@pytest.fixture
def yerba(shop):
    return shop.write(
        make_product, "Yerba Playadito 500 g", price=PRICE, cost=1_000_00, tracks_stock=False
    )


@pytest.fixture
def marta(shop, yerba):
    """Return who took yerba on four days, the last of them yesterday."""
    client_id = shop.write(make_client, "Marta Benítez", phone="351 455-0917")
    for days in (22, 15, 8, 1):
        shop.database.clock = lambda days=days: datetime.now(UTC) - timedelta(days=days)
        shop.write(sell, (yerba, 1), cash=PRICE, client_id=client_id)
    shop.database.clock = lambda: datetime.now(UTC)
    return client_id


@pytest.fixture
def bot(shop):
    """Have a service write, that says what the test tells it."""
    shop.bot = TalkingBot()
    shop.write(save_bot_settings, BotSettings(WriterKind.OPENAI))
    return shop.bot


@pytest.fixture
def show(qtbot, shop, toasts, window, marta):
    def run(aim=None, client_id=None):
        dialog = OfferDialog(shop, client_id or marta, toasts, window, aim)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.letter.state.text().startswith("Buscando"))
        return dialog

    return run


@pytest.fixture
def links():
    """Take the links that would leave the program."""

    class Links(QObject):
        def __init__(self):
            super().__init__()
            self.opened = []

        @Slot(QUrl)
        def take(self, url):
            self.opened.append(url)

    result = Links()
    QDesktopServices.setUrlHandler("https", result, "take")  # type: ignore[arg-type]  # the stub says bytes
    yield result
    QDesktopServices.unsetUrlHandler("https")


def text(dialog):
    return dialog.bubble.toPlainText()


def said(widget):
    return [each.text() for each in widget.findChildren(type(label("")))]


def test_our_own_text_is_there_with_what_it_rests_on(show):
    dialog = show()
    assert "Marta" in text(dialog)
    assert dialog.letter.note.text().startswith("Texto propio, de esta computadora.")
    assert dialog.letter.counter.text() == f"{len(text(dialog))}/400"
    assert dialog.letter.number.text() == "WhatsApp se abre con +54 9 351 455-0917"
    known = said(dialog.choices)
    assert "Yerba Playadito 500 g" in known
    assert any(words.startswith("4 veces · última") for words in known)
    assert any(words.startswith("Última compra ayer") for words in known)
    assert any("Lo llevó 4 veces" in words for words in known)
    assert dialog.open_button.isEnabled()


def test_a_discount_shows_both_prices(show):
    dialog = show(Aim.DISCOUNT)
    assert "$\u00a03.000,00" in said(dialog.choices)
    assert "$\u00a02.700,00 · 10\u00a0% menos" in said(dialog.choices)
    assert "2.700" in text(dialog)


def test_tone_aim_and_another_version_change_the_text(qtbot, show):
    dialog = show()
    friendly = text(dialog)
    dialog.choices.tone.choose(Tone.FORMAL)
    formal = text(dialog)
    assert formal != friendly
    QTest.keyClick(dialog.bubble, Qt.Key.Key_R, CONTROL)
    assert text(dialog) != formal
    dialog.choices.aim.setCurrentIndex(dialog.choices.aim.findData(Aim.DISCOUNT))
    dialog.choices.aim.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.plan.aim is Aim.DISCOUNT)
    assert "2.700" in text(dialog)
    assert dialog.choices.tone_wanted() is Tone.FORMAL


def test_what_the_service_writes_takes_the_place_of_ours_as_it_comes(qtbot, show, bot):
    dialog = show()
    assert "Marta" in text(dialog)
    assert dialog.letter.state.text() == "Escribiendo…"
    for each in (dialog.open_button, dialog.sent_button, dialog.copy_button):
        assert not each.isEnabled()
    assert dialog.cancel_button.isVisible()
    bot.say("¡Hola, {nombre}! ")
    qtbot.waitUntil(lambda: text(dialog) == "¡Hola, Marta! ")
    whole = "¡Hola, {nombre}! Te esperamos en {kiosco}."
    bot.end(whole)
    qtbot.waitUntil(dialog.open_button.isEnabled)
    assert text(dialog).startswith("¡Hola, Marta! Te esperamos en ")
    assert dialog.letter.note.text() == "Escrito por OpenAI. Revisalo antes de mandarlo."
    assert not dialog.cancel_button.isVisible()


def test_what_a_person_writes_meanwhile_stays(qtbot, show, bot):
    dialog = show()
    bot.say("¡Hola, {nombre}! ")
    qtbot.waitUntil(lambda: text(dialog) == "¡Hola, Marta! ")
    dialog.bubble.moveCursor(dialog.bubble.textCursor().MoveOperation.End)
    QTest.keyClicks(dialog.bubble, "Te espero.")
    bot.end("¡Hola, {nombre}! Te esperamos.")
    qtbot.waitUntil(lambda: bot.over == 1)
    qtbot.wait(60)
    assert text(dialog) == "¡Hola, Marta! Te espero."
    assert dialog.open_button.isEnabled()
    assert not dialog.cancel_button.isVisible()


def test_what_a_person_wrote_comes_back_after_another_version(show):
    dialog = show()
    before = text(dialog)
    QTest.keyClicks(dialog.bubble, "Ojo!")
    dialog.write_again()
    assert "Ojo!" not in text(dialog)
    dialog.bubble.undo()
    assert text(dialog) == before + "Ojo!"


def test_cancelling_brings_the_text_before_back(qtbot, show, bot):
    dialog = show()
    before = text(dialog)
    bot.say("Otra cosa")
    qtbot.waitUntil(lambda: text(dialog) == "Otra cosa")
    dialog.cancel_button.click()
    assert text(dialog) == before
    assert dialog.letter.note.text().startswith("Texto propio, de esta computadora.")
    qtbot.waitUntil(lambda: bot.over == 1)
    assert dialog.open_button.isEnabled()


def test_closing_waits_for_nobody(qtbot, show, bot):
    dialog = show()
    qtbot.waitUntil(lambda: bool(bot.told))
    dialog.reject()
    qtbot.waitUntil(lambda: bot.over == 1)


def test_a_program_that_closes_waits_for_nobody(qtbot, show, bot):
    dialog = show()
    qtbot.waitUntil(lambda: bool(bot.told))
    shiboken6.delete(dialog)
    qtbot.waitUntil(lambda: bot.over == 1)


def test_a_service_that_fails_leaves_our_text_and_says_why(qtbot, show, bot):
    dialog = show()
    bot.say("¡Hola, {nom")
    bot.fail(WriterUnreachableError())
    qtbot.waitUntil(dialog.open_button.isEnabled)
    assert "Marta" in text(dialog)
    assert "No hay conexión" in dialog.letter.note.text()
    assert "propio" in dialog.letter.note.text()


def test_a_key_that_cannot_be_read_leaves_our_text(qtbot, show, bot):
    bot.wrong = KeyStoreError(path="claves", reason="está cerrado")
    dialog = show()
    qtbot.waitUntil(dialog.open_button.isEnabled)
    assert "Marta" in text(dialog)
    assert dialog.letter.note.text() == str(bot.wrong)


def test_a_price_of_their_own_is_warned_of_and_not_refused(qtbot, shop, show, marta):
    dialog = show(Aim.DISCOUNT)
    dialog.bubble.setPlainText("Marta, Yerba Playadito 500 g a $ 1.")
    qtbot.waitUntil(lambda: "$ 1" in dialog.letter.warning.text())
    assert dialog.letter.warning.isVisible()
    dialog.mark_sent()
    assert [row.text for row in shop.read(messages, marta)] == [
        "Marta, Yerba Playadito 500 g a $ 1."
    ]


def test_of_too_long_a_text_it_says_by_how_much(show):
    dialog = show()
    dialog.bubble.setPlainText("a" * 401)
    assert dialog.letter.counter.text() == "401/400: sobran 1"
    assert dialog.letter.counter.property("tone") == "warning"


def test_a_caution_needs_somebody_who_insists(shop, show, marta):
    request = MessageRequest(new_request(), marta, MessageKind.OFFER, "Hola")
    shop.write(record_message, request)
    dialog = show()
    assert "Ya le mandaste un mensaje hoy." in dialog.letter.caution.words.text()
    for each in (dialog.open_button, dialog.sent_button):
        assert not each.isEnabled()
    dialog.letter.insist_button.click()
    assert not dialog.letter.caution.isVisible()
    assert dialog.open_button.isEnabled()
    dialog.sent_button.click()
    assert len(shop.read(messages, marta)) == 2


def test_who_asked_for_no_messages_gets_none(shop, show, marta):
    request = ClientRequest("Marta Benítez", phone="351 455-0917", accepts_messages=False)
    shop.write(edit_client, marta, request)
    dialog = show()
    assert "Marta Benítez pidió no recibir mensajes." in said(dialog.letter)
    assert not dialog.bubble.isVisible()
    for each in (
        *(dialog.open_button, dialog.sent_button, dialog.copy_button, dialog.again_button),
    ):
        assert not each.isEnabled()
    assert not dialog.choices.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert shop.read(messages, marta) == []


def test_without_a_number_it_can_be_copied(shop, show, yerba):
    dialog = show(client_id=shop.write(make_client, "Pedro"))
    assert not dialog.open_button.isEnabled()
    assert dialog.letter.number.property("tone") == "warning"
    assert dialog.open_button.toolTip() == dialog.letter.number.text()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == text(dialog)


def test_whatsapp_opens_with_the_message_and_it_is_asked_whether_it_went(
    shop, show, links, front, marta
):
    dialog = show()
    message = text(dialog)
    QTest.keyClick(dialog.bubble, Qt.Key.Key_Return, CONTROL)
    (url,) = links.opened
    assert (url.host(), url.path()) == ("wa.me", "/5493514550917")
    assert url.query(QUrl.ComponentFormattingOption.FullyDecoded) == f"text={message}"
    assert shop.read(messages, marta) == []
    dialog.reject()
    question = front()
    assert isinstance(question, Question)
    question.yes.click()
    assert not dialog.isVisible()
    (row,) = shop.read(messages, marta)
    assert (row.text, row.writer, row.tone) == (message, WriterKind.BUILTIN, Tone.FRIENDLY)


def test_what_was_not_sent_is_not_kept(shop, show, links, front, marta):
    dialog = show()
    dialog.open_button.click()
    assert len(links.opened) == 1
    dialog.reject()
    front().no.click()
    assert not dialog.isVisible()
    assert shop.read(messages, marta) == []


def test_what_is_sent_stands_at_the_counter_and_in_the_history(shop, show, marta, yerba):
    dialog = show(Aim.DISCOUNT)
    dialog.sent_button.click()
    assert not dialog.isVisible()
    (offer,) = shop.read(live_offers, marta)
    assert (offer.product_id, offer.discount, offer.offer_price) == (yerba, 1_000, 2_700_00)
    again = show(Aim.THANKS)
    again.letter.view.choose("sent")
    model = again.letter.sent.model
    assert model.index(0, 1).data().startswith("Descuento · Yerba Playadito 500 g\n")
    assert model.index(0, 2).data().startswith("Todavía no\nhasta el ")


def test_a_product_taken_out_of_the_text_is_not_offered(shop, show, marta):
    dialog = show(Aim.DISCOUNT)
    dialog.bubble.setPlainText("Marta, ¡te esperamos!")
    dialog.sent_button.click()
    assert shop.read(live_offers, marta) == []
    (row,) = shop.read(messages, marta)
    assert row.products == ()


def test_nothing_leaves_the_computer_for_our_own_texts(show, front):
    show().show_payload()
    assert front().words.text() == "Nada: se escribe en esta computadora."


def test_all_that_leaves_the_computer_is_shown(qtbot, show, bot, front):
    dialog = show()
    qtbot.waitUntil(lambda: bool(bot.told))
    dialog.show_payload()
    shown = front()
    assert isinstance(shown, PayloadDialog)
    for value in bot.told[0].values():
        if isinstance(value, str):
            assert value in shown.data.toPlainText()
    everything = shown.data.toPlainText() + shown.instructions.toPlainText()
    assert "Playadito" in everything
    for private in ("Marta", "Benítez", "455"):
        assert private not in everything


@pytest.mark.parametrize("look", ["911x512", "1366x768"])
def test_the_buttons_stay_in_sight(qtbot, show, look):
    width, height = map(int, look.split("x"))
    dialog = show()
    dialog.resize(width - 16, height - 16)
    qtbot.wait(20)
    for each in (dialog.again_button, dialog.copy_button, dialog.sent_button, dialog.open_button):
        assert dialog.rect().contains(each.geometry())
        assert each.width() >= each.sizeHint().width()
    assert dialog.bubble.height() >= 60
