"""Newer versions on the screen: quiet, to who may decide, and never in the middle of a sale."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from kioskifly_desktop import __version__
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.updates import (
    Release,
    allow_question,
    asks_for_updates,
    last_asked,
    note_answer,
)
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.settings.program_section import ProgramSection
from kioskifly_desktop.ui.status_bar import StatusBar
from kioskifly_desktop.ui.support import update_watch
from kioskifly_desktop.ui.support.update_watch import UpdateWatch
from tests.factories import make_product
from tests.fakes.links import links_taken

PAGE = "https://kioskifly.example/descargar"
NEXT = Release("99.0.0", PAGE, "Más rápido.\nMás linda.")


@pytest.fixture
def site(monkeypatch):
    """Give what a local site answers, changed as wanted, and how often it was asked."""
    said = {"version": NEXT.version, "page": PAGE, "notes": NEXT.notes}
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    monkeypatch.setenv("KIOSKIFLY_UPDATES_URL", f"http://127.0.0.1:{server.server_port}/v.json")
    yield said, asked
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def nobody(monkeypatch):
    monkeypatch.setenv("KIOSKIFLY_UPDATES_URL", "http://127.0.0.1:1/v.json")


@pytest.fixture
def section(shop, toasts, window):
    result = ProgramSection(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    result.refresh()
    return result


def test_it_comes_off_and_an_administrator_turns_it_on(section, shop):
    assert not section.allowed.isChecked()
    assert not section.ask_button.isEnabled()
    assert section.state.isHidden()
    section.allowed.click()
    assert shop.read(asks_for_updates)
    assert section.ask_button.isEnabled()
    assert section.state.text() == "Todavía no se preguntó."
    (row,) = shop.read(events, AuditQuery(AuditKind.SETTINGS_CHANGED), limit=1)
    assert row.subject == "Preguntar si hay versiones nuevas"
    section.allowed.click()
    assert not shop.read(asks_for_updates)


def test_a_cashier_neither_sees_nor_changes_it(section, shop, cashier):
    shop.write(allow_question, allowed=True)
    shop.write(note_answer, NEXT)
    shop.switch_user(cashier)
    section.refresh()
    assert not section.allowed.isEnabled()
    assert not section.ask_button.isEnabled()
    assert section.page_button.isHidden()
    assert section.state.isHidden()
    assert section.address.isHidden()


def test_asking_now_shows_what_is_new_and_where(section, shop, site, qtbot):
    section.allowed.click()
    section.ask_button.click()
    assert section.state.text() == "Preguntando…"
    qtbot.waitUntil(lambda: not section.page_button.isHidden())
    assert section.state.text() == "Hay una versión nueva: 99.0.0"
    assert section.notes.text() == "Más rápido.\nMás linda."
    assert section.address.text() == PAGE
    with links_taken() as links:
        section.page_button.click()
    assert links.opened == [PAGE]


def test_asking_now_with_the_last_one_says_so(section, shop, site, qtbot):
    site[0]["version"] = __version__
    section.allowed.click()
    section.ask_now()
    qtbot.waitUntil(lambda: section.state.text().startswith("No hay ninguna más nueva."))
    assert section.page_button.isHidden()


def test_asking_now_without_internet_gets_one_sentence(section, shop, nobody, qtbot, toasts):
    section.allowed.click()
    toasts.dismiss()
    section.ask_now()
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert "no hay internet o el sitio no contesta" in toasts.toast.text
    assert section.state.text().endswith("no hubo respuesta.")
    assert section.ask_button.isEnabled()


@pytest.fixture
def bar(qtbot, shop):
    result = StatusBar(shop)
    qtbot.addWidget(result)
    return result


def test_the_sign_is_for_who_may_decide(bar, shop, cashier):
    admin = shop.user
    assert bar.news.isHidden()
    shop.write(allow_question, allowed=True)
    shop.write(note_answer, NEXT)
    assert not bar.news.isHidden()
    assert bar.news.accessibleName() == "Hay una versión nueva: 99.0.0"
    shop.switch_user(cashier)
    assert bar.news.isHidden()
    shop.switch_user(admin)
    assert not bar.news.isHidden()
    shop.write(allow_question, allowed=False)
    assert bar.news.isHidden()


@pytest.fixture
def main(qtbot, shop):
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    return result


def test_the_sign_opens_its_settings(main, shop):
    shop.write(allow_question, allowed=True)
    shop.write(note_answer, NEXT)
    main.status.news.click()
    assert main.page.page_id == keys.SETTINGS
    assert main.page.stack.currentWidget() is main.page.program


def test_it_is_asked_by_itself_once_a_day(main, shop, site, qtbot):
    _said, asked = site
    main.updates.look()
    assert asked == []
    shop.write(allow_question, allowed=True)
    main.updates.look()
    main.updates.look()
    qtbot.waitUntil(main.status.news.isVisible)
    main.updates.look()
    assert asked == ["/v.json"]


def test_it_is_not_asked_while_somebody_sells(main, shop, site, qtbot):
    shop.write(allow_question, allowed=True)
    shop.write(make_product, "Soda", price=10_00, barcodes=("SODA",))
    main.page.on_scan("SODA")
    assert main.has_open_sale()
    main.updates.look()
    assert not main.updates._asking
    main.page.cart.clear()
    assert not main.is_busy()
    main.show_help()
    assert main.is_busy()


def test_silence_is_not_shown_and_is_not_repeated(main, shop, nobody, qtbot):
    shop.write(allow_question, allowed=True)
    main.updates.look()
    qtbot.waitUntil(lambda: shop.read(last_asked).at is not None)
    assert main.status.news.isHidden()
    assert main.toasts.toast is None
    main.updates.look()
    assert not main.updates._asking


def test_the_start_asks_nothing(shop, qtbot, site):
    shop.write(allow_question, allowed=True)
    watch = UpdateWatch(shop, lambda: False, shop)
    assert not watch._asking
    assert watch._timer.isActive()
    assert watch._timer.interval() == update_watch._EVERY_MS >= 60_000


def test_a_page_that_was_tampered_with_is_not_opened(shop):
    with links_taken() as links:
        assert not update_watch.open_page(Release("99.0.0", "http://malo.example/"))
        assert update_watch.open_page(NEXT)
    assert links.opened == [PAGE]
