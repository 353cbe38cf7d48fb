"""Ajustes: the shop, its printers, the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.settings.look_section import LookSection
from kioskifly_desktop.ui.settings.printers_section import PrintersSection
from kioskifly_desktop.ui.settings.profile_section import ProfileSection
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

PROFILE, PRINTERS, LOOK = range(3)


class SettingsPage(Page):
    """One section at a time, chosen at the top."""

    page_id = keys.SETTINGS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Ajustes"))
        self.sections = Segments(
            [
                (PROFILE, self.tr("Negocio")),
                (PRINTERS, self.tr("Impresora")),
                (LOOK, self.tr("Apariencia")),
            ],
            accessible=self.tr("Sección"),
        )
        row = QHBoxLayout()
        row.addWidget(self.sections)
        row.addStretch()
        self.content.addLayout(row)
        self.profile = ProfileSection(shop, toasts)
        self.printers = PrintersSection(shop, toasts)
        self.look = LookSection(shop)
        self.stack = QStackedWidget()
        for section in (self.profile, self.printers, self.look):
            self.stack.addWidget(section)
        self.content.addWidget(self.stack, 1)
        self.sections.chosen.connect(self._choose)

    def refresh(self) -> None:
        """Read every section."""
        self.profile.refresh()
        self.printers.refresh()
        self.look.refresh()

    def focus_main(self) -> None:
        """Go to the first input of the section."""
        section = self.stack.currentWidget()
        assert section is not None
        section.setFocus()

    def show_printers(self) -> None:
        """Open the section of the printers."""
        self.sections.choose(PRINTERS)

    @Slot(object)
    def _choose(self, section: object) -> None:
        assert isinstance(section, int)
        self.stack.setCurrentIndex(section)
