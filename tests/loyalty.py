"""Short ways to promotions and points."""

from kioskifly_desktop.core.loyalty import (
    LoyaltyTerms,
    PromotionGoods,
    PromotionKind,
    PromotionRequest,
    save_loyalty_terms,
    save_promotion,
)
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sales import SaleRequest, Tender, quote, register_sale
from tests.factories import DRAWER, new_request

TERMS = LoyaltyTerms(on=True, per_point=100_00, value=10_00, least=10, birthday_multiplier=3)


def give_points(work, **fields):
    """Let the shop give points: one for each $ 100, worth $ 10."""
    fields = {"on": True, "per_point": 100_00, "value": 10_00, "least": 10} | fields
    save_loyalty_terms(work, LoyaltyTerms(**fields))


def promote(work, *goods, kind=PromotionKind.N_FOR_M, promotion_id=0, **fields):
    """Put products, by their ids, or categories, by their names, on promotion: 2 for 1."""
    of = tuple(
        PromotionGoods(each)
        if isinstance(each, int)
        else PromotionGoods(category=each)
        if isinstance(each, str)
        else PromotionGoods(each[0], quantity=each[1])
        for each in goods
    )
    request = PromotionRequest(**{"name": "2x1", "kind": kind, "goods": of} | fields)
    return save_promotion(work, promotion_id, request)


def buy(work, lines, *, points=0, client=None, request_id=None):
    """Sell lines for cash, at what they are quoted."""
    total = quote(work, lines, client, points).total
    return register_sale(
        work,
        SaleRequest(
            request_id=request_id or new_request(),
            lines=tuple(lines),
            tenders=(Tender(PaymentMethod.CASH, DRAWER, total),),
            client_id=client,
            points=points,
            expected_total=total,
        ),
    )
