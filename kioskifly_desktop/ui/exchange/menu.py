"""The button of a page with what goes in and out of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from kioskifly_desktop.core.exports import ExportKind
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.exchange.duplicates_dialog import DuplicatesDialog
from kioskifly_desktop.ui.exchange.export_dialog import ExportDialog
from kioskifly_desktop.ui.exchange.import_dialog import ImportDialog
from kioskifly_desktop.ui.exchange.notebook_dialog import NotebookDialog
from kioskifly_desktop.ui.people.sign import sign_action
from kioskifly_desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from kioskifly_desktop.ui.page import Page

D = TypeVar("D", bound=QDialog)


class ExchangeButton:
    """A button with the menu of a page's files; `acts` are what it offers, by their words."""

    def __init__(self, page: Page, kind: ImportKind) -> None:
        self._page = page
        self.button: QPushButton = button(_tr("Archivos"), icon_name="file-spreadsheet")
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.acts: dict[str, Callable[[], object]] = {}
        self._needs: dict[QAction, Permission] = {}
        clients = kind is ImportKind.CLIENTS
        if clients:
            self._add(_tr("Pasar el cuaderno…"), self.open_notebook)
        words = (
            _tr("Traer clientes de un archivo…")
            if clients
            else _tr("Traer productos de un archivo…")
        )
        self._add(words, lambda: self.open_import(kind))
        if clients:
            words = _tr("Buscar clientes repetidos…")
            self._add(words, self.open_duplicates, Permission.ADJUST)
        self.menu.addSeparator()
        lists = ExportKind.CLIENTS if clients else ExportKind.PRODUCTS
        words = _tr("Guardar una lista en un archivo…")
        self._add(words, lambda: self.open_export(lists), Permission.EXPORT)
        self.button.setMenu(self.menu)

    def refresh(self) -> None:
        """Mark what an administrator authorizes for who is at the counter."""
        for action, permission in self._needs.items():
            sign_action(action, self._page.shop, permission)

    def open_import(self, kind: ImportKind) -> ImportDialog:
        """Open the import of clients or products."""
        page = self._page
        return _opened(ImportDialog(page.shop, kind, page.toasts, page.window()))

    def open_notebook(self) -> NotebookDialog:
        """Open the paper notebook."""
        page = self._page
        return _opened(NotebookDialog(page.shop, page.toasts, page.window()))

    def open_duplicates(self) -> DuplicatesDialog:
        """Open the clients who may be one."""
        page = self._page
        return _opened(DuplicatesDialog(page.shop, page.toasts, page.window()))

    def open_export(self, kind: ExportKind) -> ExportDialog:
        """Open what is taken out to a file."""
        page = self._page
        return _opened(ExportDialog(page.shop, kind, page.toasts, page.window()))

    def _add(
        self, words: str, act: Callable[[], object], permission: Permission = Permission.IMPORT
    ) -> None:
        self.acts[words] = act
        self._needs[self.menu.addAction(words, act)] = permission


def _opened(dialog: D) -> D:
    dialog.open()
    return dialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExchangeButton", text)
