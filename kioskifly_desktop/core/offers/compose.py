"""Writes an offer: by a service where one is chosen, checked, and else by the shop's own texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from kioskifly_desktop.core.contact import WriterKind
from kioskifly_desktop.core.errors import WriterAnswerError, WriterCancelledError, WriterError
from kioskifly_desktop.core.offers.brief import fill, payload
from kioskifly_desktop.core.offers.builtin import built_in
from kioskifly_desktop.core.offers.check import complaint
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kioskifly_desktop.core.contact import Tone
    from kioskifly_desktop.core.offers.candidates import OfferPlan

_TRIES = 2
_LONGEST = 5_000
"""What is read of an answer: more than the check lets pass."""
_PARTIAL = re.compile(r"\{[a-z]*$")
_UNFIT = Phrase("El servicio de IA escribió algo que no se puede prometer ({complaint}).")
_RULES = Phrase("El mensaje es demasiado largo o no cumple las reglas.")
_BY_OURSELVES = Phrase("{reason} Este texto es de los propios.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as far as it goes, and the products that its writer says it names once it is whole."""

    text: str
    products: tuple[str, ...] = ()
    whole: bool = False


class Writer(Protocol):
    """A service that words an offer."""

    def stream(self, told: Mapping[str, Any], cancelled: Callable[[], bool]) -> Iterator[Draft]:
        """Give the text of a payload as it grows; the last draft is whole.

        Raises:
            WriterError: it could not be had, or nobody waits any more.
        """


@dataclass(frozen=True, slots=True)
class Written:
    """A text that may be sent, by whom, and a quiet line where it is not by whom was asked."""

    text: str
    writer: WriterKind
    note: str = ""


def write_offer(
    plan: OfferPlan,
    tone: Tone,
    kind: WriterKind,
    writer: Writer | None,
    *,
    on_text: Callable[[str], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    again: int = 0,
) -> Written:
    """Return a text for a client: the writer's if it passes the check, tried twice, else our own.

    `on_text` is told the text as it grows. Whatever the service does, there is a text.
    """
    if writer is None:
        return Written(built_in(plan, tone, again), WriterKind.BUILTIN)
    wrong = to_mend = ""
    # A complaint repeats what it is about: the writer's is made of a text without the names.
    nobody = replace(plan, first_name="Nombre", shop_name="Kiosco")
    try:
        for _ in range(_TRIES):
            draft = _whole(plan, writer, payload(plan, tone, to_mend), on_text, cancelled)
            text, wrong = _judged(plan, draft)
            if not wrong:
                return Written(text, kind)
            to_mend = _judged(nobody, draft)[1] or _RULES
        reason = Phrase(_UNFIT, complaint=wrong.rstrip("."))
    except WriterCancelledError:
        return Written(built_in(plan, tone, again), WriterKind.BUILTIN)
    except WriterError as error:
        reason = error.words
    note = Phrase(_BY_OURSELVES, reason=reason)
    return Written(built_in(plan, tone, again), WriterKind.BUILTIN, note)


def _whole(
    plan: OfferPlan,
    writer: Writer,
    told: Mapping[str, Any],
    on_text: Callable[[str], None],
    cancelled: Callable[[], bool],
) -> Draft:
    draft = Draft("")
    for draft in writer.stream(told, cancelled):
        if cancelled():
            raise WriterCancelledError
        # Half a place of a name is nothing to show.
        on_text(fill(plan, _PARTIAL.sub("", draft.text)))
    if cancelled():
        raise WriterCancelledError
    if not draft.whole:
        raise WriterAnswerError
    return draft


def _judged(plan: OfferPlan, draft: Draft) -> tuple[str, str]:
    """Return a text as it would be sent, and what is wrong with it."""
    filled = fill(plan, draft.text[:_LONGEST])
    text = clean(filled, field="text", limit=2 * len(filled), multiline=True)
    return text, complaint(plan, text, draft.products)
