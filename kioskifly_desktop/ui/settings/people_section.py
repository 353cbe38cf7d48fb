"""Personas: who uses the program, what each one may, their PINs, and when the screen is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from kioskifly_desktop.core.access import waits_until
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_time
from kioskifly_desktop.core.permissions import ROLE_NAMES, Permission
from kioskifly_desktop.core.plan import Limit, limit_missing, plan_uses
from kioskifly_desktop.core.settings import change_preferences
from kioskifly_desktop.core.users import (
    deactivate_user,
    get_person,
    list_people,
    reactivate_user,
)
from kioskifly_desktop.ui.people.idle import AUTO_LOCK, auto_lock_minutes
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.person_dialogs import PersonDialog, PinDialog
from kioskifly_desktop.ui.settings.rescue_code import RescueCodeCard
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.theme import px, theme
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import ask
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.users import Person
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_ROW = 48
_MOST_ROWS, _LEAST_ROWS = 6, 2
_HEADER = 46
_TWO_LINES = 36
_MINUTES = (1, 2, 5, 10, 15, 30, 60)


class PeopleSection(Section):
    """The people for an administrator; for a cashier, their own PIN."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self.model: RowsModel[Person] = RowsModel(
            [
                Column(self.tr("Nombre"), self._name_words),
                Column(self.tr("Rol"), lambda person: said(ROLE_NAMES[person.role])),
                Column(self.tr("PIN"), self._pin_words),
            ],
            self._fetch,
            parent=self,
        )
        self.table = rows_table(self.model, self.tr("Personas"), {1: 140, 2: 100}, row_height=_ROW)
        self.table.activated.connect(self.edit)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        self.use = label("", "muted")
        self.use.setWordWrap(True)
        self.add_button = button(self.tr("Agregar"), "primary", icon_name="user-plus")
        self.edit_button = button(self.tr("Cambiar"), icon_name="pencil")
        self.pin_button = button(self.tr("PIN"), icon_name="lock")
        self.active_button = button("")
        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.pin_button.clicked.connect(self.change_pin)
        self.active_button.clicked.connect(self.toggle_active)
        self.people = self.add_card(
            self.tr("Personas"),
            self.tr("Quién usa el programa. Lo que hizo alguien desactivado queda a su nombre."),
            self.table,
            self._buttons(),
        )
        self.rescue_code = RescueCodeCard(shop)
        self.rescue = self.add_card(
            self.tr("Código de rescate"),
            self.tr(
                "Para cuando un administrador se olvida el PIN: con este código se pone otro desde "
                "la pantalla bloqueada. Va en papel, en un sobre, y vale una sola vez."
            ),
            self.rescue_code,
        )
        self.minutes = QComboBox()
        self.minutes.addItem(self.tr("Nunca"), 0)
        for minutes in _MINUTES:
            self.minutes.addItem(self._minutes_words(minutes), minutes)
        self.minutes.activated.connect(self.save_minutes)
        self.auto_lock = self.add_card(
            self.tr("Bloqueo automático"),
            self.tr("Si nadie toca nada, la pantalla se bloquea y pide el PIN. La venta queda."),
            self._minutes_row(),
        )
        self.own_button = button("", icon_name="lock")
        self.own_button.clicked.connect(self.change_own_pin)
        self.own_words = label("", "muted")
        self.own = self.add_card(
            self.tr("Mi PIN"),
            self.tr("Con él entrás vos y nadie más en tu lugar."),
            self.own_words,
            self._own_row(),
        )
        self.column.addStretch()
        theme.changed.connect(self.refresh)

    def _buttons(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.add_button, self.edit_button, self.pin_button, self.active_button):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.use)
        column.addLayout(row)
        return column

    def _minutes_row(self) -> QHBoxLayout:
        field = Field(self.tr("Se bloquea después de"), self.minutes)
        self.minutes_field = field
        self.minutes.setFixedWidth(240)
        row = QHBoxLayout()
        row.addWidget(field)
        row.addStretch()
        return row

    def _own_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.own_button)
        row.addStretch()
        return row

    def refresh(self) -> None:
        """Read the people; the chosen one stays chosen."""
        super().refresh()
        self.notice.hide()
        manages = self.shop.user.may(Permission.USERS)
        self.people.setVisible(manages)
        self.rescue.setVisible(manages)
        self.auto_lock.setVisible(manages)
        self.own.setHidden(manages)
        self.setFocusProxy(self.table if manages else self.own_button)
        self._show_own(self.shop.read(get_person, self.shop.user.id))
        if manages:
            self._show_people()
            self.rescue_code.refresh()

    def _show_own(self, person: Person) -> None:
        self.own_words.setText(
            self.tr("Ya tenés uno.")
            if person.has_pin
            else self.tr("Todavía no tenés: cualquiera puede entrar con tu nombre.")
        )
        words = self.tr("Cambiar mi PIN") if person.has_pin else self.tr("Poner mi PIN")
        self.own_button.setText(f"  {words}")
        self.own_button.setAccessibleName(words)

    def _show_people(self) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self.model.reload()
        self.table.setCurrentIndex(self.model.index(min(row, len(self.model.rows) - 1), 0))
        shown = min(max(len(self.model.rows), _LEAST_ROWS), _MOST_ROWS)
        self.table.setFixedHeight(
            shown * self.table.verticalHeader().defaultSectionSize() + px(_HEADER)
        )
        missing = said(self.shop.read(limit_missing, Limit.USERS))
        use = next(use for use in self.shop.read(plan_uses) if use.limit is Limit.USERS)
        self.use.setText(missing or self.tr("Tu plan: {use}.").format(use=use))
        set_tone(self.use, "warning" if missing else "muted")
        # A card narrower than the page is given the height of a line less.
        self.use.setMinimumHeight(px(_TWO_LINES) if missing else 0)
        self.add_button.setEnabled(not missing)
        minutes = self.shop.read(auto_lock_minutes)
        if self.minutes.findData(minutes) < 0:
            self.minutes.addItem(self._minutes_words(minutes), minutes)
        self.minutes.setCurrentIndex(self.minutes.findData(minutes))
        guarded = any(person.has_pin and person.active for person in self.model.rows)
        self.minutes_field.set_hint(
            self.tr("De fábrica, 10 minutos: alcanza para atender sin pedir el PIN a cada rato.")
            if guarded
            else self.tr("Sin ningún PIN, no se bloquea.")
        )
        self._offer()

    def _fetch(self, after: Person | None, _limit: int) -> Sequence[Person]:
        return self.shop.read(list_people) if after is None else ()

    def _name_words(self, person: Person) -> str:
        note = ""
        if not person.active:
            note = self.tr("Desactivado")
        elif until := self.shop.read(waits_until, person.id):
            note = self.tr("Su PIN espera hasta las {time}").format(time=format_time(until))
        elif person.id == self.shop.user.id:
            note = self.tr("En el mostrador")
        return f"{person.name}\n{note}" if note else person.name

    def _pin_words(self, person: Person) -> str:
        return self.tr("Con PIN") if person.has_pin else self.tr("Sin PIN")

    def _minutes_words(self, minutes: int) -> str:
        return (
            self.tr("1 minuto")
            if minutes == 1
            else self.tr("{count} minutos").format(count=minutes)
        )

    def _chosen(self) -> Person | None:
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    @Slot()
    def _offer(self) -> None:
        """Offer what can be done with the chosen person."""
        person = self._chosen()
        for each in (self.edit_button, self.pin_button, self.active_button):
            each.setEnabled(person is not None)
        if person is None:
            return
        pin = self.tr("Cambiar el PIN") if person.has_pin else self.tr("Poner un PIN")
        self.pin_button.setAccessibleName(pin)
        self.pin_button.setToolTip(pin)
        active = self.tr("Desactivar") if person.active else self.tr("Reactivar")
        self.active_button.setText(active)
        self.active_button.setAccessibleName(active)

    @Slot()
    def add(self) -> None:
        """Ask for a new person."""
        self._open(PersonDialog(self.shop, self.toasts, self.window()))

    @Slot()
    def edit(self) -> None:
        """Ask for the chosen person's name and role."""
        if (person := self._chosen()) is not None:
            self._open(PersonDialog(self.shop, self.toasts, self.window(), person))

    @Slot()
    def change_pin(self) -> None:
        """Ask for the chosen person's PIN."""
        if (person := self._chosen()) is not None:
            self._open(PinDialog(self.shop, self.toasts, self.window(), person))

    @Slot()
    def change_own_pin(self) -> None:
        """Ask for the PIN of who is at the counter."""
        person = self.shop.read(get_person, self.shop.user.id)
        self._open(PinDialog(self.shop, self.toasts, self.window(), person))

    @Slot()
    def toggle_active(self) -> None:
        """Keep the chosen person out, after asking, or let them in again."""
        person = self._chosen()
        if person is None:
            return
        if person.active:
            question = ask(
                self.window(),
                self.tr("¿Desactivar a {name}?").format(name=person.name),
                self.tr("Ya no entra. Lo que hizo queda a su nombre, y podés reactivarlo."),
                self.tr("Desactivar"),
                lambda: self.shop.write(deactivate_user, person.id),
            )
            question.accepted.connect(lambda: self._see_off(person))
            return
        try:
            self.shop.write(reactivate_user, person.id)
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("{name} entra de nuevo.").format(name=person.name))

    def _see_off(self, person: Person) -> None:
        self.toasts.show(self.tr("{name} ya no entra.").format(name=person.name))
        if person.id == self.shop.user.id:
            self.shop.lock_wanted.emit()

    @Slot()
    def save_minutes(self) -> None:
        """Keep after how long the screen is locked."""
        try:
            self.shop.write(change_preferences, {AUTO_LOCK: str(self.minutes.currentData())})
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("Bloqueo automático guardado."))

    def _open(self, dialog: PersonDialog | PinDialog) -> None:
        dialog.returns_to(self)
        dialog.open()
