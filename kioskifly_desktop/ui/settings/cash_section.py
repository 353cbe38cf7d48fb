"""Cajas: how a drawer is counted at its close, and what money leaves the registers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sessions import (
    EXPENSE_KIND_NAMES,
    CategoryRow,
    archive_category,
    list_categories,
)
from kioskifly_desktop.core.settings import change_preferences, get_preference
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.sessions.words import BLIND_PREFERENCE, NO, YES
from kioskifly_desktop.ui.settings.expense_dialog import ExpenseDialog
from kioskifly_desktop.ui.settings.finder import SYNONYMS
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.list_card import ListCard
from kioskifly_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class CashSection(Section):
    """Counting blind, for cashiers, and the concepts of what is paid out."""

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
        self._add_concepts()
        self.column.addStretch()
        self.setFocusProxy(self.blind)

    def _add_concepts(self) -> None:
        self.add_button = button(self.tr("Agregar"))
        self.rename_button = button(self.tr("Cambiar el nombre"))
        self.archive_button = button(self.tr("Archivar"))
        self.concepts: ListCard[CategoryRow] = ListCard(
            self.tr("Conceptos de retiro"),
            [
                Column(self.tr("Concepto"), lambda row: row.name),
                Column(self.tr("Qué es"), lambda row: said(EXPENSE_KIND_NAMES[row.kind])),
                Column(
                    self.tr("Estado"),
                    lambda row: self.tr("Archivado") if row.archived else self.tr("En uso"),
                ),
            ],
            {1: 190, 2: 130},
            lambda: self.shop.read(list_categories, archived=True),
            [
                (self.add_button, self.add),
                (self.rename_button, self.rename),
                (self.archive_button, self.archive),
            ],
        )
        self.concepts.table.selectionModel().currentRowChanged.connect(self._offer)
        card = self.add_card(
            self.tr("Conceptos de retiro"),
            self.tr(
                "En qué se va la plata que sale de una caja: lo pregunta cada retiro, y con eso "
                "el informe «Resultado» dice qué quedó del mes."
            ),
            self.concepts,
        )
        also = self.tr("gastos rubros categorías alquiler sueldos proveedor egreso")
        card.setProperty(SYNONYMS, also)

    def refresh(self) -> None:
        """Show the stored choice and the concepts."""
        super().refresh()
        self.concepts.refresh()
        self.concepts.setEnabled(self.shop.user.may(Permission.SETTINGS))
        self._offer()
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
            self.toasts.show(words_of(error), error=True)
            self.refresh()

    @Slot()
    def _offer(self) -> None:
        row = self.concepts.chosen()
        words = self.tr("Recuperar") if row is not None and row.archived else self.tr("Archivar")
        self.archive_button.setText(words)
        self.archive_button.setAccessibleName(words)
        # The first stays: it is where what has no concept goes.
        self.archive_button.setEnabled(row is not None and row != self.concepts.model.rows[0])

    def add(self) -> None:
        """Ask for a new concept."""
        self._open(ExpenseDialog(self.shop, self.toasts, self.window()))

    def rename(self) -> None:
        """Ask for another name of the chosen concept."""
        if (row := self.concepts.chosen()) is not None:
            self._open(ExpenseDialog(self.shop, self.toasts, self.window(), row))

    def archive(self) -> None:
        """Retire the chosen concept, or bring it back."""
        if (row := self.concepts.chosen()) is not None:
            try:
                self.shop.write(archive_category, row.id, archived=not row.archived)
            except ShopError as error:
                self.toasts.show(words_of(error), error=True)

    def _open(self, dialog: ExpenseDialog) -> None:
        dialog.returns_to(self.concepts)
        dialog.open()
