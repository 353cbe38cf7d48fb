import random

import pytest

from kioskifly_desktop.core.barcodes import ScaleLabels, ScaleValue, save_scale_labels
from kioskifly_desktop.core.catalog import (
    ProductFilter,
    ProductQuery,
    ProductRequest,
    ProductSort,
    Unit,
    add_product,
    categories,
    count_products,
    edit_product,
    find_code,
    get_product,
    list_products,
    suppliers,
)
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    BarcodeError,
    DuplicateBarcodeError,
    NameMissingError,
    NotAllowedError,
    ProductNotFoundError,
    QuantityRangeError,
    ShopError,
    TextTooLongError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_QUANTITY
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.stock import StockMoveKind, move_stock
from kioskifly_desktop.core.users import list_users
from tests.conftest import Clock
from tests.factories import make_product

SODA, UPC = "7790895000997", "036000291452"


def test_what_a_form_says_is_kept(write, read, clock):
    request = ProductRequest(
        "  Queso \t tybo ", (f" {SODA}", "ab-1"), "Fiambres", "Sur", 1_500_50, 900_00,
        Unit.KILOGRAM, minimum_stock=2_500,
    )  # fmt: skip
    found = read(get_product, write(add_product, request))
    assert found.name == "Queso tybo"
    assert found.barcodes == (SODA, "AB-1")
    assert (found.category, found.supplier) == ("Fiambres", "Sur")
    assert (found.price, found.cost, found.unit) == (1_500_50, 900_00, Unit.KILOGRAM)
    assert (found.minimum_stock, found.stock) == (2_500, 0)
    assert (found.tracks_stock, found.active) == (True, True)
    assert found.created_at == clock.now


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        ({"name": " "}, NameMissingError, "name"),
        ({"name": "x" * 121}, TextTooLongError, "name"),
        ({"category": "x" * 61}, TextTooLongError, "category"),
        ({"supplier": "x" * 61}, TextTooLongError, "supplier"),
        ({"price": -1}, AmountRangeError, "price"),
        ({"price": MAX_AMOUNT + 1}, AmountRangeError, "price"),
        ({"cost": -1}, AmountRangeError, "cost"),
        ({"minimum_stock": -1}, QuantityRangeError, "minimum_stock"),
        ({"minimum_stock": MAX_QUANTITY + 1}, QuantityRangeError, "minimum_stock"),
        ({"barcodes": ("7790895000998",)}, BarcodeError, "barcodes"),
        ({"barcodes": (SODA,)}, DuplicateBarcodeError, "barcodes"),
        ({"barcodes": ("OK", "0036000291452")}, DuplicateBarcodeError, "barcodes"),
    ],
)
def test_a_field_that_breaks_a_rule_is_named_and_nothing_written(
    write, everything, fields, error, field
):
    write(make_product, "Soda", barcodes=(SODA, UPC))
    other = write(make_product, "Jugo")
    before = everything()
    request = ProductRequest(**{"name": "X"} | fields)
    for act in (lambda: write(add_product, request), lambda: write(edit_product, other, request)):
        with pytest.raises(error) as refused:
            act()
        assert refused.value.field == field
        assert everything() == before


def test_a_taken_code_says_whose_it_is(write):
    write(make_product, "Soda", barcodes=(SODA,))
    with pytest.raises(DuplicateBarcodeError, match=r"7790895000997.* ya es de Soda"):
        write(make_product, "Otra", barcodes=(SODA,))


def test_codes_are_changed_kept_and_freed(write, read):
    soda = write(make_product, "Soda", barcodes=(SODA, SODA, "A1", ""))
    assert read(get_product, soda).barcodes == (SODA, "A1")
    write(edit_product, soda, ProductRequest("Soda", ("A1", "B2")))
    assert read(get_product, soda).barcodes == ("A1", "B2")
    write(make_product, "Otra", barcodes=(SODA,))
    assert read(find_code, SODA).product.name == "Otra"


