"""The page of a client: what it says, what it hides, and the ways in and out of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kioskifly_desktop.core.clients import archive_client, delete_client
from kioskifly_desktop.core.contact import PromiseRequest, add_promise
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    LoyaltyTerms,
    PointsRequest,
    adjust_points,
    save_agreed_terms,
    save_loyalty_terms,
)
from kioskifly_desktop.core.portrait import Day, first_week, portrait
from kioskifly_desktop.core.sales import VoidRequest, void_sale
from kioskifly_desktop.core.wallet import DisputeRequest, dispute_entry
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.client_page import ClientPage
from kioskifly_desktop.ui.clients.client_words import HIDDEN
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.clients.visit_calendar import VisitCalendar
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.loyalty.terms_dialog import TermsDialog
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.theme import Look, color, theme
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.today.today_page import TodayPage
from kioskifly_desktop.ui.wallet.today_price_dialog import TodayPriceDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE
from tests.factories import add_debt, make_client, make_product, new_request, pay, sell

NBSP = "\u00a0"
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
THURSDAY = date(2026, 3, 5)


@pytest.fixture
def move(shop):
    """Put the shop's clock at noon of a day."""

    def to(day):
        moment = datetime(day.year, day.month, day.day, 15, 0, tzinfo=UTC)
        shop.database.clock = lambda: moment

    to(THURSDAY)
    return to


@pytest.fixture
def marta(shop, move):
    """Who bought on two Thursdays, owes for a month, and has all that may be agreed."""
    client_id = shop.write(
        make_client, "Marta Benítez", phone="11 5555-1234", birthday=THURSDAY.replace(year=1980)
    )
    sweet = shop.write(make_product, "Alfajor", price=1_000_00)
    move(THURSDAY - timedelta(days=28))
    shop.write(add_debt, client_id, 18_450_00)
    shop.write(sell, (sweet, 3), cash=3_000_00, client_id=client_id)
    move(THURSDAY - timedelta(days=2))
    wrong = shop.write(sell, (sweet, 9), cash=9_000_00, client_id=client_id)
    shop.write(void_sale, VoidRequest(new_request(), wrong.sale_id, "Error"))
    move(THURSDAY)
    shop.write(sell, (sweet, 2), cash=2_000_00, client_id=client_id)
    shop.write(save_loyalty_terms, LoyaltyTerms(on=True))
    shop.write(adjust_points, PointsRequest(new_request(), client_id, 340, "Regalo"))
    terms = AgreedTerms((CategoryDiscount("Golosinas", 10_00),))
    shop.write(save_agreed_terms, client_id, terms)
    shop.write(add_promise, PromiseRequest(new_request(), client_id, 10_000_00, THURSDAY))
    return client_id


@pytest.fixture
def open_page(qtbot, shop, toasts, window):
    def open_it(client_id, **how):
        page = ClientPage(shop, client_id, toasts, window, **how)
        page.open()
        qtbot.waitExposed(page)
        return page

    return open_it


def facts(card):
    return {fact.caption: fact.words for fact in card.facts}


def texts(page):
    """Return all that is written on the page, to the eye and to a reader."""
    said = []
    for each in page.findChildren(QLabel):
        if each.isVisible():
            said += [each.text(), each.accessibleName()]
    for table in (page.table, page.products_table):
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
                said += [index.data(role) or "" for role in (*roles, Qt.ItemDataRole.ToolTipRole)]
    said += [page.calendar.words()]
    said += [page.chart.words()] if page.chart.isVisible() else []
    return said


def test_it_tells_how_the_client_stands_and_buys(open_page, marta):
    page = open_page(marta)
    figures = page.figures
    assert page.title.text() == "Marta Benítez"
    assert "11 5555-1234" in page.subtitle.text()
    assert (figures.balance.caption.text(), figures.balance.value.text()) == (
        "Debe",
        f"${NBSP}18.450,00",
    )
    assert figures.balance.value.property("tone") == "debt"
    assert figures.balance.note.text() == "Debe desde el 05/02/2026"
    assert figures.bought.value.text() == f"${NBSP}23.450,00"
    assert figures.bought.note.text() == "3 compras"
    assert figures.average.value.text() == f"${NBSP}7.816,67"
    assert figures.last.value.text() == "Hoy"
    assert figures.last.note.text() == "3 compras desde el 05/02/2026"
    assert facts(page.agreed)["Puntos"].startswith("340 puntos, valen ")
    assert facts(page.agreed)[f"10{NBSP}% en"] == "Golosinas"
    assert facts(page.told) == {"Promesa": f"Prometió ${NBSP}10.000,00 para hoy"}
    assert facts(page.card) == {"Cumpleaños": "05/03"}
    rows = [page.products.index(n, 0).data() for n in range(2)]
    assert rows == ["Alfajor\n2 veces · última 05/03/26", "Mercadería\n1 vez · última 05/02/26"]
    assert page.products.index(0, 1).data() == f"5{NBSP}u."
    assert page.chart.words() == (
        f"Compró: lo más, feb 26 (${NBSP}21.450,00); lo menos, abr 25 (${NBSP}0,00)."
    )


