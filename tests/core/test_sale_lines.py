"""What is sold, and at how much."""

import pytest

from kioskifly_desktop.core.catalog import ProductRequest, Unit, edit_product, get_product
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    DiscountError,
    EmptySaleError,
    LabelAmountError,
    NotAllowedError,
    PriceMissingError,
    PricesChangedError,
    ProductInactiveError,
    ProductNotFoundError,
    QuantityRangeError,
    WholePiecesError,
)
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.sales import (
    SaleLineRequest,
    get_sale,
    line_total,
    register_sale,
)
from kioskifly_desktop.core.sales.lines import CASHIER_DISCOUNT
from kioskifly_desktop.core.sales.totals import part_of
from tests.factories import (
    make_client,
    make_product,
    sale,
    sell,
)


@pytest.fixture
def candy(write):
    return write(make_product, "Alfajor", price=750_00)


@pytest.fixture
def bread(write):
    return write(make_product, "Pan", price=2_400_00, cost=1_500_00, unit=Unit.KILOGRAM)


@pytest.mark.parametrize(
    ("price", "quantity", "discount", "total"),
    [
        (899_90, 3_000, 0, 2_699_70),
        (2_400_00, 755, 0, 1_812_00),
        (2_400_01, 755, 500, 1_721_41),  # 181200.755 -> 181201, less 9060.05 -> 9060
        (1, 500, 0, 1),  # half a centavo is one
        (1, 499, 0, 0),
        (1, 1_000, 5_000, 0),  # and so is half of a discount
        (999_99, 1_000, 10_000, 0),
    ],
)
def test_a_line_costs_whole_centavos_with_halves_rounded_up(price, quantity, discount, total):
    assert line_total(price, quantity, discount) == total


def test_a_labels_amount_is_what_the_line_costs_before_its_discount():
    assert line_total(2_400_00, 755, 1_000, 1_812_50) == 1_631_25


def test_the_parts_of_a_line_add_up_to_it():
    whole = [part_of(100, n, 3) for n in range(4)]
    assert whole == [0, 33, 67, 100]


def test_the_larger_discount_counts(write, read, candy):
    client = write(make_client, "Ana", discount=1_000)
    lines = [SaleLineRequest(candy, 1_000, discount) for discount in (0, 500, 2_000)]
    done = write(sell, *lines, cash=2_250_00, client_id=client)
    sold = read(get_sale, done.sale_id)
    assert [(x.discount, x.total) for x in sold.lines] == [
        (1_000, 675_00),
        (1_000, 675_00),
        (2_000, 600_00),
    ]
    assert done.total == 1_950_00


def test_a_large_discount_is_an_administrators(write, candy, cashier):
    write(sell, SaleLineRequest(candy, 1_000, CASHIER_DISCOUNT), cash=675_00, user=cashier)
    larger = SaleLineRequest(candy, 1_000, CASHIER_DISCOUNT + 1)
    with pytest.raises(NotAllowedError, match="más del 10 %"):
        write(sell, larger, cash=750_00, user=cashier)
    write(sell, larger, cash=750_00)
    generous = write(make_client, "Ana", discount=2_000)
    done = write(sell, (candy, 1), cash=600_00, client_id=generous, user=cashier)
    assert done.total == 600_00, "the client's own discount is the shop's word"


def test_another_price_is_an_administrators(write, read, candy, cashier):
    cheaper = SaleLineRequest(candy, 1_000, price=700_00)
    with pytest.raises(NotAllowedError):
        write(sell, cheaper, cash=700_00, user=cashier)
    assert write(sell, cheaper, cash=700_00).total == 700_00
    same = SaleLineRequest(candy, 1_000, price=750_00)
    assert write(sell, same, cash=750_00, user=cashier).total == 750_00
    assert read(get_product, candy).price == 750_00


def test_an_open_price_is_said_by_anybody(write, cashier):
    loose = write(make_product, "Caramelos sueltos")
    with pytest.raises(PriceMissingError, match="Caramelos sueltos no tiene precio"):
        write(sell, (loose, 1), cash=10_00, user=cashier)
    line = SaleLineRequest(loose, 1_000, price=120_00)
    assert write(sell, line, cash=120_00, user=cashier).total == 120_00


def test_a_scales_label_is_charged_as_printed(write, read, bread):
    label = SaleLineRequest(bread, 755, amount=1_812_50)  # the scale's last gram
    done = write(sell, label, cash=1_812_50)
    assert done.total == 1_812_50
    assert read(get_product, bread).stock == -755
    with pytest.raises(LabelAmountError, match="etiqueta de Pan"):
        write(sell, SaleLineRequest(bread, 755, amount=1_820_00), cash=2_000_00)


def test_a_total_that_changed_charges_nothing(write, candy, everything, read):
    request = sale((candy, 1), cash=1_000_00, expected_total=750_00)
    write(edit_product, candy, ProductRequest("Alfajor", price=800_00))
    before = everything()
    with pytest.raises(PricesChangedError, match=r"de \$\xa0750,00 a \$\xa0800,00") as changed:
        write(register_sale, request)
    assert changed.value.fields["new_total"] == 800_00
    assert everything() == before


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (SaleLineRequest(99, 1_000), ProductNotFoundError),
        (SaleLineRequest(1, 500), WholePiecesError),
        (SaleLineRequest(1, 0), QuantityRangeError),
        (SaleLineRequest(1, -1_000), QuantityRangeError),
        (SaleLineRequest(1, 1_000_000_000), QuantityRangeError),
        (SaleLineRequest(1, 1_000, discount=10_001), DiscountError),
        (SaleLineRequest(1, 1_000, discount=-1), DiscountError),
        (SaleLineRequest(1, 1_000, price=-1), AmountRangeError),
        (SaleLineRequest(1, 1_000, price=MAX_AMOUNT + 1), AmountRangeError),
        (SaleLineRequest(1, 2_000, price=MAX_AMOUNT), AmountRangeError),
        (SaleLineRequest(1, 1_000, discount=10_000), AmountRangeError),  # all of it for nothing
    ],
)
def test_a_line_that_cannot_be_is_refused(write, candy, everything, line, error):
    before = everything()
    with pytest.raises(error):
        write(sell, line, cash=750_00)
    assert everything() == before


def test_nothing_is_not_sold(write, everything):
    before = everything()
    with pytest.raises(EmptySaleError):
        write(sell, cash=10_00)
    assert everything() == before


def test_what_is_inactive_is_not_sold(write, read, candy):
    write(edit_product, candy, ProductRequest("Alfajor", price=750_00, active=False))
    with pytest.raises(ProductInactiveError, match="Alfajor está inactivo"):
        write(sell, (candy, 1), cash=750_00)