def test_a_code_finds_its_product_however_it_is_sent(write, read):
    soda = write(make_product, "Soda", barcodes=(UPC, "ab-1"))
    for sent in (UPC, "0036000291452", f" {UPC}\r", "AB-1", "ab-1"):
        found = read(find_code, sent)
        assert (found.product.id, found.quantity, found.amount) == (soda, None, None)
    for sent in ("", "AB", "036000291453", "' OR 1=1 --", "\ud800", "7" * 500):
        assert read(find_code, sent) is None


def test_an_inactive_product_is_still_found_by_its_code(write, read):
    write(make_product, "Viejo", barcodes=(SODA,), active=False)
    assert not read(find_code, SODA).product.active


def test_a_scale_label_finds_what_was_weighed(write, read):
    ham = write(make_product, "Jamón", barcodes=("101",), unit=Unit.KILOGRAM)
    found = read(find_code, "2000101012504")
    assert (found.product.id, found.quantity, found.amount) == (ham, 1_250, None)
    assert read(find_code, "2000101012505") is None, "its check digit is wrong"
    assert read(find_code, "2000102012503") is None, "nothing has that code"
    write(save_scale_labels, ScaleLabels(value=ScaleValue.AMOUNT, decimals=0))
    found = read(find_code, "2000101012504")
    assert (found.product.id, found.quantity, found.amount) == (ham, None, 1_250_00)
    # A whole code comes before what it could mean as a label.
    other = write(make_product, "Pack", barcodes=("2000101012504",))
    assert read(find_code, "2000101012504").product.id == other


def test_a_cashier_adds_and_edits_but_sets_no_prices(write, read, cashier):
    soda = write(make_product, "Soda", price=100, cost=50, user=cashier)
    write(edit_product, soda, ProductRequest("Soda 1 L", price=100), user=cashier)
    # The cost it has is refused as well: the answer would tell it.
    for price, cost in ((101, None), (100, 51), (100, 50)):
        with pytest.raises(NotAllowedError):
            write(edit_product, soda, ProductRequest("Soda", price=price, cost=cost), user=cashier)
    found = read(get_product, soda)
    assert (found.name, found.price, found.cost) == ("Soda 1 L", 100, 50)


def test_who_may_not_see_costs_is_told_none(write, read, cashier):
    for name, cost in (("Agua", 300), ("Bizcocho", 100), ("Caramelo", 200)):
        product = write(make_product, name, barcodes=(f"{name}1",), price=900, cost=cost)
    by_cost = ProductQuery(sort=ProductSort.COST)
    assert [row.cost for row in read(list_products, by_cost)] == [100, 200, 300]
    seen = read(list_products, by_cost, user=cashier)
    assert [(row.name, row.cost) for row in seen] == [
        ("Agua", None),
        ("Bizcocho", None),
        ("Caramelo", None),
    ]
    assert [row.name for row in read(list_products, by_cost, after=seen[0], user=cashier)] == [
        "Bizcocho",
        "Caramelo",
    ]
    assert read(get_product, product, user=cashier).cost is None
    assert read(find_code, "Caramelo1", user=cashier).product.cost is None
    assert read(find_code, "Caramelo1").product.cost == 200


def test_a_product_that_is_not_there(write, read):
    with pytest.raises(ProductNotFoundError):
        read(get_product, 7)
    with pytest.raises(ProductNotFoundError):
        write(edit_product, 7, ProductRequest("X"))


NAMES = ["Alfajor Águila", "ALFAJOR aguila", "Ñandú", "Coca-Cola 2,25 L", "🎉", "Papas Lay's"]


@pytest.fixture(scope="module")
def shelves(tmp_path_factory):
    """Give a shop of 120 products with equal names, prices and levels among them."""
    dice = random.Random(5)
    shop = open_shop(tmp_path_factory.mktemp("shelves"), clock=Clock())
    with shop.read() as work:
        admin = list_users(work)[0]
    with shop.write(admin) as work:
        for n in range(120):
            product = make_product(
                work,
                NAMES[n % len(NAMES)],
                barcodes=(f"X{n}", f"Y-{n}") if n % 3 else (),
                category=dice.choice(["", "Bebidas", "bebidas", "Almacén"]),
                supplier=dice.choice(["", "Sur", "Ñato"]),
                price=dice.choice([0, 100, 200, 100_00]),
                cost=dice.choice([0, 50]),
                minimum_stock=dice.choice([0, 3_000]),
                tracks_stock=n % 7 > 0,
                active=n % 11 > 0,
            )
            if n % 2:
                move_stock(work, product, StockMoveKind.PURCHASE, dice.randint(1, 5) * 1_000)
    yield shop
    shop.close()


