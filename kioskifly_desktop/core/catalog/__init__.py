"""The catalogue: what the shop sells, by which codes, at which price."""

from kioskifly_desktop.core.catalog.listing import (
    ProductFilter,
    ProductQuery,
    ProductRow,
    ProductSort,
    categories,
    count_products,
    list_products,
    suppliers,
)
from kioskifly_desktop.core.catalog.price_log import (
    PriceRow,
    log_price,
    price_batch,
    price_change,
    price_history,
)
from kioskifly_desktop.core.catalog.record import (
    UNIT_NAMES,
    Found,
    Product,
    ProductRequest,
    Unit,
    add_product,
    edit_product,
    find_code,
    get_product,
    product,
    product_barcode,
)

__all__ = [
    "UNIT_NAMES",
    "Found",
    "PriceRow",
    "Product",
    "ProductFilter",
    "ProductQuery",
    "ProductRequest",
    "ProductRow",
    "ProductSort",
    "Unit",
    "add_product",
    "categories",
    "count_products",
    "edit_product",
    "find_code",
    "get_product",
    "list_products",
    "log_price",
    "price_batch",
    "price_change",
    "price_history",
    "product",
    "product_barcode",
    "suppliers",
]