def test_a_purchase_opens_its_ticket_and_a_voided_one_says_so(qtbot, open_page, marta, front):
    page = open_page(marta)
    means = [page.rows.index(n, 1).data() for n in range(4)]
    assert means[0] == "Compra · 1 renglón\nEfectivo"
    assert means[1].startswith("Compra · Anulada · ")
    assert means[3].endswith("\nCuenta corriente")
    page.table.setFocus()
    page.table.setCurrentIndex(page.rows.index(0, 0))
    qtbot.keyClick(page.table, Key.Key_Return)
    ticket = front()
    assert isinstance(ticket, SaleDialog)
    assert ticket.lines.accessibleName().endswith(page.rows.rows[0].number)
    ticket.reject()
    assert front() is page


def test_hidden_amounts_are_nowhere(qtbot, open_page, marta):
    page = open_page(marta)
    qtbot.waitUntil(page.isActiveWindow)
    page.calendar.setFocus()
    page.calendar.point_at(THURSDAY)
    seen = [text for text in texts(page) if "$" in text]
    assert len(seen) > 10
    QTest.keyClick(page, Key.Key_H, CTRL)
    assert page.private
    qtbot.waitUntil(lambda: HIDDEN in " ".join(facts(page.agreed).values()))
    qtbot.wait(0)
    assert not page.chart.isVisible()
    assert page.figures.balance.caption.text() == "Saldo"
    assert page.figures.balance.value.property("tone") == ""
    assert page.calendar.words() == "jueves 05/03/2026: 1 compra"
    for text in texts(page):
        assert "$" not in text.replace(HIDDEN, ""), text
    QTest.keyClick(page, Key.Key_H, CTRL)
    qtbot.waitUntil(lambda: sorted(text for text in texts(page) if "$" in text) == sorted(seen))


def test_what_comes_hidden_stays_hidden_when_the_shop_moves(open_page, shop, marta):
    page = open_page(marta, private=True)
    shop.write(pay, marta, 100_00)
    assert not [text for text in texts(page) if "$" in text.replace(HIDDEN, "")]


def test_what_a_hidden_page_opens_is_hidden_until_asked_for(qtbot, open_page, marta, front):
    page = open_page(marta, private=True)
    page.table.setCurrentIndex(page.rows.index(0, 0))
    for opens in (
        page.open_wallet,
        lambda: page.open_ticket(page.rows.index(0, 0)),
        page.remind,
        page.send_statement,
        page.promise,
        page.show_today_price,
    ):
        opens()
        dialog = front()
        assert dialog is not page
        qtbot.waitUntil(dialog.isActiveWindow)
        seen = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
        assert "Los montos están tapados" in seen
        assert not [text for text in seen if "$" in text]
        assert not dialog.scroller.isVisible()
        assert dialog.cover_card.isAncestorOf(QApplication.focusWidget())
        QTest.keyClick(dialog, Key.Key_H, CTRL)
        assert dialog.scroller.isVisible()
        assert not dialog.cover_card.isVisible()
        QTest.keyClick(dialog, Key.Key_H, CTRL)
        assert not dialog.scroller.isVisible()
        dialog.reject()
    page.toggle_private()
    assert page.open_wallet().scroller.isVisible()
    front().reject()


def test_a_long_name_leaves_the_buttons_on_the_screen(open_page, shop):
    long = "María de los Ángeles Fernández Etcheverry de Alvear y Ortiz Basualdo " * 3
    page = open_page(shop.write(make_client, long.strip()[:120]))
    assert page.width() <= page.screen().availableGeometry().width()
    assert page.close_button.geometry().right() <= page.width()
    assert page.title.toolTip()


def test_what_is_in_dispute_is_told_apart(open_page, shop, marta):
    entry = shop.write(add_debt, marta, 700_00).entry_id
    shop.write(dispute_entry, DisputeRequest(new_request(), entry, "No es mío"))
    note = open_page(marta).figures.balance.note.text()
    assert note == f"Debe desde el 05/02/2026 · ${NBSP}700,00 en disputa"


def test_a_huge_amount_is_whole_however_narrow_the_page(qtbot, open_page, shop, marta):
    shop.write(add_debt, marta, 99_999_999_99)
    page = open_page(marta)
    value, usual = page.figures.balance.value, page.figures.last.value
    page.resize(700, 480)
    qtbot.waitUntil(lambda: value.font().pixelSize() < usual.font().pixelSize())
    assert value.fontMetrics().horizontalAdvance(value.text()) <= value.width()


