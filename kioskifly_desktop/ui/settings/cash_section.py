"""Cajas: how a drawer is counted at its close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import change_preferences, get_preference
from kioskifly_desktop.ui.sessions.words import BLIND_PREFERENCE, NO, YES
from kioskifly_desktop.ui.settings.finder import SYNONYMS
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.usual import Usual

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class CashSection(Section):
    """The choice of counting blind, for cashiers; an administrator's to make."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self.blind = QCheckBox(self.tr("Los cajeros cierran a ciegas"))
        self.blind.setProperty(SYNONYMS, self.tr("arqueo conteo faltante diferencia turno"))
        self.blind.toggled.connect(self.apply)
        words = self.tr(
            "A ciegas, cuentan el cajón sin ver cuánto tendría que haber: nadie acomoda el conteo. "
            "De fábrica no, para que al empezar la diferencia se entienda en el momento. "
            "Administración lo ve siempre."
        )
        self.add_card(self.tr("Cierre de caja"), words, self.blind, Usual(self.blind, usual=False))
        self.column.addStretch()
        self.setFocusProxy(self.blind)

    def refresh(self) -> None:
        """Show the stored choice."""
        super().refresh()
        self.blind.blockSignals(True)
        self.blind.setChecked(self.shop.read(get_preference, BLIND_PREFERENCE, NO) == YES)
        self.blind.setEnabled(self.shop.user.may(Permission.SETTINGS))
        self.blind.blockSignals(False)

    @Slot(bool)
    def apply(self, blind: bool) -> None:  # noqa: FBT001 - Qt's signature
        """Remember the choice."""
        try:
            self.shop.write(change_preferences, {BLIND_PREFERENCE: YES if blind else NO})
        except NotAllowedError as error:
            self.toasts.show(str(error), error=True)
            self.refresh()
