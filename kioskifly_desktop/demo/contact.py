"""The demo's messages: offers to clients, and the promises of those who owe."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kioskifly_desktop.core.contact import (
    Aim,
    MessageKind,
    MessageRequest,
    OfferedProduct,
    PromiseRequest,
    PromiseState,
    Tone,
    WriterKind,
    add_promise,
    message_standing,
    promise_of,
    record_message,
)
from kioskifly_desktop.core.offers import built_in, plan_offer
from kioskifly_desktop.demo.counter import NOTE

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.demo.counter import Counter
    from kioskifly_desktop.demo.people import Person

LASTS = timedelta(days=90)
"""How long before the last day they began to write to clients."""


class Contact:
    """Writes to clients, and hears what they promise."""

    def __init__(self, rng: random.Random, counter: Counter) -> None:
        self.rng = rng
        self.counter = counter

    def send_offer(self, work: Work, clients: Sequence[Person]) -> None:
        """Offer something to one of a few clients, the first that nothing stands against."""
        few = self.rng.sample(clients, min(len(clients), 6))
        person = next((each for each in few if _is_free(work, each)), None)
        if person is None:
            return
        aim = Aim.DISCOUNT if self.rng.random() < 0.4 else None  # None: what suits them best
        plan = plan_offer(work, person.id, aim)
        tone = self.rng.choice(tuple(Tone))
        offered = tuple(
            OfferedProduct(each.product_id, each.name, each.price, each.offer_price, each.discount)
            for each in plan.candidates
        )
        request = MessageRequest(
            self.counter.request(),
            person.id,
            MessageKind.OFFER,
            built_in(plan, tone),
            tone,
            plan.aim,
            WriterKind.BUILTIN,
            offered,
            plan.valid_until,
        )
        record_message(work, request)

    def take_promise(self, work: Work, clients: Sequence[Person]) -> None:
        """Hear by when one of those who owe will pay; not all of them will."""
        owing = [person for person in clients if person.owes >= 2 * NOTE]
        if not owing:
            return
        person = self.rng.choice(owing)
        before = promise_of(work, person.id)
        if before is not None and before.state is PromiseState.PENDING:
            return
        amount = max(person.owes // self.rng.choice((1, 2)) // NOTE, 1) * NOTE
        due = work.today + timedelta(days=self.rng.randint(3, 20))
        add_promise(work, PromiseRequest(self.counter.request(), person.id, amount, due))
        if self.rng.random() < 0.6:
            person.promised = (due - timedelta(days=self.rng.randint(0, 1)), amount)


def _is_free(work: Work, person: Person) -> bool:
    standing = message_standing(work, person.id, MessageKind.OFFER)
    return bool(standing.number) and not (standing.blocked or standing.cautions)
