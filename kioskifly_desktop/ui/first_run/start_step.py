"""Para empezar: with nothing, with the clients one has, or by looking first."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout

from kioskifly_desktop.core.access import lacks_rescue_code
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.first_run import finish_first_run, is_example
from kioskifly_desktop.ui.first_run.step import Step
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop


class Start(StrEnum):
    """What comes after the steps."""

    SCRATCH = "scratch"
    IMPORT = "import"
    EXAMPLE = "example"


class StartStep(Step):
    """Three ways to begin, of which one is chosen."""

    def __init__(self, shop: Shop) -> None:
        super().__init__(
            shop,
            self.tr("¿Cómo querés empezar?"),
            self.tr("Nada de esto es definitivo: también podés traer tus clientes más adelante."),
        )
        self.column.setSpacing(6)  # all of it on the smallest screen
        self.group = QButtonGroup(self)
        self.cards: dict[Start, QPushButton] = {}
        for start, icon_name, title, text in self._choices():
            self.cards[start] = _choice(icon_name, title, text)
            self.group.addButton(self.cards[start])
            self.column.addWidget(self.cards[start])
        # An invented shop offers no other one.
        self.cards[Start.EXAMPLE].setVisible(not shop.read(is_example))
        self.cards[Start.SCRATCH].setChecked(True)
        self.rescue = label(
            self.tr("Por si te olvidás el PIN, hacé tu código de rescate en Ajustes, Personas."),
            "muted",
        )
        self.rescue.setWordWrap(True)
        self.column.addWidget(self.rescue)
        self.column.addWidget(self.error)
        self.column.addStretch()

    def _choices(self) -> tuple[tuple[Start, str, str, str], ...]:
        return (
            (
                Start.SCRATCH,
                "store",
                self.tr("Empezar de cero"),
                self.tr("Vendé ya mismo: los productos y los clientes se cargan sobre la marcha."),
            ),
            (
                Start.IMPORT,
                "users",
                self.tr("Traer mis clientes"),
                self.tr("De una planilla o de los contactos del teléfono, con lo que te deben."),
            ),
            (
                Start.EXAMPLE,
                "chart-column",
                self.tr("Ver con datos de ejemplo"),
                self.tr("Un kiosco inventado, aparte del tuyo, para probar todo sin miedo."),
            ),
        )

    def begin(self) -> None:
        """Put the focus on what is chosen."""
        self.rescue.setVisible(self.shop.read(lacks_rescue_code))
        self.cards[self.choice()].setFocus()

    def forward_words(self) -> str:
        """Return that this is the last one."""
        return self.tr("Empezar")

    def choice(self) -> Start:
        """Return what was chosen."""
        return next(start for start, card in self.cards.items() if card.isChecked())

    def go_on(self) -> bool:
        """Keep that all was asked."""
        try:
            self.shop.write(finish_first_run)
        except ShopError as error:
            self.complain(error)
            return False
        return True


def _choice(icon_name: str, title: str, text: str) -> QPushButton:
    result = QPushButton()
    result.setProperty("kind", "choice")
    result.setCheckable(True)
    result.setAutoDefault(False)  # Enter goes on
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setAccessibleName(title)
    result.setAccessibleDescription(text)
    row = QHBoxLayout(result)
    row.setContentsMargins(20, 12, 20, 12)
    row.setSpacing(18)
    row.addWidget(icon_label(icon_name, "action", 28, 1.8))
    words = QVBoxLayout()
    words.setSpacing(3)
    words.addStretch()
    for each, kind in ((title, "subtitle"), (text, "muted")):
        line = label(each, kind)
        line.setWordWrap(kind == "muted")
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words.addWidget(line)
    words.addStretch()
    row.addLayout(words, 1)
    return result
