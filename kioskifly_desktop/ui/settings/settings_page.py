"""Ajustes: the shop, its devices, its money, its keys and its look."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.settings.activity_section import ActivitySection
from kioskifly_desktop.ui.settings.backup_section import BackupSection
from kioskifly_desktop.ui.settings.bot_section import BotSection
from kioskifly_desktop.ui.settings.cash_section import CashSection
from kioskifly_desktop.ui.settings.debt_section import DebtSection
from kioskifly_desktop.ui.settings.finder import Setting, index
from kioskifly_desktop.ui.settings.keys_section import KeysSection
from kioskifly_desktop.ui.settings.look_section import LookSection
from kioskifly_desktop.ui.settings.means_section import MeansSection
from kioskifly_desktop.ui.settings.people_section import PeopleSection
from kioskifly_desktop.ui.settings.plan_section import PlanSection
from kioskifly_desktop.ui.settings.points_section import PointsSection
from kioskifly_desktop.ui.settings.printers_section import PrintersSection
from kioskifly_desktop.ui.settings.profile_section import ProfileSection
from kioskifly_desktop.ui.settings.program_section import ProgramSection
from kioskifly_desktop.ui.settings.promotions_section import PromotionsSection
from kioskifly_desktop.ui.settings.scale_section import ScaleSection
from kioskifly_desktop.ui.settings.scanner_section import ScannerSection
from kioskifly_desktop.ui.settings.search_box import SearchBox, show_setting
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.section_list import Entry, SectionList
from kioskifly_desktop.ui.settings.usual import Usual

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_AnySection: TypeAlias = Section | ActivitySection | KeysSection | PrintersSection | ProfileSection
_S = TypeVar("_S", bound=_AnySection)


class _Stack(QStackedWidget):
    """The sections, of which only the one shown asks for room."""

    def minimumSizeHint(self) -> QSize:
        """Return what the section shown needs."""
        section = self.currentWidget()
        return section.minimumSizeHint() if section else super().minimumSizeHint()


class SettingsPage(Page):
    """One section at a time, chosen at the left or found by its words."""

    page_id = keys.SETTINGS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Ajustes"))
        self._built: list[_AnySection] = []
        self._entries = self._names()
        self._places = tuple(self._entries)
        self.sections = SectionList(tuple(self._entries.values()), self.tr("Sección"))
        self.stack = _Stack()
        self.search = SearchBox(self, self._settings)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.search)
        side.addWidget(self.sections, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(side)
        row.addWidget(self.stack, 1)
        self.content.addLayout(row, 1)
        self.sections.chosen.connect(self._show)
        self.search.picked.connect(self.show_found)
        self._show(0)

    def _names(self) -> dict[str, Entry]:
        return {
            "profile": Entry(
                self.tr("Negocio"), "store", self.tr("kiosco comercio datos empresa encabezado")
            ),
            "people": Entry(
                self.tr("Personas"), "users", self.tr("usuarios empleados cajeros clave pin")
            ),
            "printers": Entry(
                self.tr("Impresora"), "printer", self.tr("ticketera comandera tickets papel")
            ),
            "scanner": Entry(
                self.tr("Lector"), "scan-barcode", self.tr("escáner pistola código de barras")
            ),
            "scale": Entry(self.tr("Balanza"), "scale", self.tr("peso kilo etiquetas fiambre")),
            "cash": Entry(self.tr("Cajas"), "banknote", self.tr("arqueo cierre turno")),
            "debts": Entry(
                self.tr("Fiado"),
                "notebook-pen",
                self.tr("deuda cuenta corriente inflación precio de hoy actualizar"),
            ),
            "means": Entry(
                self.tr("Medios de pago"),
                "credit-card",
                self.tr("tarjeta débito crédito transferencia qr mercado pago"),
            ),
            "promotions": Entry(
                self.tr("Promociones"),
                "percent",
                self.tr("ofertas 2x1 combo descuento grupos mayorista lista de precios"),
            ),
            "points": Entry(
                self.tr("Puntos"), "sparkles", self.tr("fidelidad premios canje cumpleaños")
            ),
            "keys": Entry(self.tr("Teclas"), "keyboard", self.tr("atajos teclado")),
            "look": Entry(self.tr("Apariencia"), "settings", self.tr("pantalla aspecto")),
            "bot": Entry(
                self.tr("Kiosk-IA"), "bot", self.tr("inteligencia artificial ofertas mensajes")
            ),
            "backups": Entry(
                self.tr("Copias"), "archive", self.tr("backup respaldo resguardo seguridad")
            ),
            "activity": Entry(
                self.tr("Actividad"), "history", self.tr("auditoría historial quién hizo registro")
            ),
            "plan": Entry(self.tr("Plan"), "circle-check", self.tr("licencia suscripción límite")),
            "program": Entry(
                self.tr("El programa"), "refresh-cw", self.tr("acerca de versión soporte licencias")
            ),
        }

    @cached_property
    def profile(self) -> ProfileSection:
        """Negocio."""
        return self._place(ProfileSection(self.shop, self.toasts))

    @cached_property
    def people(self) -> PeopleSection:
        """Personas."""
        return self._place(PeopleSection(self.shop, self.toasts))

    @cached_property
    def printers(self) -> PrintersSection:
        """Impresora."""
        return self._place(PrintersSection(self.shop, self.toasts))

    @cached_property
    def scanner(self) -> ScannerSection:
        """Lector."""
        return self._place(ScannerSection(self.shop, self.toasts))

    @cached_property
    def scale(self) -> ScaleSection:
        """Balanza."""
        return self._place(ScaleSection(self.shop, self.toasts))

    @cached_property
    def cash(self) -> CashSection:
        """Cajas."""
        return self._place(CashSection(self.shop, self.toasts))

    @cached_property
    def debts(self) -> DebtSection:
        """Fiado."""
        return self._place(DebtSection(self.shop, self.toasts))

    @cached_property
    def means(self) -> MeansSection:
        """Medios de pago."""
        return self._place(MeansSection(self.shop, self.toasts))

    @cached_property
    def promotions(self) -> PromotionsSection:
        """Promociones."""
        return self._place(PromotionsSection(self.shop, self.toasts))

    @cached_property
    def points(self) -> PointsSection:
        """Puntos."""
        return self._place(PointsSection(self.shop, self.toasts))

    @cached_property
    def keys(self) -> KeysSection:
        """Teclas."""
        return self._place(KeysSection(self.shop, self.toasts))

    @cached_property
    def look(self) -> LookSection:
        """Apariencia."""
        return self._place(LookSection(self.shop, self.toasts))

    @cached_property
    def bot(self) -> BotSection:
        """Kiosk-IA."""
        return self._place(BotSection(self.shop, self.toasts))

    @cached_property
    def backups(self) -> BackupSection:
        """Copias."""
        return self._place(BackupSection(self.shop, self.toasts))

    @cached_property
    def activity(self) -> ActivitySection:
        """Actividad."""
        return self._place(ActivitySection(self.shop, self.toasts))

    @cached_property
    def plan(self) -> PlanSection:
        """Plan."""
        return self._place(PlanSection(self.shop, self.toasts))

    @cached_property
    def program(self) -> ProgramSection:
        """El programa."""
        return self._place(ProgramSection(self.shop, self.toasts))

    def _place(self, section: _S) -> _S:
        """Put a section, which is made when it is first wanted, among the others."""
        self.stack.addWidget(section)
        self._built.append(section)
        if not self._stale:
            self._read(section)
        return section

    @staticmethod
    def _read(section: _AnySection) -> None:
        section.refresh()
        for usual in section.findChildren(Usual):
            usual.follow()

    def refresh(self) -> None:
        """Read every section there is yet."""
        for section in self._built:
            self._read(section)

    def _settings(self) -> list[Setting]:
        return index(self._entries, {place: getattr(self, place) for place in self._places})

    @property
    def place(self) -> str:
        """The name of the section that is shown."""
        made = vars(self)
        shown = self.stack.currentWidget()
        return next(place for place in self._places if made.get(place) is shown)

    @Slot(int)
    def _show(self, position: int) -> None:
        self.stack.setCurrentWidget(getattr(self, self._places[position]))
        self.stack.updateGeometry()

    @Slot(object)
    def show_found(self, setting: Setting) -> None:
        """Open the section of a setting that was looked for, and mark it."""
        self.sections.choose(self._places.index(setting.place))
        # Its place is known once the section is laid out.
        QTimer.singleShot(0, self, lambda: show_setting(setting))

    def focus_main(self) -> None:
        """Go to the search, as everywhere."""
        self.search.setFocus()

    def on_scan(self, code: str) -> None:
        """Give a scanned code to the section that has a use for it."""
        section = self.stack.currentWidget()
        if isinstance(section, ScaleSection):
            section.on_scan(code)
        else:
            super().on_scan(code)

    def show_printers(self) -> None:
        """Open the section of the printers."""
        self.show_section(self.printers)

    def show_copies(self) -> None:
        """Open the section of the copies."""
        self.show_section(self.backups)

    def show_program(self) -> None:
        """Open the section of the program itself."""
        self.show_section(self.program)

    def show_section(self, section: QWidget) -> None:
        """Open a section."""
        made = vars(self)
        position = next(n for n, place in enumerate(self._places) if made.get(place) is section)
        self.sections.choose(position)
