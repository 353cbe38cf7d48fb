"""How a balance is told: always a word, an arrow and a colour, never a bare sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.es_ar import format_money

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos


@dataclass(frozen=True, slots=True)
class Standing:
    """The word, icon and colour tokens of one side of zero."""

    word: str
    icon: str
    ink: str
    soft: str
    line: str


def standing(balance: Centavos) -> Standing:
    """Return how a client with this balance stands; above zero they owe."""
    if balance > 0:
        word = QCoreApplication.translate("Standing", "Debe")
        return Standing(word, "arrow-up-right", "debt", "debt_soft", "debt_line")
    if balance < 0:
        word = QCoreApplication.translate("Standing", "A favor")
        return Standing(word, "arrow-down-left", "credit", "credit_soft", "credit_line")
    word = QCoreApplication.translate("Standing", "Al día")
    return Standing(word, "check", "text_secondary", "neutral_soft", "line_strong")


def spoken(balance: Centavos) -> str:
    """Write a balance with its word: `Debe $ 1.500,50`, `A favor $ 20,00`, `Al día`."""
    word = standing(balance).word
    return f"{word} {format_money(abs(balance))}" if balance else word
