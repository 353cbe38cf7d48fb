"""What a message may be for, how it may sound, and who may write it, with their Spanish names."""

from __future__ import annotations

from enum import StrEnum


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
    MessageKind.OFFER: "Oferta",
    MessageKind.REMINDER: "Recordatorio",
    MessageKind.STATEMENT: "Resumen de cuenta",
}
TONE_NAMES = {Tone.SHORT: "Breve", Tone.FRIENDLY: "Amistoso", Tone.FORMAL: "Formal"}
AIM_NAMES = {
    Aim.THANKS: "Agradecer",
    Aim.COMPLEMENT: "Producto complementario",
    Aim.DISCOUNT: "Descuento",
    Aim.BIRTHDAY: "Cumpleaños",
    Aim.MISSED: "Te extrañamos",
}
WRITER_NAMES = {
    WriterKind.BUILTIN: "Textos propios",
    WriterKind.OPENAI: "OpenAI",
    WriterKind.COMPATIBLE: "Servidor compatible",
}
