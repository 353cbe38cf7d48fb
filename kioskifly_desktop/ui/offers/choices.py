"""The left of an offer: what it is for, how it sounds, what is offered and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.contact import AIM_NAMES, TONE_NAMES, Aim, Tone
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.ui.offers.words import fact_lines, favourite_words, price_words
from kioskifly_desktop.ui.roles import give_role
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import label, separator
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QLayout

    from kioskifly_desktop.core.offers import Candidate, Favourite, OfferPlan

_FAVOURITES = 4


class Choices(QFrame):
    """A card with the choices, and under them what they rest on."""

    aim_chosen = Signal(object)
    tone_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.aim = QComboBox()
        self.aim.setAccessibleName(self.tr("Para qué"))
        for aim, words in AIM_NAMES.items():
            self.aim.addItem(said(words), aim)
        self.tone = Segments(
            [(tone, said(words)) for tone, words in TONE_NAMES.items()], accessible=self.tr("Tono")
        )
        self.tone.choose(Tone.FRIENDLY)
        self.payload_button = button(self.tr("Ver qué se envía"), "link")
        # What it all rests on scrolls by itself: the message beside it stays in sight.
        self.found = QScrollArea()
        self.found.setObjectName("facts")
        self.found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setWidgetResizable(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setAccessibleName(self.tr("Por qué esta oferta"))
        give_role(self.found, QAccessible.Role.Document)
        self.found.setMinimumHeight(64)
        self._column = _column(5)
        self._column.setContentsMargins(18, 14, 18, 12)
        self.setLayout(self._column)
        self._column.addWidget(self._caption(self.tr("Para qué"), self.aim))
        self._column.addWidget(self.aim)
        self._column.addSpacing(5)
        self._column.addWidget(self._caption(self.tr("Tono"), self.tone))
        self._column.addWidget(self.tone)
        self._column.addSpacing(7)
        self._column.addWidget(separator())
        self._column.addWidget(self.found, 1)
        self._column.addWidget(self.payload_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.aim.activated.connect(self._aim_activated)
        self.tone.chosen.connect(self.tone_chosen)

    def tone_wanted(self) -> Tone:
        """Return how the offer is to sound."""
        return Tone(str(self.tone.value()))

    def show_plan(self, plan: OfferPlan) -> None:
        """Show what is offered, why, and what is known of the client."""
        self.aim.setCurrentIndex(self.aim.findData(plan.aim))
        found = QWidget()
        found.setObjectName("scrolled")
        column = _column(4)
        column.setContentsMargins(0, 4, 4, 0)
        found.setLayout(column)
        column.addWidget(label(self.tr("Por qué esta oferta"), "caption"))
        column.addWidget(_wrapped(plan.reasons[0], "muted"))
        for candidate in plan.candidates:
            column.addLayout(_candidate(candidate))
        column.addSpacing(6)
        column.addWidget(label(self.tr("Lo que se sabe"), "caption"))
        for icon_name, words in fact_lines(plan.facts):
            column.addLayout(_fact(icon_name, words))
        if plan.facts.favourites:
            column.addSpacing(6)
            column.addWidget(label(self.tr("Lo que más lleva"), "caption"))
        for favourite in plan.facts.favourites[:_FAVOURITES]:
            column.addLayout(_favourite(favourite))
        column.addStretch(1)
        self.found.setWidget(found)

    @staticmethod
    def _caption(words: str, editor: QWidget) -> QLabel:
        result = label(words, "caption")
        result.setBuddy(editor)
        return result

    @Slot(int)
    def _aim_activated(self, _place: int) -> None:
        self.aim_chosen.emit(Aim(self.aim.currentData()))


def _column(spacing: int) -> QVBoxLayout:
    result = QVBoxLayout()
    result.setContentsMargins(0, 0, 0, 0)
    result.setSpacing(spacing)
    return result


def _wrapped(words: str, kind: str = "") -> QLabel:
    result = label(words, kind)
    result.setWordWrap(True)
    return result


def _candidate(candidate: Candidate) -> QLayout:
    """Return a product of the offer: its name, its price, and why it."""
    column = _column(0)
    column.setContentsMargins(0, 4, 0, 2)
    name = _wrapped(candidate.name)
    name.setFont(font(14, 600))
    column.addWidget(name)
    row = QHBoxLayout()
    row.setSpacing(6)
    if candidate.discount:
        before = label(format_money(candidate.price), "muted")
        crossed = font(13, tabular=True)
        crossed.setStrikeOut(True)
        before.setFont(crossed)
        row.addWidget(before)
    row.addWidget(label(price_words(candidate), "figures"))
    row.addStretch(1)
    column.addLayout(row)
    why = said(candidate.reason).removeprefix(f"{candidate.name}: ")
    column.addWidget(_wrapped(why[:1].upper() + why[1:], "tiny"))
    return column


def _fact(icon_name: str, words: str) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(icon_label(icon_name, "text_tertiary", 15), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(_wrapped(words, "muted"), 1)
    return row


def _favourite(favourite: Favourite) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(_wrapped(favourite.name, "muted"), 1)
    row.addWidget(label(favourite_words(favourite), "tiny"), 0, Qt.AlignmentFlag.AlignTop)
    return row
