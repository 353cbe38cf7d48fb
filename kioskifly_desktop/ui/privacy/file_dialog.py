"""Datos personales: all that is held of a client, to hand over or to delete."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kioskifly_desktop.core.documents import PdfPage
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.privacy import card_words, client_file, file_paper, note_taken
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.privacy.anonymise_dialog import AnonymiseDialog
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_PDF, _JSON = ".pdf", ".json"
_SIZE = (640, 0)
_CAPTION = 190


class PersonalDataDialog(Dialog):
    """The card, how much more there is, and what can be done with it."""

    def __init__(self, shop: Shop, client_id: int, toasts: ToastHost, parent: QWidget) -> None:
        self.file: dict[str, Any] = shop.read(client_file, client_id)
        name = self.file["client"]["name"]
        super().__init__(parent, "", size=_SIZE)
        self.set_title(self.tr("Datos personales"), name)
        self._shop = shop
        self._client_id = client_id
        self._toasts = toasts
        self.card = [(said(name), said(words)) for name, words in card_words(self.file["client"])]
        self.body.addWidget(self._card())
        self.more = label(self._more_words(), "muted")
        self.more.setWordWrap(True)
        self.body.addWidget(self.more)
        law = label(
            self.tr(
                "Es del cliente: si te lo pide, se lo das gratis dentro de los 10 días (Ley "
                "25.326). La copia lleva todo: la ficha, la cuenta, las compras y los mensajes."
            ),
            "muted",
        )
        law.setWordWrap(True)
        self.body.addWidget(law)
        self.error = Notice("")
        self.error.hide()
        self.body.addWidget(self.error)
        self.body.addStretch()
        self.forget_button = button(self.tr("Anonimizar…"), icon_name="trash-2")
        self.forget_button.clicked.connect(self.forget)
        self.cancel_button = button(self.tr("Cerrar"))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = button(self.tr("Guardar una copia…"), "primary", icon_name="download")
        self.save_button.clicked.connect(self.ask_where)
        self.add_buttons(self.cancel_button, self.save_button, left=self.forget_button)
        self.save_button.setFocus()

    def _card(self) -> QWidget:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 18, 14)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, _CAPTION)
        grid.setColumnStretch(1, 1)
        for row, (caption, words) in enumerate(self.card):
            told = label(words)
            told.setWordWrap(True)
            told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            told.setAccessibleName(f"{caption}: {words}")
            grid.addWidget(label(caption, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, row, 1)
        inside.addLayout(grid)
        return frame

    def _more_words(self) -> str:
        """Return how much there is besides the card."""
        names = {
            "movements": (self.tr("movimiento"), self.tr("movimientos")),
            "sales": (self.tr("compra o devolución"), self.tr("compras y devoluciones")),
            "papers": (self.tr("comprobante"), self.tr("comprobantes")),
            "messages": (self.tr("mensaje"), self.tr("mensajes")),
            "promises": (self.tr("promesa"), self.tr("promesas")),
            "audit": (self.tr("línea de la actividad"), self.tr("líneas de la actividad")),
        }
        parts = [
            f"{count} {words[count > 1]}"
            for key, words in names.items()
            if (count := self._held(key))
        ]
        if not parts:
            return self.tr("No hay nada más.")
        also = self.tr("Además hay: {parts}.").format(parts=", ".join(parts))
        others = [each["client"]["name"] for each in self.file["merged"]]
        if others:
            also += " " + self.tr("También figuró como {names}.").format(names=", ".join(others))
        return also

    def _held(self, key: str) -> int:
        return sum(len(each[key]) for each in (self.file, *self.file["merged"]))

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file: a PDF to read, or a JSON for another program."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self, self.tr("Guardar una copia"), home)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        plain = self.tr("Para otro programa (*.json)")
        chooser.setNameFilters([self.tr("Para leer o imprimir (*.pdf)"), plain])
        chooser.setDefaultSuffix(_PDF)
        chooser.filterSelected.connect(
            lambda chosen: chooser.setDefaultSuffix(_JSON if chosen == plain else _PDF)
        )
        chooser.selectFile(self.tr("Datos de {name}").format(name=self.file["client"]["name"]))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.save(Path(path)))
        chooser.open()

    def save(self, path: Path) -> None:
        """Write what is held to a file, in a thread, and that it was taken out."""
        shop, file = self._shop, self.file
        paper = shop.read(file_paper, file)
        self.save_button.setEnabled(False)
        self.error.hide()

        def write() -> None:
            if path.suffix == _JSON:
                text = json.dumps(file, ensure_ascii=False, indent=2)
                shop.exchange.write_text(path, text)
            else:
                shop.paper.save_pdf(paper, path, PdfPage.A4)

        background.run(self, write, lambda _: self._saved(path), self._not_saved, must_end=True)

    def reject(self) -> None:
        """Leave, once what is being taken out is written down."""
        if not background.has_to_end(self):
            super().reject()

    def _saved(self, path: Path) -> None:
        self.save_button.setEnabled(True)
        self._shop.write(note_taken, self._client_id, path.name)
        self._toasts.show(self.tr("{name} guardado.").format(name=path.name))

    def _not_saved(self, error: ShopError) -> None:
        self.save_button.setEnabled(True)
        self.error.words.setText(words_of(error))
        self.error.show()

    @Slot()
    def forget(self) -> None:
        """Ask before deleting who they are."""
        name = self.file["client"]["name"]
        dialog = AnonymiseDialog(self._shop, self._client_id, name, self._toasts, self)
        dialog.accepted.connect(self.accept)
        dialog.open()


def open_personal_data(shop: Shop, client_id: int, toasts: ToastHost, parent: QWidget) -> None:
    """Show what is held of a client to who may see it, or say why not."""
    try:
        PersonalDataDialog(shop, client_id, toasts, parent).open()
    except ShopError as error:
        toasts.show(words_of(error), error=True)


def may_see(shop: Shop) -> bool:
    """Tell whether the person may see all that is held of a client."""
    return shop.user.may(Permission.PRIVACY)
