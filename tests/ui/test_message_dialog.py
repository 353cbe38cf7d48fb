"""A reminder and a statement: to the client's own number, kept whole, and never by mistake."""

from dataclasses import replace
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from kioskifly_desktop.core.clients import ClientRequest, archive_client, edit_client
from kioskifly_desktop.core.contact import (
    MAX_LINK,
    MessageKind,
    MessageRequest,
    PromiseRequest,
    Tone,
    add_promise,
    messages,
    record_message,
    reminder_text,
    statement_texts,
)
from kioskifly_desktop.core.settings import save_shop_profile, shop_profile
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.widgets.dialog import Question
from kioskifly_desktop.ui.widgets.labels import label
from tests.factories import add_debt, adjust, make_client, new_request, pay
from tests.fakes.keyboard import type_text
from tests.fakes.links import links_taken
from tests.fakes.reads import held_reads, reading

CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBER = "5493514550917"


@pytest.fixture
def shop(shop, clock):
    shop.database.clock = clock
    return shop


@pytest.fixture
def links():
    with links_taken() as result:
        yield result


@pytest.fixture
def ana(shop):
    client_id = shop.write(make_client, "Ana Paz", phone="351 455-0917")
    shop.write(add_debt, client_id, 12_500_00)
    return client_id


@pytest.fixture
def show(qtbot, shop, toasts, window, ana):
    window.activateWindow()

    def run(kind=MessageKind.REMINDER, client_id=None):
        dialog = MessageDialog(shop, client_id or ana, kind, toasts, window)
        dialog.open()
        qtbot.waitUntil(lambda: bool(dialog.parts) or dialog.error.isVisible())
        return dialog

    return run


@pytest.fixture
def statement(qtbot, shop, show, ana):
    """The whole of a long account, in several parts."""
    for number in range(60):
        shop.write(adjust, ana, 100_00 + number, f"Cuaderno, hoja {number}")
    dialog = show(MessageKind.STATEMENT)
    dialog.scope.choose("all")
    qtbot.waitUntil(lambda: dialog.copy_button.isEnabled() and len(dialog.parts) > 1)
    return dialog


def text(dialog):
    return dialog.bubble.toPlainText()


def sent(shop, client_id):
    return shop.read(messages, client_id)


def remind(shop, client_id):
    request = MessageRequest(new_request(), client_id, MessageKind.REMINDER, "Hola", insist=True)
    shop.write(record_message, request)


def refuse(shop, client_id):
    refusing = ClientRequest("Ana Paz", phone="351 455-0917", accepts_messages=False)
    shop.write(edit_client, client_id, refusing)


def said(dialog):
    found = dialog.findChildren(type(label("")))
    return [each.text() for each in found if each.isVisible()]


def test_a_reminder_is_opened_with_the_clients_own_number_and_kept(shop, ana, show, links, toasts):
    dialog = show()
    assert (dialog.title.text(), dialog.subtitle.text()) == ("Recordatorio", "Ana Paz")
    assert "$ 12.500,00" in text(dialog)
    assert "WhatsApp se abre con +54 9 351 455-0917, el de su ficha." in said(dialog)
    whole = text(dialog)
    dialog.open_button.click()
    assert (links.numbers, links.texts) == ([NUMBER], [whole])
    assert sent(shop, ana) == []
    assert dialog.sent_button.hasFocus()
    QTest.keyClick(dialog.sent_button, Qt.Key.Key_Space)
    (kept,) = sent(shop, ana)
    assert (kept.kind, kept.tone, kept.text) == (MessageKind.REMINDER, Tone.FRIENDLY, whole)
    assert toasts.toast.text == "Quedó anotado como enviado."
    assert not dialog.isVisible()


def test_on_the_screen_no_amount_is_parted_from_its_sign(shop, statement, links):
    for number, part in enumerate(statement.parts):
        assert "$ " not in statement.bubble.document().toRawText()
        assert statement.bubble.document().toRawText().count("$\u00a0") == part.count("$ ") > 0
        QTest.keyClick(statement, Qt.Key.Key_Return, CONTROL)
        assert links.texts[number] == part
    assert not any("\u00a0" in each for each in (*statement.parts, *links.texts))


def test_there_is_nowhere_to_write_another_number(show):
    dialog = show()
    assert dialog.findChildren(QPlainTextEdit) == [dialog.bubble]
    assert dialog.findChildren(QLineEdit) == []


