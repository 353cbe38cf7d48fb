"""Logo del ticket: the picture on top of every paper, as it will be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.logo import MAX_HEIGHT, MAX_WIDTH, Logo, save_logo, shop_logo
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.printing.logo_image import logo_image, read_logo
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_EDGE = 8


class LogoCard(QFrame):
    """Chooses the logo, shows it and forgets it."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._shop = shop
        self._toasts = toasts
        self.picture = QLabel()
        self.hint = label("", "muted")
        self.hint.setWordWrap(True)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.choose_button = button(self.tr("Elegir imagen…"))
        self.choose_button.clicked.connect(self.choose)
        self.remove_button = button(self.tr("Quitar"), "link")
        self.remove_button.clicked.connect(self.remove)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(self.tr("Logo del ticket"), "subtitle"))
        words.addWidget(self.hint)
        words.addWidget(self.error)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        for each in (self.remove_button, self.choose_button):
            top.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 14, 14)
        outer.setSpacing(10)
        outer.addLayout(top)
        outer.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self, *, printed: bool) -> None:
        """Read the logo; `printed` is whether a printer prints it."""
        admin = self._shop.user.may(Permission.SETTINGS)
        logo = self._shop.read(shop_logo)
        self.choose_button.setVisible(admin)
        self.remove_button.setVisible(admin and logo is not None)
        self.picture.setVisible(logo is not None)
        if logo is None:
            hint = self.tr(
                "Va arriba de cada papel, en blanco y negro, hasta {width} por {height}."
            )
            self.hint.setText(hint.format(width=MAX_WIDTH, height=MAX_HEIGHT))
            self.picture.clear()
            return
        self.picture.setPixmap(_on_paper(logo))
        self.picture.setAccessibleName(self.tr("El logo como sale impreso"))
        used = self.tr("Así sale impreso.")
        unused = self.tr(
            "Así saldría impreso. Ninguna impresora lo imprime: editala y marcá «Imprimir el logo»."
        )
        self.hint.setText(used if printed else unused)

    @Slot()
    def choose(self) -> None:
        """Ask for the picture."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = self.tr("Imágenes (*.png *.jpg *.jpeg *.bmp *.gif *.webp)")
        chooser = QFileDialog(self, self.tr("Elegir el logo"), home, kinds)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.take(Path(path)))
        chooser.open()

    def take(self, path: Path) -> None:
        """Make a file's picture the logo, or say why not; a photograph takes a while to read."""
        self.error.hide()
        self.choose_button.setEnabled(False)
        background.run(self, lambda: read_logo(path), self._taken, self._refuse)

    def _taken(self, logo: Logo) -> None:
        self.choose_button.setEnabled(True)
        self._save(logo)

    @Slot()
    def remove(self) -> None:
        """Forget the logo."""
        self._save(None)

    def _save(self, logo: Logo | None) -> None:
        self.error.hide()
        try:
            self._shop.write(save_logo, logo)
        except ShopError as error:
            self._refuse(error)
            return
        words = self.tr("Logo guardado.") if logo else self.tr("Logo quitado.")
        self._toasts.show(words)

    def _refuse(self, error: ShopError) -> None:
        self.choose_button.setEnabled(True)
        self.error.setText(words_of(error))
        self.error.show()


def _on_paper(logo: Logo) -> QPixmap:
    """Return the logo on a piece of paper, white in both looks."""
    result = QPixmap(QSize(logo.width + 2 * _EDGE, logo.height + 2 * _EDGE))
    result.fill(Qt.GlobalColor.white)
    painter = QPainter(result)
    painter.drawImage(_EDGE, _EDGE, logo_image(logo))
    painter.end()
    return result
