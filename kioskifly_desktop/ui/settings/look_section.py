"""Apariencia: light, dark, or as the desktop says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.core.settings import get_preference, set_preference
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop

LOOK_PREFERENCE = "look"


class LookSection(QWidget):
    """The choice of look, applied at once."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self.choice = Segments(
            [
                (Look.SYSTEM, self.tr("Como el sistema")),
                (Look.LIGHT, self.tr("Claro")),
                (Look.DARK, self.tr("Oscuro")),
            ],
            accessible=self.tr("Apariencia"),
        )
        self.choice.chosen.connect(self.apply)
        shown = card()
        shown.setMaximumWidth(900)
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(20, 16, 20, 18)
        inner.setSpacing(10)
        inner.addWidget(label(self.tr("Colores"), "subtitle"))
        inner.addWidget(label(self.tr("Se aplican en el momento y quedan guardados."), "muted"))
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch()
        inner.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(shown)
        outer.addStretch()
        self.setFocusProxy(self.choice)

    def refresh(self) -> None:
        """Show the stored choice."""
        stored = self._shop.read(get_preference, LOOK_PREFERENCE, Look.SYSTEM.value)
        self.choice.blockSignals(True)
        self.choice.choose(Look(stored))
        self.choice.blockSignals(False)

    @Slot(object)
    def apply(self, look: object) -> None:
        """Dress the program in a look and remember it."""
        assert isinstance(look, Look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, look)
        self._shop.write(set_preference, LOOK_PREFERENCE, look.value)