def test_without_a_number_it_is_copied_and_kept_but_not_opened(shop, show, links, toasts):
    client_id = shop.write(make_client, "Beto")
    shop.write(add_debt, client_id, 500_00)
    dialog = show(client_id=client_id)
    assert "No tiene teléfono: cargáselo para escribirle por WhatsApp." in said(dialog)
    assert not dialog.open_button.isEnabled()
    QTest.keyClick(dialog.bubble, Qt.Key.Key_Return, CONTROL)
    assert links.opened == []
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == text(dialog)
    assert toasts.toast.text == "Mensaje copiado."
    dialog.sent_button.click()
    assert len(sent(shop, client_id)) == 1


def test_the_keyboard_alone_opens_copies_and_marks(shop, ana, show, links):
    dialog = show()
    assert dialog.open_button.hasFocus()
    whole = text(dialog)
    QTest.keyClick(dialog.open_button, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == whole
    QTest.keyClick(dialog.open_button, Qt.Key.Key_Return, CONTROL)
    assert links.texts == [whole]
    seen = set()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {dialog.bubble, dialog.copy_button, dialog.sent_button, dialog.open_button} <= seen
    assert dialog.scroller not in seen
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert sent(shop, ana) == []


def test_who_wants_no_messages_gets_none(qtbot, shop, ana, show, links):
    remind(shop, ana)
    refuse(shop, ana)
    for kind in (MessageKind.REMINDER, MessageKind.STATEMENT):
        dialog = show(kind)
        qtbot.waitUntil(lambda dialog=dialog: bool(dialog.parts))
        assert "Ana Paz pidió no recibir mensajes." in said(dialog)
        assert not dialog.caution.isVisible()
        for each in (dialog.open_button, dialog.sent_button, dialog.copy_button):
            assert not each.isEnabled()
        assert dialog.bubble.isReadOnly()
        dialog.insist()
        dialog.mark_sent()
        dialog.open_whatsapp()
        assert (links.opened, len(sent(shop, ana))) == ([], 1)
        dialog.reject()


def test_an_archived_client_gets_none(shop, show):
    client_id = shop.write(make_client, "Beto", phone="351 455-0917")
    shop.write(archive_client, client_id)
    dialog = show(MessageKind.STATEMENT, client_id)
    assert "Beto está archivado." in said(dialog)
    assert not dialog.sent_button.isEnabled()


def test_who_was_written_to_is_written_again_only_on_insisting(shop, clock, ana, show, links):
    remind(shop, ana)
    clock.move(days=2)
    dialog = show()
    assert "Ya le mandaste un mensaje hace 2 días." in said(dialog)
    assert not dialog.open_button.isEnabled()
    assert not dialog.sent_button.isEnabled()
    QTest.keyClick(dialog.bubble, Qt.Key.Key_Return, CONTROL)
    assert links.opened == []
    dialog.insist_button.click()
    assert not dialog.caution.isVisible()
    assert dialog.open_button.hasFocus()
    dialog.open_button.click()
    dialog.sent_button.click()
    assert links.numbers == [NUMBER]
    assert len(sent(shop, ana)) == 2


def test_every_caution_is_told(shop, clock, ana, show):
    remind(shop, ana)
    clock.move(hours=10)
    dialog = show()
    assert "Ya le mandaste un mensaje hoy. Lo que se debe se pide de 8 a 21." in said(dialog)


def test_what_comes_up_after_it_was_opened_is_told_and_may_be_passed_over(
    shop, clock, ana, show, links
):
    dialog = show()
    clock.move(hours=9)
    dialog.open_button.click()
    dialog.sent_button.click()
    assert sent(shop, ana) == []
    assert any("Lo que se debe se pide de 8 a 21." in words for words in said(dialog))
    assert dialog.insist_button.isVisible()
    dialog.insist_button.click()
    assert dialog.sent_button.hasFocus()
    dialog.sent_button.click()
    assert len(sent(shop, ana)) == 1


def test_who_refuses_after_it_was_opened_gets_none(shop, ana, show):
    dialog = show()
    refuse(shop, ana)
    dialog.sent_button.click()
    assert "Ana Paz pidió no recibir mensajes." in said(dialog)
    assert not dialog.insist_button.isVisible()
    assert not dialog.open_button.isEnabled()
    assert not dialog.sent_button.isEnabled()
    assert sent(shop, ana) == []


def test_nothing_owed_is_said_and_nothing_is_sent(shop, ana, show):
    shop.write(pay, ana, 12_500_00)
    dialog = show()
    assert any("no debe nada" in words for words in said(dialog))
    for each in (dialog.open_button, dialog.sent_button, dialog.copy_button):
        assert not each.isEnabled()


def test_each_tone_writes_another_and_says_the_alias_and_the_promise(qtbot, shop, clock, ana, show):
    profile = shop.read(shop_profile)
    shop.write(save_shop_profile, replace(profile, payment_alias="kiosco.sol"))
    shop.write(add_promise, PromiseRequest(new_request(), ana, 5_000_00, date(2026, 3, 9)))
    dialog = show()
    texts = {text(dialog)}
    for tone in (Tone.SHORT, Tone.FORMAL):
        dialog.tone.choose(tone)
        qtbot.waitUntil(lambda: text(dialog) not in texts)
        texts.add(text(dialog))
    for each in texts:
        assert "kiosco.sol" in each
        assert "5.000,00" in each
        assert "09/03/2026" in each
    dialog.sent_button.click()
    assert sent(shop, ana)[0].tone is Tone.FORMAL


def test_what_was_typed_is_sent_and_kept(shop, ana, show, links):
    dialog = show()
    dialog.bubble.setFocus()
    dialog.bubble.selectAll()
    type_text("te espero el lunes", into=dialog.bubble)
    dialog.open_button.click()
    dialog.sent_button.click()
    assert links.texts == ["te espero el lunes"]
    assert [row.text for row in sent(shop, ana)] == ["te espero el lunes"]


def test_what_was_typed_is_not_lost_without_asking(qtbot, front, ana, show):
    dialog = show()
    dialog.bubble.setPlainText("Mis palabras")
    dialog.tone.choose(Tone.FORMAL)
    question = front()
    assert isinstance(question, Question)
    assert question.title.text() == "¿Escribirlo de nuevo?"
    question.no.click()
    assert text(dialog) == "Mis palabras"
    assert dialog.tone.value() is Tone.FRIENDLY
    dialog.tone.choose(Tone.FORMAL)
    front().yes.click()
    qtbot.waitUntil(lambda: text(dialog) not in ("Mis palabras", ""))
    assert dialog.tone.value() is Tone.FORMAL
    dialog.tone.choose(Tone.SHORT)
    assert not isinstance(front(), Question)


def test_an_empty_message_goes_nowhere(shop, ana, show, links):
    dialog = show()
    dialog.bubble.setPlainText("  \n ")
    assert not (dialog.sent_button.isEnabled())
    assert not (dialog.copy_button.isEnabled())
    dialog.open_whatsapp()
    assert links.opened == []


def test_one_too_long_for_a_link_is_copied_instead(ana, show, links):
    dialog = show()
    dialog.bubble.setPlainText("ñandú " * 300)
    assert "Es largo para abrirlo en WhatsApp: acortalo, o copialo y pegalo." in said(dialog)
    assert not dialog.open_button.isEnabled()
    assert dialog.copy_button.isEnabled()
    dialog.open_whatsapp()
    assert links.opened == []
    dialog.bubble.setPlainText("ñandú")
    assert dialog.open_button.isEnabled()
    assert not dialog.long.isVisible()


def test_a_statement_in_parts_goes_part_by_part_and_is_kept_once_and_whole(
    shop, ana, statement, links
):
    whole = shop.read(statement_texts, ana, Tone.FRIENDLY)
    assert len(whole) > 1
    assert statement.parts == whole
    for number in range(len(whole)):
        assert f"Parte {number + 1} de {len(whole)}" in said(statement)
        statement.open_button.click()
    assert (links.texts, links.numbers) == (whole, [NUMBER] * len(whole))
    assert max(map(len, links.opened)) <= MAX_LINK
    assert statement.sent_button.hasFocus()
    statement.sent_button.click()
    (kept,) = sent(shop, ana)
    assert kept.kind is MessageKind.STATEMENT
    assert kept.text == "\n\n".join(whole)
    for number in range(60):
        assert f"+$ {100 + number / 100:.2f} (".replace(".", ",") in kept.text


def test_the_parts_are_walked_and_say_which_were_opened(statement, links):
    last = len(statement.parts)
    assert not statement.back_button.isEnabled()
    statement.open_button.click()
    assert text(statement) == statement.parts[1]
    statement.back_button.click()
    assert f"Parte 1 de {last}, ya abierta" in said(statement)
    assert text(statement) == statement.parts[0]
    for _ in range(last - 1):
        statement.next_button.click()
    assert not statement.next_button.isEnabled()
    assert len(links.opened) == 1


def test_a_statement_is_not_written_over(statement, links):
    before = list(statement.parts)
    statement.bubble.setFocus()
    type_text("xx", into=statement.bubble)
    statement.next_button.click()
    QTest.keyClick(statement.bubble, Qt.Key.Key_Z, CONTROL)
    statement.bubble.undo()
    assert statement.parts == before
    assert text(statement) == before[1]


def test_a_statement_goes_from_the_oldest_debt_or_from_the_beginning(qtbot, shop, clock, ana, show):
    shop.write(pay, ana, 12_500_00)
    clock.move(days=10)
    shop.write(add_debt, ana, 800_00)
    dialog = show(MessageKind.STATEMENT)
    assert "800,00" in text(dialog)
    assert "12.500,00" not in text(dialog)
    for each in (dialog.back_button, dialog.next_button, dialog.part_words):
        assert not each.isVisible()
    dialog.scope.choose("all")
    qtbot.waitUntil(lambda: "12.500,00" in text(dialog))
    assert "800,00" in text(dialog)


def test_where_it_goes_and_which_part_is_seen_without_scrolling(statement):
    for each in (statement.number, statement.part_words, statement.next_button):
        assert each.visibleRegion().boundingRect() == each.rect()


def test_a_name_is_shown_as_it_is(shop, show):
    client_id = shop.write(make_client, "<b>Ana</b>", phone="351 455-0917")
    shop.write(add_debt, client_id, 500_00)
    dialog = show(client_id=client_id)
    assert dialog.subtitle.text() == "<b>Ana</b>"
    assert dialog.subtitle.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.qt_log_ignore("does not support QPlatformServices::openUrl", extend=True)
def test_a_system_that_opens_nothing_is_told(shop, ana, show, toasts):
    dialog = show()
    dialog.open_button.click()
    assert toasts.toast.text.startswith("No se pudo abrir WhatsApp: copiá el mensaje")
    assert dialog.open_button.isEnabled()
    assert not dialog.sent_button.hasFocus()


def test_the_window_goes_on_while_the_text_is_written(qtbot, shop, toasts, window, ana):
    with held_reads(shop) as gates:
        dialog = MessageDialog(shop, ana, MessageKind.REMINDER, toasts, window)
        dialog.open()
        qtbot.waitUntil(lambda: len(gates) == 1)
        for each in (dialog.open_button, dialog.sent_button, dialog.copy_button):
            assert not each.isEnabled()
        assert dialog.bubble.isReadOnly()
        gates[0].set()
        qtbot.waitUntil(dialog.open_button.isEnabled)
        for number, tone in enumerate((Tone.FORMAL, Tone.SHORT), start=2):
            dialog.tone.choose(tone)
            qtbot.waitUntil(lambda number=number: len(gates) == number)
        assert not dialog.sent_button.isEnabled()
        gates[2].set()
        qtbot.waitUntil(dialog.open_button.isEnabled)
        brief = text(dialog)
        gates[1].set()
        qtbot.waitUntil(lambda: not reading())
        QTest.qWait(1)
        assert text(dialog) == brief == shop.read(reminder_text, ana, Tone.SHORT)


def test_it_may_be_closed_while_the_text_is_written(qtbot, shop, toasts, window, ana):
    with held_reads(shop) as gates:
        dialog = MessageDialog(shop, ana, MessageKind.REMINDER, toasts, window)
        dialog.open()
        qtbot.waitUntil(lambda: len(gates) == 1)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
        gates[0].set()
        qtbot.waitUntil(lambda: not reading())
        QTest.qWait(1)


def test_marking_twice_keeps_it_once(qtbot, shop, ana, show):
    remind(shop, ana)
    dialog = show()
    qtbot.waitUntil(lambda: bool(dialog.parts))
    dialog.insist()
    QTest.mouseDClick(dialog.sent_button, Qt.MouseButton.LeftButton)
    dialog.mark_sent()
    dialog.mark_sent()
    assert len(sent(shop, ana)) == 2
