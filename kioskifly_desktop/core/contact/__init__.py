"""Keeping in touch with clients: messages, promises to pay, and whether they may be written to."""

from kioskifly_desktop.core.contact.messages import (
    LiveOffer,
    MessageRequest,
    MessageRow,
    OfferedProduct,
    live_offers,
    messages,
    record_message,
)
from kioskifly_desktop.core.contact.phone import shown_number, whatsapp_link
from kioskifly_desktop.core.contact.promises import (
    PromiseRequest,
    PromiseRow,
    PromiseState,
    add_promise,
    promise_of,
    promises,
    promises_due,
    withdraw_promise,
)
from kioskifly_desktop.core.contact.standing import Standing, message_standing
from kioskifly_desktop.core.contact.terms import (
    MAX_QUIET_DAYS,
    MessageTerms,
    message_terms,
    save_message_terms,
)
from kioskifly_desktop.core.contact.texts import MAX_LINK, reminder_text, statement_texts
from kioskifly_desktop.core.contact.words import (
    AIM_NAMES,
    MESSAGE_NAMES,
    TONE_NAMES,
    WRITER_NAMES,
    Aim,
    MessageKind,
    Tone,
    WriterKind,
)

__all__ = [
    "AIM_NAMES",
    "MAX_LINK",
    "MAX_QUIET_DAYS",
    "MESSAGE_NAMES",
    "TONE_NAMES",
    "WRITER_NAMES",
    "Aim",
    "LiveOffer",
    "MessageKind",
    "MessageRequest",
    "MessageRow",
    "MessageTerms",
    "OfferedProduct",
    "PromiseRequest",
    "PromiseRow",
    "PromiseState",
    "Standing",
    "Tone",
    "WriterKind",
    "add_promise",
    "live_offers",
    "message_standing",
    "message_terms",
    "messages",
    "promise_of",
    "promises",
    "promises_due",
    "record_message",
    "reminder_text",
    "save_message_terms",
    "shown_number",
    "statement_texts",
    "whatsapp_link",
    "withdraw_promise",
]