def test_it_follows_the_shop(open_page, shop, marta):
    page = open_page(marta)
    page.table.setCurrentIndex(page.rows.index(2, 0))
    chosen = page.table.currentIndex().data(ROW_ROLE).id
    shop.write(add_debt, marta, 1_000_00)
    assert page.figures.balance.value.text() == f"${NBSP}19.450,00"
    assert page.rows.rowCount() == 5
    assert page.table.currentIndex().data(ROW_ROLE).id == chosen
    shop.write(pay, marta, 19_450_00)
    assert page.figures.balance.caption.text() == "Al día"
    assert not page.promise_action.isEnabled()
    shop.write(archive_client, marta)
    assert page.archived.isVisible()


def test_a_new_client_has_nothing_to_draw(open_page, shop, front):
    page = open_page(shop.write(make_client, "Nadia"))
    assert not page.chart.isVisible()
    assert not page.calendar.isVisible()
    assert not page.products_table.isVisible()
    assert not page.told.isVisible()
    assert page.figures.last.value.text() == "Nunca"
    assert page.figures.average.value.text() == "—"
    assert "Sin compras" in texts(page)
    shop.write(delete_client, page._client_id)
    assert front() is None


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Key.Key_F9, Qt.KeyboardModifier.NoModifier, WalletDialog),
        (Key.Key_E, CTRL, ClientForm),
        (Key.Key_O, CTRL, OfferDialog),
        (Key.Key_M, CTRL, MessageDialog),
        (Key.Key_R, CTRL, PromiseDialog),
    ],
)
def test_keys_lead_to_what_is_done_with_a_client(
    qtbot, open_page, marta, front, key, modifier, kind
):
    page = open_page(marta)
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, key, modifier)
    dialog = front()
    assert isinstance(dialog, kind)
    dialog.reject()


def test_the_menu_leads_to_the_terms_and_the_papers(qtbot, open_page, marta, front):
    page = open_page(marta)
    page.terms_action.trigger()
    assert isinstance(front(), TermsDialog)
    front().reject()
    page.today_action.trigger()
    assert isinstance(front(), TodayPriceDialog)
    front().reject()
    papers = [each.text() for each in page.print_button.menu().actions() if each.text()]
    assert "Estado de cuenta completo" in papers
    page.papers.show_all()
    qtbot.waitUntil(lambda: isinstance(front(), PreviewDialog))
    front().reject()


def test_the_wallet_comes_back_to_the_page(qtbot, open_page, marta, front):
    page = open_page(marta)
    page.wallet_button.click()
    wallet = front()
    assert isinstance(wallet, WalletDialog)
    qtbot.waitUntil(wallet.isActiveWindow)
    QTest.keyClick(wallet, Key.Key_I, CTRL)
    assert front() is page


