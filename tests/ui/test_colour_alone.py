"""Colour is never the only sign: what it says, a word or a shape says too."""

from datetime import timedelta
from itertools import groupby

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kioskifly_desktop.core.backups import note_copy
from kioskifly_desktop.core.offers import MAX_LENGTH
from kioskifly_desktop.core.plan import Limit, install_plan
from kioskifly_desktop.core.reports import Column, ColumnKind, Report, Series, Shape
from kioskifly_desktop.ui.clients.clients_model import Columns
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.offers.letter import Letter
from kioskifly_desktop.ui.offers.sent_table import SentTable
from kioskifly_desktop.ui.reports.chart import Chart
from kioskifly_desktop.ui.sessions.words import difference_words
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.wallet.history_table import _ICONS as MOVEMENT_SIGNS
from kioskifly_desktop.ui.wallet.standing import standing
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.toast import ToastHost
from tests.accessible import only_coloured
from tests.factories import make_client
from tests.plans import PUBLIC, key


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def settings(shop, toasts, window):
    page = SettingsPage(shop, toasts)
    page.setParent(window)
    page.show()
    return page


def shape(image):
    """Return which pixels aren't of the ground, whatever their colour."""
    spots = [(x, y) for y in range(image.height()) for x in range(image.width())]
    ground = image.pixel(0, 0)
    return {spot for spot in spots if image.pixel(*spot) != ground}


def test_a_figure_with_only_a_colour_is_found(window):
    box = QWidget(window)
    column = QVBoxLayout(box)
    word, figure = label("Debe"), label("$ 1.500,00")
    for each in (word, figure):
        column.addWidget(each)
        set_tone(each, "debt")
    box.show()
    assert list(only_coloured(window)) == []
    word.hide()
    assert len(list(only_coloured(window))) == 1
    figure.setText("+$ 1.500,00")
    assert list(only_coloured(window)) == []


def test_what_is_owed_and_what_is_in_favour_have_a_word_and_a_sign():
    sides = [standing(balance) for balance in (1, 0, -1)]
    assert len({each.word for each in sides}) == 3
    assert len({each.icon for each in sides}) == 3
    assert len({each.ink for each in sides}) == 3


def test_the_difference_of_a_count_is_a_word():
    assert len({difference_words(amount).split()[0] for amount in (-100, 0, 100)}) == 3


def test_movements_of_different_colours_have_different_signs():
    by_sign = sorted({(name, ink) for name, ink, _ in MOVEMENT_SIGNS.values()})
    twice = [name for name, each in groupby(by_sign, lambda pair: pair[0]) if len(list(each)) > 1]
    # A return and a reversal go the same way: their words tell one from the other.
    assert twice == ["undo-2"]


def test_a_refusal_and_what_was_done_have_different_signs(window):
    seen = []
    for error in (False, True):
        host = ToastHost(window)
        host.show("Listo", error=error)
        assert host.toast is not None
        sign = next(each for each in host.toast.findChildren(QLabel) if not each.text())
        seen.append(shape(sign.pixmap().toImage()))
        host.dismiss()
    assert seen[0] != seen[1]


def test_an_offer_that_is_too_long_says_by_how_much(shop, window):
    letter = Letter(SentTable(shop, shop.write(make_client)))
    letter.setParent(window)
    letter.bubble.setPlainText("a" * MAX_LENGTH)
    assert letter.counter.text() == f"{MAX_LENGTH}/{MAX_LENGTH}"
    letter.bubble.setPlainText("a" * (MAX_LENGTH + 3))
    assert letter.counter.property("tone") == "warning"
    assert letter.counter.text().endswith("sobran 3")


def test_an_old_copy_is_called_old(settings, shop):
    section = settings.backups
    for days, old in ((0, False), (9, True)):
        shop.write(lambda work, days=days: note_copy(work, work.now - timedelta(days=days)))
        section.refresh()
        assert (section.last.property("tone") == "warning") == old
        assert ("vieja" in section.last.text()) == old


def test_a_full_plan_says_so(settings, shop):
    shop.write(install_plan, key())
    line = settings.plan.uses[Limit.CLIENTS]
    for full in (False, True):
        shop.write(make_client)
        settings.plan.refresh()
        assert (line.property("tone") == "warning") == full
        assert ("completo" in line.text()) == full


def test_the_parts_of_a_label_of_the_scale_have_letters(settings):
    section = settings.scale
    tones = {"P": "action", "V": "warning", "": ""}
    letters = [letter.text() for letter in section.letters]
    assert [tones[each] for each in letters] == [each.property("tone") for each in section.digits]
    assert set(letters) == set(tones)


def test_an_offer_that_cannot_be_made_is_struck_out(shop, toasts, window):
    for name, accepts in (("Ana", True), ("Beto", False), ("Carla", True)):
        shop.write(make_client, name, accepts_messages=accepts)
    page = ClientsPage(shop, toasts)
    page.setParent(window)
    page.resize(1300, 600)
    page.show()
    page.refresh()
    table = page.table
    table.choose(0)
    picture = table.viewport().grab().toImage()
    cells = [table.visualRect(table.model().index(row, Columns.OFFER)) for row in (1, 2)]
    refused, offered = (shape(picture.copy(cell.adjusted(2, 2, -2, -2))) for cell in cells)
    assert refused > offered


def test_the_series_of_a_chart_have_names_and_shapes_of_their_own(window):
    chart = Chart()
    chart.setParent(window)
    chart.resize(600, 230)
    chart.show()

    def legend(*series):
        points = (("a", 1), ("b", 2))
        drawn = tuple(Series(name, drawn, ColumnKind.MONEY, points) for name, drawn in series)
        chart.show_report(Report("Ventas", (Column("Día"),), (), ("Total", 0), drawn))
        return shape(chart.grab(QRect(0, 0, 600, 30)).toImage())

    bars, line = Shape.BARS, Shape.LINE
    assert legend(("Neto", bars), ("Antes", line)) != legend(("Neto", bars), ("Antes", bars))
    assert legend(("Neto", bars), ("Antes", line)) != legend(("Neto", bars), ("Otros", line))
