"""Kiosk-IA in the settings: who writes, the key that is never shown, and the owner's rules."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.contact import MessageTerms, WriterKind, message_terms
from kioskifly_desktop.core.offers import (
    BotSettings,
    OfferTerms,
    bot_settings,
    offer_terms,
    save_bot_settings,
    save_offer_terms,
)
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.settings.bot_section import BotSection
from tests.factories import make_client, make_product
from tests.plans import PUBLIC, key, plan

KEY = "sk-secreta-de-prueba"


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def show(shop, toasts, window):
    def run():
        section = BotSection(shop, toasts)
        section.setParent(window)
        section.resize(window.size())
        section.refresh()
        section.show()
        shop.changed.connect(section.refresh)
        shop.user_changed.connect(section.refresh)
        return section

    return run


@pytest.fixture
def server():
    """Give a server that speaks Chat Completions, and keeps the key and body of each request."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked.append((self.headers["Authorization"], body))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            answer = {"mensaje": "¡Hola, {nombre}! Pasá por {kiosco}.", "productos": ["Alfajor"]}
            for content, end in ((json.dumps(answer), None), ("", "stop")):
                choice = {"index": 0, "delta": {"content": content}, "finish_reason": end}
                chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
                line = f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n"
                self.wfile.write(line.encode())
            self.wfile.write(b"data: [DONE]\n\n")

        def log_message(self, *_args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield SimpleNamespace(asked=asked, url=f"http://127.0.0.1:{listening.server_port}/v1")
        listening.shutdown()
        thread.join()


def visible(section):
    return {name for name, field in section.form.fields.items() if not field.isHidden()}


def write(field, text):
    field.editor.clear()
    QTest.keyClicks(field.editor, text)


def test_the_built_in_writer_asks_for_nothing(show):
    section = show()
    assert section.form.writer.value() is WriterKind.BUILTIN
    assert visible(section) == set()
    assert section.form.probe_button.isHidden()
    assert section.missing.isHidden()


def test_each_service_asks_for_what_it_needs(show):
    section = show()
    section.form.writer.choose(WriterKind.OPENAI)
    assert visible(section) == {"model", "key"}
    section.form.writer.choose(WriterKind.COMPATIBLE)
    assert visible(section) == {"local_url", "local_model", "key"}
    assert section.form.lines["local_url"].text() == BotSettings().local_url


def test_the_choice_is_kept_and_the_key_apart_from_the_shop(show, shop, qtbot):
    section = show()
    form = section.form
    form.writer.choose(WriterKind.OPENAI)
    write(form.fields["model"], "gpt-5-nano")
    assert form.lines["key"].echoMode() is QLineEdit.EchoMode.Password
    write(form.fields["key"], KEY)
    QTest.keyClick(form.lines["key"], Qt.Key.Key_Return)
    stored = shop.read(bot_settings)
    assert (stored.writer, stored.model) == (WriterKind.OPENAI, "gpt-5-nano")
    qtbot.waitUntil(form.forget_button.isVisible)
    assert form.lines["key"].text() == ""
    assert form.lines["key"].placeholderText() == "Guardada"
    assert shop.bot.has_key(stored)
    for file in shop.database.path.parent.iterdir():
        assert KEY.encode() not in file.read_bytes()
    form.forget_button.click()
    qtbot.waitUntil(form.forget_button.isHidden)
    assert not shop.bot.has_key(stored)


def test_a_key_typed_for_one_service_is_not_told_to_another(show):
    form = show().form
    form.writer.choose(WriterKind.OPENAI)
    write(form.fields["key"], KEY)
    form.writer.choose(WriterKind.COMPATIBLE)
    assert form.lines["key"].text() == ""


def test_an_address_that_a_key_may_not_go_to_is_refused_under_its_field(show, shop):
    form = show().form
    form.writer.choose(WriterKind.COMPATIBLE)
    write(form.fields["local_url"], "http://ia.example.com/v1")
    write(form.fields["key"], KEY)
    for act in (form.probe, form.save):
        act()
        assert "https://" in form.fields["local_url"].message.text()
        assert form.fields["local_url"].has_error()
    assert shop.read(bot_settings) == BotSettings()
    assert form.answer.text() == ""


def test_what_is_being_written_outlives_other_changes(show, shop):
    form = show().form
    form.writer.choose(WriterKind.COMPATIBLE)
    write(form.fields["local_model"], "qwen3")
    shop.write(make_product, "Alfajor")
    assert form.writer.value() is WriterKind.COMPATIBLE
    assert form.lines["local_model"].text() == "qwen3"


def test_nobody_there_is_said_in_a_sentence_and_the_window_goes_on(show, qtbot):
    form = show().form
    form.writer.choose(WriterKind.COMPATIBLE)
    write(form.fields["local_url"], "http://127.0.0.1:9/v1")
    form.probe()
    assert not form.probe_button.isEnabled()
    assert form.answer.text().startswith("Probando")
    qtbot.waitUntil(form.probe_button.isEnabled, timeout=20_000)
    assert form.answer.text() == "No hay conexión con el servicio de IA."


def test_a_server_that_answers_is_shown_and_told_nothing_of_the_shop(show, shop, qtbot, server):
    shop.write(make_client, "Zulma Ñandú", phone="351 455-0917")
    form = show().form
    form.writer.choose(WriterKind.COMPATIBLE)
    write(form.fields["local_url"], server.url)
    write(form.fields["key"], KEY)
    form.probe_button.click()
    qtbot.waitUntil(form.probe_button.isEnabled, timeout=20_000)
    assert form.answer.text() == "Responde bien. Escribió: «¡Hola, Ana! Pasá por Mi kiosco.»"
    ((key_told, body),) = server.asked
    assert key_told == f"Bearer {KEY}"
    assert json.loads(body)["model"] == BotSettings().local_model
    assert "Zulma" not in body
    # Trying keeps nothing: neither the key nor the choice.
    assert not shop.bot.has_key(form.settings())
    assert shop.read(bot_settings) == BotSettings()


def test_the_key_that_is_kept_is_the_one_tried(show, shop, qtbot, server):
    form = show().form
    form.writer.choose(WriterKind.COMPATIBLE)
    write(form.fields["local_url"], server.url)
    write(form.fields["key"], KEY)
    form.save()
    qtbot.waitUntil(form.forget_button.isVisible)
    form.probe()
    qtbot.waitUntil(lambda: form.answer.text().startswith("Responde bien"), timeout=20_000)
    assert [told for told, _ in server.asked] == [f"Bearer {KEY}"]
    assert shop.read(bot_settings).local_url == server.url


def test_an_answer_to_settings_changed_meanwhile_is_dropped(show, qtbot):
    form = show().form
    form.writer.choose(WriterKind.COMPATIBLE)
    write(form.fields["local_url"], "http://127.0.0.1:9/v1")
    form.probe()
    form.writer.choose(WriterKind.OPENAI)
    qtbot.waitUntil(lambda: not background._running, timeout=20_000)
    assert form.answer.text() == ""
    assert form.probe_button.isEnabled()
    form.probe()
    qtbot.waitUntil(lambda: form.answer.text().startswith("Falta la clave"), timeout=20_000)


def test_the_rules_are_kept(show, shop):
    for name, category in (("Alfajor", "Golosinas"), ("Rubio", "Cigarrillos"), ("Soda", "Bebidas")):
        shop.write(make_product, name, category=category)
    section = show()
    assert [name for name, box in section.boxes.items() if box.isChecked()] == ["Cigarrillos"]
    section.boxes["Bebidas"].click()
    for name, words in (
        ("maximum_discount", "15"),
        ("minimum_margin", "22,5 %"),
        ("valid_days", "3"),
        ("quiet_days", "10"),
    ):
        write(section.fields[name], words)
    QTest.keyClick(section.fields["quiet_days"].editor, Qt.Key.Key_Return)
    terms = shop.read(offer_terms)
    assert terms == OfferTerms(2_250, 1_500, 3, ("Tabaco", "Bebidas", "Cigarrillos"))
    assert shop.read(message_terms) == MessageTerms(10)
    assert section.fields["minimum_margin"].editor.text() == "22,5\u00a0%"
    section.boxes["Cigarrillos"].click()
    section.save()
    assert shop.read(offer_terms).excluded == ("Tabaco", "Bebidas")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("maximum_discount", "100"),
        ("maximum_discount", "mucho"),
        ("minimum_margin", "101"),
        ("valid_days", "0"),
        ("valid_days", "²"),
        ("quiet_days", "-1"),
        ("quiet_days", "91"),
    ],
)
def test_a_figure_out_of_reason_is_refused_under_its_field_and_nothing_is_kept(
    show, shop, name, words
):
    section = show()
    write(section.fields["valid_days"], "9")
    write(section.fields[name], words)
    section.save()
    assert [each for each, field in section.fields.items() if field.has_error()] == [name]
    assert shop.read(offer_terms) == OfferTerms()
    assert shop.read(message_terms) == MessageTerms()


def test_a_cashier_sees_the_rules_and_changes_nothing(show, shop, cashier):
    shop.write(save_bot_settings, BotSettings(WriterKind.COMPATIBLE))
    shop.write(save_offer_terms, OfferTerms(maximum_discount=500))
    section = show()
    write(section.form.fields["local_model"], "otro")
    write(section.fields["valid_days"], "9")
    shop.switch_user(cashier)
    form = section.form
    assert not section.notice.isHidden()
    assert form.lines["local_model"].text() == BotSettings().local_model
    assert section.fields["valid_days"].editor.text() == "7"
    assert section.fields["maximum_discount"].editor.text() == "5\u00a0%"
    for each in (*form.lines.values(), *(field.editor for field in section.fields.values())):
        assert not each.isEnabled()
    for each in (form.save_button, form.probe_button, form.forget_button):
        assert each.isHidden()


def test_a_plan_without_offers_is_said_on_top(show, shop):
    shop.write(install_plan, key(plan(features=())))
    section = show()
    assert section.missing.isVisible()
    assert "Generación de ofertas personalizadas" in section.missing.words.text()
