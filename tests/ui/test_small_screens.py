"""Where there is little room: rows wrap, tables scroll by themselves, lists leave columns out."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from kioskifly_desktop.tour_tools import settle
from kioskifly_desktop.ui.clients.clients_model import Columns
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.status_bar import StatusBar
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.wrapping import WrappingRow
from tests.clipped import clipped
from tests.factories import add_printer, make_client


@pytest.mark.parametrize("right", [True, False])
def test_a_row_goes_on_below_where_it_does_not_fit(window, right):
    box, row = QWidget(window), WrappingRow(10, right=right)
    box.setLayout(row)
    parts = [QPushButton(words) for words in ("Ingreso", "Retiro", "Pase a otra caja")]
    for part in parts:
        row.addWidget(part)
    box.show()
    widths = [part.sizeHint().width() for part in parts]
    one_line = sum(widths) + 20
    assert row.sizeHint().width() == one_line
    height = parts[0].sizeHint().height()
    for width, lines in ((one_line, 1), (one_line - 1, 2), (max(widths), 3)):
        assert row.heightForWidth(width) == height * lines + 10 * (lines - 1)
    row.setGeometry(QRect(0, 0, one_line - 1, 200))
    assert [part.y() for part in parts] == [0, 0, height + 10]
    edge = parts[2].geometry().right() + 1 if right else parts[2].x()
    assert edge == (one_line - 1 if right else 0)
    parts[0].hide()
    assert row.sizeHint().width() == one_line - widths[0] - 10


def test_a_table_scrolls_sideways_rather_than_cut_a_date_or_an_amount(window):
    rows = RowsModel([Column(c, str) for c in "abc"], lambda after, _: () if after else (1,))
    rows.restart()
    table = rows_table(rows, "Filas", {0: 106, 2: 134})
    table.setParent(window)
    table.show()
    for width, scrolls, widths in (
        (900, False, [132, 168]),  # there is room for more
        (440, False, [106, 134]),
        (300, True, [106, 134]),
    ):
        table.resize(width, 200)
        assert [table.columnWidth(column) for column in (0, 2)] == widths
        assert (table.horizontalScrollBar().maximum() > 0) == scrolls
        assert table.columnWidth(1) >= 144


def test_the_debt_stays_in_sight_while_a_payment_is_written(shop, toasts, window):
    wallet = WalletDialog(shop, shop.write(make_client), toasts, window)
    wallet.open()
    wallet.resize(wallet.width(), 420)
    settle()
    assert wallet.scroller.verticalScrollBar().maximum() > 0
    assert wallet.focusWidget() is wallet.payment.amount
    wallet.scroller.ensureWidgetVisible(wallet.payment)
    hero = wallet.hero
    assert hero.visibleRegion().boundingRect() == hero.rect()
    wallet.reject()


def test_a_list_leaves_out_what_it_can_do_without(shop, toasts, window):
    shop.write(make_client)
    page = ClientsPage(shop, toasts)
    page.setParent(window)
    page.show()
    shown = {}
    for width in (1400, 1000, 840):
        page.resize(width, 500)
        settle()
        shown[width] = {each for each in Columns if not page.table.isColumnHidden(each)}
    assert shown[1400] == set(Columns)
    assert shown[1400] > shown[1000] > shown[840]
    assert {Columns.NAME, Columns.BALANCE, Columns.WALLET} <= shown[840]


def test_the_status_bar_says_less_and_its_tooltips_all(shop, window):
    shop.write(add_printer)
    bar = StatusBar(shop)
    bar.setParent(window)
    bar.show_hints("sale")
    bar.show()
    bar.resize(1300, 44)
    whole = bar.person.text()
    assert not bar.person.toolTip()
    bar.resize(450, 44)
    settle()
    assert bar.person.text().strip() == shop.user.name
    assert whole.endswith(bar.person.toolTip())
    assert bar.printing.toolTip() == "Nada por imprimir"
    assert bar.printing.text().endswith("…")
    assert list(clipped(bar)) == []


def test_what_is_hidden_at_the_side_is_found(window):
    area, inside = QScrollArea(window), QWidget()
    area.setWidget(inside)
    area.resize(200, 200)
    area.show()
    inside.resize(150, 400)
    assert list(clipped(window)) == []
    inside.resize(300, 100)
    assert len(list(clipped(window))) == 1
