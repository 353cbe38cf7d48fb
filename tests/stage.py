"""A shop where every act of core can be done."""

from dataclasses import dataclass
from datetime import date

from kioskifly_desktop.core.clients import archive_client
from kioskifly_desktop.core.contact import PromiseRequest, add_promise
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    BonusRequest,
    PriceList,
    add_bonus,
    pause_promotion,
    save_agreed_terms,
    save_group,
    save_price_list,
)
from kioskifly_desktop.core.outbox import print_voucher
from kioskifly_desktop.core.prices import PriceChange, apply_price_change
from kioskifly_desktop.core.registers import RegisterKind, add_register, archive_register
from kioskifly_desktop.core.sales import ParkRequest, SaleLineRequest, park_sale, register_sale
from kioskifly_desktop.core.sessions import OpenRequest, open_session
from kioskifly_desktop.core.users import Role, add_user, deactivate_user
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    TodayPriceTerms,
    dispute_entry,
    save_today_price_terms,
)
from tests.factories import (
    DRAWER,
    add_printer,
    adjust,
    make_client,
    make_product,
    new_request,
    sale,
    sell,
)
from tests.loyalty import promote

PIN = "2580"


@dataclass(frozen=True)
class Stage:
    """What the acts are done to."""

    client: int
    trusted: int
    blank: int
    gone: int
    product: int
    sale: int
    owed: int
    voucher: int
    adjustment: int
    owing: int
    disputed: int
    batch: int
    drawer: int
    archived: int
    session: int
    printer: int
    job: int
    parked: int
    promise: int
    person: int
    former: int
    locked: int
    group: int
    promotion: int
    price_list: int
    bonus: int


def set_stage(work):
    """Fill a new shop with all that the acts need."""
    printer = add_printer(work, drawer_pin=2)
    client = make_client(work, "Ana", debt_limit=10_000_00)
    trusted = make_client(work, "Beto", debt_limit=0)
    gone = make_client(work, "Dora")
    archive_client(work, gone)
    product = make_product(work, "Alfajor", price=1_000_00, cost=600_00)
    session = open_session(work, OpenRequest(new_request(), DRAWER, 50_000_00)).session_id
    sold = register_sale(work, sale((product, 2), cash=2_000_00))
    owed = sell(work, (product, 1), client_id=client, on_account=1_000_00).sale_id
    adjustment = adjust(work, client, 5_000_00).entry_id
    blank = make_client(work, "Carla")
    owing = make_client(work, "Ema")
    sell(work, (product, 1), client_id=owing, on_account=1_000_00)
    disputed = adjust(work, owing, 500_00).entry_id
    dispute_entry(work, DisputeRequest(new_request(), disputed, "No es suyo"))
    save_today_price_terms(work, TodayPriceTerms(enabled=True, grace_days=0))
    batch = apply_price_change(work, new_request(), PriceChange(basis_points=1_000)).batch_id
    drawer = add_register(work, "Caja 2", RegisterKind.DRAWER)
    archived = add_register(work, "Caja 3", RegisterKind.DRAWER)
    archive_register(work, archived)
    former = add_user(work, "Zoe", Role.CASHIER)
    deactivate_user(work, former)
    locked = make_client(work, "Elio")
    save_agreed_terms(work, locked, AgreedTerms(lock_reason="Cheque rechazado"))
    promotion = promote(work, product)
    pause_promotion(work, promotion, paused=True)
    return Stage(
        client=client,
        trusted=trusted,
        blank=blank,
        gone=gone,
        product=product,
        sale=sold.sale_id,
        owed=owed,
        voucher=sold.voucher_id,
        adjustment=adjustment,
        owing=owing,
        disputed=disputed,
        batch=batch,
        drawer=drawer,
        archived=archived,
        session=session,
        printer=printer,
        job=print_voucher(work, sold.voucher_id),
        parked=park_sale(work, ParkRequest((SaleLineRequest(product, 1_000),))),
        promise=add_promise(work, PromiseRequest(new_request(), client, 1_00, date(2026, 3, 9))),
        person=add_user(work, "Yago", Role.CASHIER, PIN),
        former=former,
        locked=locked,
        group=save_group(work, 0, "Vecinos"),
        promotion=promotion,
        price_list=save_price_list(work, PriceList(0, "Mayorista", -1_000)),
        bonus=add_bonus(work, BonusRequest(product, 5)),
    )