@pytest.fixture
def find(shelves):
    def run(**query):
        with shelves.read() as work:
            rows = list_products(work, ProductQuery(**query), limit=1000)
            assert count_products(work, ProductQuery(**query)) == len(rows)
            return rows

    return run


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("aguila", set(NAMES[:2])),
        ("ÁGUI alfa", set(NAMES[:2])),
        ("nandu", {"Ñandú"}),
        ("coca cola", {"Coca-Cola 2,25 L"}),
        ("lays", {"Papas Lay's"}),
        ("x1 ", {NAMES[n % 6] for n in range(120) if n % 3 and f"X{n}".startswith("X1")}),
        ("Y-100", {NAMES[100 % 6]}),
        ("jorobas", set()),
        ("%", set()),
        ('" OR *', set()),
    ],
)
def test_what_is_found(find, search, names):
    assert {row.name for row in find(search=search)} == names


def test_a_search_finds_category_and_supplier_and_follows_an_edit(write, read):
    soda = write(make_product, "Soda", category="Bebidas", supplier="Norte")

    def found(search):
        return [row.id for row in read(list_products, ProductQuery(search=search))]

    assert found("bebi") == found("norte soda") == [soda]
    write(edit_product, soda, ProductRequest("Agua", (SODA,), supplier="Sur"))
    assert found("soda") == found("bebi") == found("norte") == []
    assert found("agua sur") == found(SODA) == found(SODA[:6]) == [soda]


def test_filters_show_what_they_say(find):
    active = find()
    assert all(row.active for row in active)
    assert not any(row.active for row in find(only=ProductFilter.INACTIVE))
    low = find(only=ProductFilter.LOW_STOCK)
    assert low == [row for row in active if row.tracks_stock and row.stock <= row.minimum_stock]
    assert 0 < len(low) < len(active)
    drinks = find(category="BEBIDAS")
    assert drinks == [row for row in active if row.category.casefold() == "bebidas"]
    assert {row.category for row in drinks} == {"Bebidas", "bebidas"}
    assert {row.barcode[:1] for row in active} == {"", "X"}, "the first code is shown"


KEYS = {
    ProductSort.NAME: lambda row: fold(row.name),
    ProductSort.CATEGORY: lambda row: fold(row.category),
    ProductSort.PRICE: lambda row: row.price,
    ProductSort.COST: lambda row: row.cost,
    ProductSort.STOCK: lambda row: row.stock,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ProductSort)
def test_pages_in_any_order_are_the_list_in_that_order(shelves, find, sort, descending):
    whole = find(sort=sort, descending=descending)
    by_hand = sorted(find(), key=lambda row: (KEYS[sort](row), row.id), reverse=descending)
    assert whole == by_hand
    assert len({KEYS[sort](row) for row in whole}) < len(whole), "ties are part of the test"
    query = ProductQuery(sort=sort, descending=descending)
    for size in (1, 7, 200):
        pages, after = [], None
        with shelves.read() as work:
            while page := list_products(work, query, after=after, limit=size):
                pages += page
                after = page[-1]
        assert pages == whole


def test_groups_are_listed_once(shelves, read):
    with shelves.read() as work:
        assert categories(work) == ["Almacén", "Bebidas"]
        assert suppliers(work) == ["Ñato", "Sur"]
    assert read(categories) == read(suppliers) == []


def test_names_are_data(write, read):
    hostile = "'; DROP TABLE product; --\x1b[2J\u202e"
    product = write(make_product, hostile, category='" OR 1=1')
    assert read(get_product, product).name == "'; DROP TABLE product; --[2J"
    assert read(categories) == ['" OR 1=1']
    assert len(read(list_products, ProductQuery(category='" OR 1=1'))) == 1


def test_a_category_of_signs_alone_is_no_group(write, read):
    with pytest.raises(ShopError):
        write(make_product, "")
    write(make_product, "Soda", category="---")
    assert read(categories) == []
