"""What a message may be for, how it may sound, and who may write it, with their Spanish names."""

from __future__ import annotations

from enum import StrEnum

from kioskifly_desktop.core.phrases import Phrase


class MessageKind(StrEnum):
    """What a message is."""

    OFFER = "offer"
    REMINDER = "reminder"
    STATEMENT = "statement"


class Tone(StrEnum):
    """How a message sounds."""

    SHORT = "short"
    FRIENDLY = "friendly"
    FORMAL = "formal"


class Aim(StrEnum):
    """What an offer is for."""

    THANKS = "thanks"
    COMPLEMENT = "complement"
    DISCOUNT = "discount"
    BIRTHDAY = "birthday"
    MISSED = "missed"


class WriterKind(StrEnum):
    """Who writes an offer."""

    BUILTIN = "builtin"
    OPENAI = "openai"
    COMPATIBLE = "compatible"


MESSAGE_NAMES = {
    MessageKind.OFFER: Phrase("Oferta"),
    MessageKind.REMINDER: Phrase("Recordatorio"),
    MessageKind.STATEMENT: Phrase("Resumen de cuenta"),
}
TONE_NAMES = {
    Tone.SHORT: Phrase("Breve"),
    Tone.FRIENDLY: Phrase("Amistoso"),
    Tone.FORMAL: Phrase("Formal"),
}
AIM_NAMES = {
    Aim.THANKS: Phrase("Agradecer"),
    Aim.COMPLEMENT: Phrase("Producto complementario"),
    Aim.DISCOUNT: Phrase("Descuento"),
    Aim.BIRTHDAY: Phrase("Cumpleaños"),
    Aim.MISSED: Phrase("Te extrañamos"),
}
WRITER_NAMES = {
    WriterKind.BUILTIN: Phrase("Textos propios"),
    WriterKind.OPENAI: Phrase("OpenAI"),
    WriterKind.COMPATIBLE: Phrase("Servidor compatible"),
}
