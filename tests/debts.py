"""What the tests of debts at today's price do: prices, purchases on account, returns, updates."""

from kioskifly_desktop.core.catalog import ProductRequest, edit_product
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    get_sale,
    return_goods,
)
from kioskifly_desktop.core.wallet.today_price import (
    TodayPriceTerms,
    UpdateRequest,
    today_price,
    update_to_today,
)
from tests.factories import new_request, sell

ON = TodayPriceTerms(enabled=True, cap=3_000, grace_days=0)


def price(work, product_id, name, amount, **fields):
    edit_product(work, product_id, ProductRequest(name, price=amount, **fields))


def buy(work, client, *lines):
    """Sell (product, thousandths) pairs on account."""
    asked = tuple(SaleLineRequest(*line) for line in lines)
    found = {}
    for product_id, _ in lines:
        found[product_id] = work.db.exec_driver_sql(
            "SELECT price FROM product WHERE id = ?", (product_id,)
        ).scalar_one()
    total = sum((2 * found[p] * q + 1000) // 2000 for p, q in lines)
    return sell(work, *asked, client_id=client, on_account=total)


def give_back(work, sale_id, number, quantity, register=None):
    line = get_sale(work, sale_id).lines[number]
    return return_goods(
        work,
        ReturnRequest(
            new_request(), sale_id, (ReturnLine(line.id, quantity),), register, None, "Vencido"
        ),
    )


def update(work, client, **fields):
    shown = today_price(work, client).difference
    return update_to_today(work, UpdateRequest(new_request(), client, shown), **fields)