def test_tab_goes_round_and_brings_what_it_reaches_into_sight(qtbot, open_page, marta):
    page = open_page(marta)
    page.resize(860, 420)
    qtbot.waitUntil(page.isActiveWindow)
    assert page.focusWidget() is page.wallet_button
    reached = []
    for _ in range(10):
        QTest.keyClick(page.focusWidget(), Key.Key_Tab)
        taken = page.focusWidget()
        reached.append(taken)
        if page.scroller.isAncestorOf(taken):
            top = taken.mapTo(page.scroller.viewport(), QPoint(0, 0)).y()
            assert top < page.scroller.viewport().height()
            assert top + taken.height() > 0
    for widget in (page.edit_button, page.chart, page.calendar, page.table, page.products_table):
        assert widget in reached
    bar = page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.edit_button.setFocus()
    QTest.keyClick(page.edit_button, Key.Key_Tab)
    assert page.focusWidget() is page.chart
    assert not page.chart.visibleRegion().isEmpty()
    bar.setValue(0)
    QTest.keyClick(page, Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(page, Key.Key_PageUp)
    assert bar.value() == 0


def test_the_list_of_clients_opens_it_by_key_and_menu(qtbot, shop, toasts, window, marta, front):
    clients = ClientsPage(shop, toasts)
    clients.setParent(window)
    clients.show()
    clients.table.choose(0)
    clients.table.setFocus()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(clients.table, Key.Key_I, CTRL)
    assert isinstance(front(), ClientPage)
    front().reject()
    current = clients.table.current()
    assert current is not None
    menu = {each.text(): each for each in clients.table.menu_of(current).actions()}
    menu["Ver perfil"].trigger()
    assert isinstance(front(), ClientPage)
    front().reject()
    clients.open_wallet(current)
    wallet = front()
    menu = {each.text(): each for each in wallet.more_button.menu().actions()}
    menu["Perfil del cliente"].trigger()
    assert isinstance(front(), ClientPage)
    assert not wallet.isVisible()
    front().reject()


def test_the_sale_opens_it_as_hidden_as_its_bar(qtbot, shop, toasts, window, marta, front):
    sale = SalePage(shop, toasts)
    sale.setParent(window)
    sale.resize(1100, 700)
    sale.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(sale.scan, Key.Key_I, CTRL)
    assert front() is None
    assert "elegí el cliente" in sale.notice.words.text()
    sale.show_client(marta)
    sale.toggle_private()
    QTest.keyClick(sale.scan, Key.Key_I, CTRL)
    page = front()
    assert isinstance(page, ClientPage)
    assert page.private
    page.reject()
    sale.toggle_private()
    assert sale.client_bar.page_button.isVisible()
    sale.client_bar.page_button.click()
    assert not front().private
    front().reject()


def test_the_wallet_of_today_leads_to_it(shop, toasts, window, marta, front):
    today = TodayPage(shop, toasts)
    today.setParent(window)
    today.show()
    today.set_private(True)
    today._open_wallet(marta)
    assert not front().scroller.isVisible()
    front().page_wanted.emit()
    assert isinstance(front(), ClientPage)
    assert front().private
    front().reject()


@pytest.fixture
def calendar(window):
    result = VisitCalendar()
    result.setParent(window)
    days = [
        Day(THURSDAY - timedelta(days=14), 0, 0, 500_00),
        Day(THURSDAY - timedelta(days=7), 1, 100_00, 0),
        Day(THURSDAY - timedelta(days=1), 2, 200_00, 50_00),
        Day(THURSDAY, 3, 300_00, 0),
    ]
    result.show_days(days, THURSDAY, private=False)
    result.resize(result.sizeHint())
    result.show()
    window.activateWindow()
    return result


def test_the_calendar_says_each_day_to_the_arrows(calendar):
    assert calendar.words() == f"Vino 3 días desde el {first_week(THURSDAY):%d/%m/%Y}."
    calendar.setFocus()
    said = []
    for key in (Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Left, Key.Key_Down):
        QTest.keyClick(calendar, key)
        said.append(calendar.words())
    assert said == [
        f"jueves 05/03/2026: 3 compras ${NBSP}300,00",
        f"miércoles 04/03/2026: 2 compras ${NBSP}200,00, devolvió ${NBSP}50,00",
        f"jueves 05/03/2026: 3 compras ${NBSP}300,00",
        f"jueves 26/02/2026: 1 compra ${NBSP}100,00",
        f"jueves 19/02/2026: devolvió ${NBSP}500,00",
        "viernes 20/02/2026: no vino",
    ]
    QTest.keyClick(calendar, Key.Key_End)
    QTest.keyClick(calendar, Key.Key_Down)
    assert calendar.current == THURSDAY
    QTest.keyClick(calendar, Key.Key_Home)
    QTest.keyClick(calendar, Key.Key_Left)
    assert calendar.current == date(2025, 9, 8)
    QTest.keyClick(calendar, Key.Key_Escape)
    assert calendar.words().startswith("Vino 3 días")


def test_the_calendar_points_at_what_is_under_the_mouse(calendar):
    size = calendar._square()
    spot = QPoint(round(26 + 25.5 * size), round(20 + 3.5 * size))
    QTest.mouseMove(calendar, spot)
    assert calendar.current == THURSDAY
    QTest.mouseMove(calendar, spot + QPoint(0, round(size)))
    assert calendar.current is None


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_more_purchases_are_a_larger_mark_in_both_looks(qapp, calendar, look):
    theme.apply(qapp, look)
    image, wanted = calendar.grab().toImage(), color("action").rgb()
    size, ratio = calendar._square(), image.devicePixelRatio()

    def marked(column, row):
        left, top = (26 + column * size) * ratio, (20 + row * size) * ratio
        reach = range(int(size * ratio))
        return sum(image.pixel(int(left) + x, int(top) + y) == wanted for x in reach for y in reach)

    none, only_back, one, two, three = (
        marked(*spot) for spot in ((10, 3), (23, 3), (24, 3), (25, 2), (25, 3))
    )
    assert none == only_back == 0
    assert 0 < one * 2 < two * 1.2 < three


def test_every_key_of_the_page_is_free_there():
    taken = [keys.in_force(key) for key in keys.KEYS if key.page in {keys.CLIENT, keys.GLOBAL}]
    assert len(taken) == len(set(taken))


def test_the_page_shows_the_reads_figures(open_page, shop, marta):
    page = open_page(marta)
    assert page.found == shop.read(portrait, marta)
