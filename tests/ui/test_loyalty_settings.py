"""Promotions and points in the settings, and what is agreed with a client."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    Audience,
    CategoryDiscount,
    LoyaltyTerms,
    PriceList,
    PromotionGoods,
    PromotionKind,
    agreed_terms,
    groups_of,
    list_bonuses,
    list_groups,
    list_promotions,
    loyalty_terms,
    points_of,
    price_lists,
    save_group,
    save_price_list,
)
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.client_page import ClientPage
from kioskifly_desktop.ui.loyalty.points_dialog import PointsDialog
from kioskifly_desktop.ui.loyalty.price_list_dialog import PriceListDialog
from kioskifly_desktop.ui.loyalty.promotion_dialog import PromotionDialog
from kioskifly_desktop.ui.loyalty.small_dialogs import BonusDialog, GroupDialog
from kioskifly_desktop.ui.loyalty.terms_dialog import TermsDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.factories import make_client, make_product
from tests.loyalty import give_points

NBSP = "\u00a0"


@pytest.fixture
def goods(shop):
    shop.write(make_product, "Alfajor", price=100_00, category="Golosinas", barcodes=("7790001",))
    shop.write(make_product, "Alfajor triple", price=150_00, category="Golosinas")
    shop.write(make_product, "Cola", price=300_00, category="Bebidas")


@pytest.fixture
def page(shop, toasts, window, goods):
    page = SettingsPage(shop, toasts)
    page.setParent(window)
    page.resize(window.size())
    page.show()
    return page


@pytest.fixture
def promotions(page):
    page.show_section(page.promotions)
    return page.promotions


@pytest.fixture
def points(page):
    page.show_section(page.points)
    return page.points


def shown(card):
    model = card.model
    return [
        tuple(
            str(model.index(row, column).data()).replace(NBSP, " ")
            for column in range(model.columnCount())
        )
        for row in range(model.rowCount())
    ]


def write(field, words):
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText(words)


def type_goods(edit, *names):
    for name in names:
        edit.line.setText(name)  # its list of names opens only where there is a screen
        QTest.keyClick(edit.line, Qt.Key.Key_Return)


def test_a_promotion_is_written_with_its_sentence(shop, promotions, front):
    promotions.add_button.click()
    dialog = front()
    assert isinstance(dialog, PromotionDialog)
    dialog.save()
    assert dialog.name_field.has_error()
    dialog.name.setText("3x2 golosinas")
    dialog.save()
    assert dialog.goods.field.has_error()
    type_goods(dialog.goods, "7790001", "rubro golo")
    assert "se llama" in dialog.goods.field.message.text()
    dialog.goods.line.clear()
    type_goods(dialog.goods, "golosinas")
    assert [name for _, name in dialog.goods.goods] == ["Alfajor", "Rubro Golosinas"]
    dialog.buys.setText("3")
    dialog.pays.setText("3")
    dialog.save()
    assert dialog.pays_field.has_error()
    dialog.pays.setText("2")
    dialog.weekdays[6].setChecked(False)
    dialog.days.last.setText("08/03/2030")
    assert dialog.preview.text() == (
        "Llevando 3 de Alfajor o Rubro Golosinas se pagan 2: para todos, los lunes, martes, "
        "miércoles, jueves, viernes y sábados, hasta el 08/03/2030."
    )
    dialog.save()
    [kept] = shop.read(list_promotions)
    assert (kept.request.size, kept.request.pays, kept.request.weekdays) == (3, 2, 0b0111111)
    assert kept.request.last_day == date(2030, 3, 8)
    assert shown(promotions.promotions)[0][1] == "En marcha"


def test_a_combo_counts_and_is_changed(shop, promotions, front):
    group = shop.write(save_group, 0, "Vecinos")
    promotions.add()
    dialog = front()
    dialog.name.setText("Merienda")
    dialog.kind.choose(PromotionKind.COMBO)
    type_goods(dialog.goods, "7790001", "7790001", "cola")
    dialog.price.setText("450")
    dialog.audience.setCurrentIndex(dialog.audience.findData(group))
    dialog.save()
    [kept] = shop.read(list_promotions)
    alfajor, cola = kept.request.goods
    assert (alfajor.quantity, cola.quantity, kept.request.price) == (2, 1, 450_00)
    assert (kept.request.audience, kept.request.group_id) == (Audience.GROUP, group)
    promotions.change()
    again = front()
    assert again.request() == kept.request
    again.goods.list.setCurrentRow(0)
    again.goods.remove()
    again.save()
    assert again.goods.field.has_error()  # of one piece there is no combo
    again.kind.choose(PromotionKind.NTH_PERCENT)
    again.percent.setText("150")
    again.save()
    assert again.isVisible()
    again.percent.setText("30")
    again.save()
    [kept] = shop.read(list_promotions)
    assert (kept.request.kind, kept.request.percent) == (PromotionKind.NTH_PERCENT, 3_000)
    assert kept.request.goods == (PromotionGoods(cola.product_id),)


def test_paused_and_removed(shop, promotions, front):
    promotions.add()
    dialog = front()
    dialog.name.setText("2x1")
    type_goods(dialog.goods, "7790001")
    dialog.save()
    promotions.pause_button.click()
    assert shop.read(list_promotions)[0].paused
    promotions.refresh()
    assert (shown(promotions.promotions)[0][1], promotions.pause_button.text()) == (
        "Pausada",
        "Reanudar",
    )
    promotions.pause_button.click()
    assert not shop.read(list_promotions)[0].paused
    promotions.remove_button.click()
    question = front()
    assert isinstance(question, Question)
    question.confirm()
    assert shop.read(list_promotions) == []
    promotions.refresh()
    assert not promotions.change_button.isEnabled()


def test_groups_and_price_lists(shop, promotions, front, toasts):
    promotions.add_group()
    dialog = front()
    assert isinstance(dialog, GroupDialog)
    dialog.save()
    assert dialog.name.has_error()
    write(dialog.name, "Vecinos")
    dialog.save()
    promotions.refresh()
    assert shown(promotions.groups) == [("Vecinos", "0")]
    promotions.add_list()
    dialog = front()
    assert isinstance(dialog, PriceListDialog)
    write(dialog.name, "Mayorista")
    write(dialog.percent, "-200")
    dialog.save()
    assert dialog.percent.has_error()
    write(dialog.percent, "−10")
    dialog.save()
    promotions.refresh()
    assert [(each.name, each.percent) for each in shop.read(price_lists)] == [("Mayorista", -1_000)]
    promotions.change_list()
    front().save()
    assert shop.read(price_lists)[0].percent == -1_000
    promotions.remove_group()
    promotions.remove_list()
    assert (shop.read(list_groups), shop.read(price_lists)) == ([], [])


def test_a_list_has_prices_of_its_own(shop, promotions, front):
    promotions.add_list()
    dialog = front()
    write(dialog.name, "Mayorista")
    QTest.keyClicks(dialog.price, "90")
    dialog.add_button.click()
    assert dialog.goods.field.has_error()
    dialog.goods.line.setText("7790001")
    QTest.keyClick(dialog.goods.line, Qt.Key.Key_Return)
    QTest.keyClick(dialog.price, Qt.Key.Key_Return)
    assert shown(dialog.own) == [("Alfajor", "$ 90,00")]
    dialog.goods.line.setText("Cola")
    dialog.save()
    assert dialog.price_field.has_error()
    QTest.keyClicks(dialog.price, "250")
    dialog.save()
    (made,) = shop.read(price_lists)
    assert sorted(made.prices.values()) == [90_00, 250_00]
    promotions.refresh()
    promotions.change_list()
    dialog = front()
    dialog.own.table.selectRow(0)
    dialog.remove_button.click()
    dialog.save()
    (left,) = shop.read(price_lists)
    assert list(left.prices.values()) == [250_00]


def test_points_are_corrected_with_a_reason(shop, toasts, window, front):
    shop.write(give_points)
    client = shop.write(make_client, "Ana")
    ClientPage(shop, client, toasts, window).show_points()
    dialog = front()
    assert isinstance(dialog, PointsDialog)
    dialog.save()
    assert dialog.points_field.has_error()
    dialog.points.setText("1.200")
    dialog.save()
    assert dialog.reason_field.has_error()
    dialog.reason.setText("Sorteo")
    dialog.save()
    assert shop.read(points_of, client) == 1_200
    dialog = PointsDialog(shop, toasts, window, client)
    assert [row.balance for row in dialog.moves.rows] == [1_200]
    dialog.side.choose(-1)
    dialog.points.setText("200")
    dialog.reason.setText("Se contó de más")
    dialog.save_button.click()
    assert shop.read(points_of, client) == 1_000
    assert "1.000 puntos" in toasts.toast.text


def test_the_terms_of_the_points(shop, points, front):
    assert points.preview.text() == "La compra no suma puntos."
    points.on.setChecked(True)
    points.per_point.setText("500")
    assert points.preview.text().replace(NBSP, " ").startswith("Cada $ 500,00 de compra suma 1")
    points.excluded.setText("Cigarrillos, , Recargas")
    points.months.setText("121")
    points.save()
    assert points.fields["expiry_months"].has_error()
    points.months.setText("0")
    points.value.setText("x")
    points.save()
    assert points.fields["value"].has_error()
    points.value.setText("5")
    points.save()
    assert shop.read(loyalty_terms) == LoyaltyTerms(
        on=True, per_point=500_00, value=5_00, expiry_months=0, excluded=("Cigarrillos", "Recargas")
    )
    points.add_button.click()
    dialog = front()
    assert isinstance(dialog, BonusDialog)
    dialog.save()
    assert dialog.goods.field.has_error()
    dialog.goods.line.setText("7790001")
    dialog.save()
    assert dialog.points.has_error()
    write(dialog.points, "5")
    dialog.save()
    points.refresh()
    assert shown(points.bonuses) == [("Alfajor\nsiempre", "5")]
    points.remove_button.click()
    assert shop.read(list_bonuses) == []


def test_a_cashier_only_looks(shop, page, cashier):
    shop.switch_user(cashier)
    page.show_section(page.promotions)
    page.show_section(page.points)
    page.refresh()
    assert not page.promotions.promotions.isEnabled()
    assert not page.points.save_button.isEnabled()


def test_the_terms_of_a_client(qtbot, shop, toasts, window, goods, front):
    ana = shop.write(make_client, "Ana")
    group = shop.write(save_group, 0, "Vecinos")
    prices = shop.write(save_price_list, PriceList(0, "Mayorista", -1_000))
    form = ClientForm(shop, toasts, window, ana)
    form.open()
    form.terms_button.click()
    dialog = front()
    assert isinstance(dialog, TermsDialog)
    dialog.reason.setText("Cheque rechazado")
    dialog.list.setCurrentIndex(dialog.list.findData(prices))
    dialog.groups[group].setChecked(True)
    dialog.percent.setText("10")
    dialog.add_button.click()
    assert dialog.category_field.has_error()
    dialog.category.setCurrentText("Golosinas")
    dialog.days.last.setText("08/03/2030")
    dialog.add_button.click()
    assert (
        dialog.shown.item(0).text().replace(NBSP, " ") == "10 % en Golosinas, hasta el 08/03/2030"
    )
    dialog.category.setCurrentText("Bebidas")
    dialog.percent.setText("5")
    dialog.save()  # what is still in the fields is taken along
    discounts = (
        CategoryDiscount("Golosinas", 1_000, None, date(2030, 3, 8)),
        CategoryDiscount("Bebidas", 500),
    )
    assert shop.read(agreed_terms, ana) == AgreedTerms(discounts, prices, "Cheque rechazado")
    assert shop.read(groups_of, ana) == {group}
    form.open_terms()
    again = front()
    again.remove_button.click()
    again.reason.clear()
    again.save()
    assert shop.read(agreed_terms, ana) == AgreedTerms(discounts[:1], prices)


def test_a_new_client_has_no_terms_yet(shop, toasts, window):
    assert not hasattr(ClientForm(shop, toasts, window), "terms_button")
