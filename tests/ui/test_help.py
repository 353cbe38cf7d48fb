"""F1 opens the guide at the page of where one is, over anything, and costs nothing below."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

import kioskifly_desktop.ui
from kioskifly_desktop import resources
from kioskifly_desktop.core import users
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.ui import guide, keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.guide import KEYS_PAGE, Topic, dialog_topic, read_pages
from kioskifly_desktop.ui.help_dialog import HelpDialog, topic_here
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.dialog import Dialog, Question, ask
from tests.factories import make_client
from tests.fakes.keyboard import scan

ALT = Qt.KeyboardModifier.AltModifier
OF_NO_PAGE = {Dialog, Question}
"""The base, and a question, whose page is that of what asks it."""


@pytest.fixture
def main(qtbot, shop):
    window = MainWindow(shop)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def guide_open(main):
    dialog = HelpDialog(main)
    dialog.open()
    yield dialog
    dialog.reject()


@pytest.fixture
def press(qtbot):
    def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
        # No window manager does it where nothing is shown.
        widget.window().activateWindow()
        qtbot.waitUntil(widget.window().isActiveWindow)
        qtbot.keyClick(widget, key, modifiers)

    return press


def headings(page):
    lines = page.markdown.splitlines()
    return {line.lstrip("#").strip() for line in lines if line.startswith("#")}


def every_dialog():
    """Return each class of dialog, of all modules of the screens."""
    package = kioskifly_desktop.ui
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    found, waiting = set(), [Dialog]
    while waiting:
        kind = waiting.pop()
        if kind.__module__.startswith(package.__name__):
            found.add(kind)
        waiting.extend(kind.__subclasses__())
    return found


def test_every_dialog_has_its_page():
    kinds = every_dialog() - OF_NO_PAGE
    assert len(kinds) > 40
    assert {kind.__name__ for kind in kinds if dialog_topic(kind) is None} == set()
    assert guide.OF_DIALOGS.keys() <= {kind.__name__ for kind in kinds}


def test_every_page_of_the_window_has_its_page(main):
    assert guide.OF_PAGES.keys() == main.rail.buttons.keys()


def test_every_section_of_the_settings_has_its_page(main):
    page = main.show_page(keys.SETTINGS)
    assert isinstance(page, SettingsPage)
    for position in range(len(page._places)):
        page.sections.choose(position)
        assert topic_here(page) is guide.OF_SECTIONS[page.place]
    assert page.place == page._places[-1]


def test_every_topic_is_a_heading_of_its_page():
    pages = {page.name: page for page in read_pages()}
    assert list(pages) == list(guide.PAGES)
    topics = {*guide.OF_PAGES.values(), *guide.OF_SECTIONS.values(), *guide.OF_DIALOGS.values()}
    for topic in topics:
        assert not topic.heading or topic.heading in headings(pages[topic.page]), topic


@pytest.mark.parametrize("page_id", guide.OF_PAGES)
def test_f1_on_a_page_opens_its_own(qtbot, main, front, press, page_id):
    main.show_page(page_id)
    press(main, Qt.Key.Key_F1)
    dialog = front()
    assert isinstance(dialog, HelpDialog)
    expected = guide.OF_SECTIONS["profile"] if page_id == keys.SETTINGS else guide.OF_PAGES[page_id]
    assert dialog.now() == expected
    assert dialog.list.currentItem().text() == dialog.view.toPlainText().splitlines()[0]
    press(dialog, Qt.Key.Key_Escape)
    assert front() is None


def test_f1_over_a_dialog_keeps_what_was_typed_in_it(qtbot, main, shop, front, press):
    form = ClientForm(shop, main.toasts, main)
    form.open()
    typed = form.focusWidget()
    assert isinstance(typed, QLineEdit)
    qtbot.keyClicks(typed, "Marta")
    press(form, Qt.Key.Key_F1)
    dialog = front()
    assert isinstance(dialog, HelpDialog)
    assert dialog.now() == Topic("fiado", "Un cliente nuevo")
    scan("7790895000997")
    press(dialog, Qt.Key.Key_Escape)
    assert front() is form
    assert typed.text() == "Marta"
    form.done(0)


def test_a_question_has_the_page_of_who_asks(main, shop, front, press):
    client = shop.write(make_client, "Marta Benítez")
    wallet = WalletDialog(shop, client, main.toasts, main)
    wallet.open()
    ask(wallet, "¿Seguro?", "De esto.", "Sí", lambda: None)
    press(front(), Qt.Key.Key_F1)
    assert front().now() == Topic("fiado", "Cobrar lo que debe")
    front().reject()
    front().reject()
    wallet.done(0)


def test_a_scan_while_one_reads_sells_nothing_and_writes_nothing(main, guide_open):
    guide_open.search.setFocus()
    scan("7790895000997")
    assert guide_open.search.text() == ""
    assert main.page.cart.lines == []
    assert guide_open.isVisible()


def test_it_is_read_from_its_heading_on_and_stays_there_in_another_look(main, qtbot):
    dialog = HelpDialog(main, Topic("fiado", "Promesas"))
    dialog.open()
    first = lambda: dialog.view.cursorForPosition(QPoint(30, 30)).block().text()  # noqa: E731
    qtbot.waitUntil(lambda: first() == "Promesas")
    theme.apply(application(), Look.DARK)
    assert first() == "Promesas"
    theme.apply(application(), Look.LIGHT)
    dialog.reject()


def test_no_picture_is_wider_than_the_text(main, guide_open, qtbot):
    for name in guide.PAGES:
        guide_open.open_topic(Topic(name))
        bar = guide_open.view.horizontalScrollBar()
        qtbot.waitUntil(lambda bar=bar: bar.maximum() == 0)


def test_pages_are_found_by_their_words_whatever_their_accents(guide_open, qtbot):
    qtbot.keyClicks(guide_open.search, "cajon PLATA", delay=60)
    guide_open.search.search()
    shown = [guide_open.list.item(row).text() for row in range(guide_open.list.count())]
    assert "La caja" in shown
    assert len(shown) < len(guide.PAGES)
    words = {selection.cursor.selectedText() for selection in guide_open.view.extraSelections()}
    assert {fold(word) for word in words} == {"cajon", "plata"}
    guide_open.follow("teclas.md")
    assert guide_open.list.currentItem() is None  # it isn't among those found
    guide_open.search.setText("zzz")
    guide_open.search.search()
    assert not guide_open.nothing.isHidden()
    guide_open.search.setText("")
    guide_open.search.search()
    assert guide_open.list.count() == len(guide.PAGES)


def test_links_lead_to_pages_and_back(guide_open, press):
    guide_open.follow("fiado.md")
    assert guide_open.now() == Topic("fiado")
    guide_open.follow("https://example.com/fiado.md")
    assert guide_open.now() == Topic("fiado")
    press(guide_open, Qt.Key.Key_Left, ALT)
    assert guide_open.now() == Topic("README")
    assert not guide_open.back.isEnabled()


def test_the_keyboard_goes_through_all_of_it(guide_open, press):
    assert guide_open.view.hasFocus()
    press(guide_open.view, Qt.Key.Key_F2)
    assert guide_open.search.hasFocus()
    guide_open.list.setFocus()
    press(guide_open.list, Qt.Key.Key_Down)
    assert guide_open.now() == Topic("primer-dia")
    assert guide_open.list.hasFocus()


def test_a_link_is_followed_with_tab_and_enter(guide_open, press):
    press(guide_open.view, Qt.Key.Key_Tab)
    press(guide_open.view, Qt.Key.Key_Return)
    assert guide_open.now() == Topic("primer-dia")


def test_the_keys_are_there_without_any_guide(main, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "GUIDE", tmp_path)
    dialog = HelpDialog(main, Topic("fiado"))
    assert dialog.now() == Topic(KEYS_PAGE)
    assert keys.cap("drawer") in dialog.view.toPlainText()
    dialog.reject()


def test_a_cashier_reads_the_same(main, shop, front, press):
    cashier = next(each for each in shop.read(users.list_users) if not each.is_admin)
    shop.switch_user(cashier)
    press(main, Qt.Key.Key_F1)
    assert front().list.count() == len(guide.PAGES)
    front().reject()
