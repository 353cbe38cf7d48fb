import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from kioskifly_desktop.core.settings import get_preference
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.theme import PERCENTS, Look, font, px, stored_percent, theme
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

PAGES = (
    *(keys.SALE, keys.CLIENTS, keys.PRODUCTS, keys.REGISTERS, keys.TODAY),
    *(keys.REPORTS, keys.SETTINGS),
)


@pytest.fixture(autouse=True)
def usual_size(qapp):
    yield
    theme.apply(qapp, Look.LIGHT, 100)


def put_in(window, *parts):
    for part in parts:
        part.setParent(window)
        part.show()


def test_fonts_and_fixed_sizes_grow_at_once_and_come_back(window, qapp):
    words, fixed = label("Deben"), QWidget()
    words.setFont(font(20, 600))
    fixed.setFixedSize(80, 40)
    sign = icon_label("check", size=16)
    push = QPushButton("Cobrar")
    put_in(window, words, fixed, sign, push)
    before = push.sizeHint()
    theme.apply(qapp, Look.LIGHT, 150)
    assert words.font().pixelSize() == font(20).pixelSize() == 30
    assert fixed.size() == QSize(120, 60)
    assert sign.size() == QSize(24, 24)
    assert push.sizeHint().height() > before.height() * 1.3
    set_tone(words, "debt")
    assert words.font().pixelSize() == 30
    theme.apply(qapp, Look.DARK)
    assert words.font().pixelSize() == 30
    theme.apply(qapp, Look.LIGHT, 100)
    assert words.font().pixelSize() == 20
    assert fixed.size() == QSize(80, 40)
    assert push.sizeHint() == before


def test_what_is_made_later_comes_out_as_large(window, qapp):
    theme.apply(qapp, Look.LIGHT, 125)
    rows = RowsModel([Column("a", str), Column("b", str)], lambda after, _: () if after else (1,))
    rows.restart()
    table = rows_table(rows, "Filas", {1: 120}, row_height=48)
    fixed = QWidget()
    fixed.setFixedWidth(100)
    table.setFixedWidth(336)  # at 125 %, 420
    put_in(window, table, fixed)
    assert table.rowHeight(0) == 60
    assert table.columnWidth(1) == 150
    assert fixed.width() == 125
    theme.apply(qapp, Look.LIGHT, 100)
    assert table.rowHeight(0) == 48
    assert table.columnWidth(1) == 120


def test_a_size_that_is_none_of_ours_is_the_usual_one():
    assert [stored_percent(text) for text in ("", "abc", "90", "150")] == [100, 100, 100, 150]


def test_the_choice_is_applied_and_kept(shop, toasts, qtbot):
    page = SettingsPage(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    page.look.text.choose(150)
    assert theme.percent == 150
    assert px(10) == 15
    assert shop.read(get_preference, "text_size", "") == "150"


def clipped(root):
    """Return the words of labels and buttons that have less room than they need."""
    result = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton):
            continue
        text = widget.text()
        if not text or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        metrics = QFontMetrics(widget.font())
        tall = metrics.height() > widget.height() + 2
        wide = type(widget) is QLabel and metrics.horizontalAdvance(text) > widget.width() + 1
        if tall or wide:
            result.append((text, widget.size().toTuple()))
    return result


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("percent", PERCENTS)
def test_no_page_clips_its_words(shop, qapp, qtbot, page, percent):
    theme.apply(qapp, Look.LIGHT, percent)
    window = MainWindow(shop)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    shown = window.show_page(page)

    def whole():
        assert clipped(shown) == []

    # What is read in a thread is laid out later.
    qtbot.waitUntil(whole)
    for table in shown.findChildren(QTableView):
        if table.isVisible() and table.model().rowCount():
            assert table.rowHeight(0) >= px(30)
