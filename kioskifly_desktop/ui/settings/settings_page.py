"""Ajustes: the shop, its devices, its money, its keys and its look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.settings.backup_section import BackupSection
from kioskifly_desktop.ui.settings.bot_section import BotSection
from kioskifly_desktop.ui.settings.cash_section import CashSection
from kioskifly_desktop.ui.settings.keys_section import KeysSection
from kioskifly_desktop.ui.settings.look_section import LookSection
from kioskifly_desktop.ui.settings.means_section import MeansSection
from kioskifly_desktop.ui.settings.plan_section import PlanSection
from kioskifly_desktop.ui.settings.printers_section import PrintersSection
from kioskifly_desktop.ui.settings.profile_section import ProfileSection
from kioskifly_desktop.ui.settings.scale_section import ScaleSection
from kioskifly_desktop.ui.settings.scanner_section import ScannerSection
from kioskifly_desktop.ui.settings.section_list import Entry, SectionList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class SettingsPage(Page):
    """One section at a time, chosen at the left."""

    page_id = keys.SETTINGS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Ajustes"))
        self.profile = ProfileSection(shop, toasts)
        self.printers = PrintersSection(shop, toasts)
        self.scanner = ScannerSection(shop, toasts)
        self.scale = ScaleSection(shop, toasts)
        self.cash = CashSection(shop, toasts)
        self.means = MeansSection(shop, toasts)
        self.keys = KeysSection(shop, toasts)
        self.look = LookSection(shop)
        self.bot = BotSection(shop, toasts)
        self.backups = BackupSection(shop, toasts)
        self.plan = PlanSection(shop, toasts)
        entries = {
            self.profile: Entry(self.tr("Negocio"), "store"),
            self.printers: Entry(self.tr("Impresora"), "printer"),
            self.scanner: Entry(self.tr("Lector"), "scan-barcode"),
            self.scale: Entry(self.tr("Balanza"), "scale"),
            self.cash: Entry(self.tr("Cajas"), "banknote"),
            self.means: Entry(self.tr("Medios de pago"), "credit-card"),
            self.keys: Entry(self.tr("Teclas"), "keyboard"),
            self.look: Entry(self.tr("Apariencia"), "settings"),
            self.bot: Entry(self.tr("Kiosk-IA"), "bot"),
            self.backups: Entry(self.tr("Copias"), "archive"),
            self.plan: Entry(self.tr("Plan"), "circle-check"),
        }
        self.sections = SectionList(tuple(entries.values()), self.tr("Sección"))
        self.stack = QStackedWidget()
        for section in entries:
            self.stack.addWidget(section)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sections)
        row.addWidget(self.stack, 1)
        self.content.addLayout(row, 1)
        self.sections.chosen.connect(self.stack.setCurrentIndex)

    def refresh(self) -> None:
        """Read every section."""
        for refresh in (
            self.profile.refresh,
            self.printers.refresh,
            self.scanner.refresh,
            self.scale.refresh,
            self.cash.refresh,
            self.means.refresh,
            self.keys.refresh,
            self.look.refresh,
            self.bot.refresh,
            self.backups.refresh,
            self.plan.refresh,
        ):
            refresh()

    def focus_main(self) -> None:
        """Go to the first input of the section."""
        section = self.stack.currentWidget()
        assert section is not None
        section.setFocus()

    def on_scan(self, code: str) -> None:
        """Give a scanned code to the section that has a use for it."""
        if self.stack.currentWidget() is self.scale:
            self.scale.on_scan(code)
        else:
            super().on_scan(code)

    def show_printers(self) -> None:
        """Open the section of the printers."""
        self.show_section(self.printers)

    def show_copies(self) -> None:
        """Open the section of the copies."""
        self.show_section(self.backups)

    def show_section(self, section: QWidget) -> None:
        """Open a section."""
        self.sections.choose(self.stack.indexOf(section))
