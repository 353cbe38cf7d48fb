"""El programa: its version, whether to ask for newer ones, and what to do when it goes wrong."""

from __future__ import annotations

import platform
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop import __version__
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.updates import (
    Release,
    allow_question,
    asks_for_updates,
    last_asked,
    newer_release,
)
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.copy_words import moment_words
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.settings.finder import SYNONYMS
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.support.parts import PARTS
from kioskifly_desktop.ui.support.report_dialog import ReportDialog
from kioskifly_desktop.ui.support.update_watch import keep_answer, news_words, open_page
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class ProgramSection(Section):
    """Everybody may save a report; newer versions are administration's business."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._asking = False
        self._release: Release | None = None
        self.add_card(
            self.tr("Si algo anda mal"),
            self.tr(
                "El informe junta en un archivo las versiones, lo elegido en Ajustes, la revisión "
                "de los libros y los últimos errores, sin datos de nadie. Lo ves entero antes de "
                "guardarlo, y lo mandás vos a quien te ayuda."
            ),
            self._trouble_row(),
        )
        updates = self.add_card(
            self.tr("Versiones nuevas"),
            self.tr(
                "La pregunta no dice nada de tu negocio ni qué versión tenés, y no se hace "
                "mientras vendés. Nunca se baja ni se instala nada solo."
            ),
            self._asking_column(),
            self._news(),
        )
        updates.setProperty(SYNONYMS, self.tr("actualización actualizar update internet"))
        self.version = label(
            f"Kioskifly {__version__} · Qt {qVersion()} · Python {platform.python_version()}"
        )
        made_of = ", ".join(f"{name} ({said(licence)})" for name, licence in PARTS.items())
        self.parts = label(self.tr("Está hecho con {parts}.").format(parts=made_of), "muted")
        self.parts.setWordWrap(True)
        self.add_card(
            self.tr("Esta versión"),
            self.tr("Cada parte tiene su licencia."),
            self.version,
            self.parts,
        )
        self.column.addStretch()
        self.setFocusProxy(self.report_button)

    def _trouble_row(self) -> QHBoxLayout:
        self.report_button = button(
            self.tr("Guardar informe de problema…"), "primary", icon_name="download"
        )
        self.report_button.clicked.connect(self.report)
        self.report_button.setProperty(SYNONYMS, self.tr("error falla soporte ayuda bug zip"))
        self.logs_button = button(self.tr("Abrir el registro"))
        self.logs_button.clicked.connect(self.open_logs)
        self.logs_button.setProperty(SYNONYMS, self.tr("log errores"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.report_button)
        row.addWidget(self.logs_button)
        row.addStretch()
        return row

    def _asking_column(self) -> QVBoxLayout:
        self.allowed = QCheckBox(self.tr("Preguntar una vez por día si hay una versión nueva"))
        self.allowed.clicked.connect(self.allow)
        field = Field(
            self.allowed.text(),
            self.allowed,
            hint=self.tr("De fábrica no. Si no hay internet, no pasa nada."),
        )
        self.ask_button = button(self.tr("Preguntar ahora"), icon_name="refresh-cw")
        self.ask_button.clicked.connect(self.ask_now)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.ask_button)
        row.addWidget(Usual(self.allowed, False, partial(self.allow, down=False)))
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(field)
        column.addLayout(row)
        return column

    def _news(self) -> QWidget:
        self.state = label("", "caption")
        self.notes = label("", "muted")
        self.address = label("", "muted")
        for each in (self.state, self.notes, self.address):
            each.setWordWrap(True)
        self.page_button = button(self.tr("Abrir la página de descarga"), icon_name="download")
        self.page_button.clicked.connect(self.open_page)
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.state, self.notes, self.address):
            column.addWidget(each)
        column.addWidget(self.page_button, 0, Qt.AlignmentFlag.AlignLeft)
        return result

    def refresh(self) -> None:
        """Read whether the shop allows the question, and what is known."""
        super().refresh()
        may = self.shop.user.may(Permission.SETTINGS)
        allowed = self.shop.read(asks_for_updates)
        self.allowed.setChecked(allowed)
        self.allowed.setEnabled(may)
        self.ask_button.setEnabled(may and allowed and not self._asking)
        self._release = self.shop.read(newer_release) if may else None
        self._show_state(told=may and allowed)

    def _show_state(self, *, told: bool) -> None:
        release, asked = self._release, self.shop.read(last_asked)
        if self._asking:
            words = self.tr("Preguntando…")
        elif release is not None:
            words = news_words(release)
        elif asked.at is None:
            words = self.tr("Todavía no se preguntó.")
        else:
            when = moment_words(asked.at, self.shop.database.clock())
            if asked.release is None:
                words = self.tr("La última vez que se preguntó, {when}, no hubo respuesta.")
            else:
                words = self.tr("No hay ninguna más nueva. Última vez que se preguntó: {when}.")
            words = words.format(when=when)
        self.state.setText(words)
        self.state.setVisible(told)
        set_tone(self.state, "" if release else "muted")
        self.notes.setText(release.notes if release else "")
        self.address.setText(release.page if release else "")
        for each in (self.notes, self.address):
            each.setVisible(bool(each.text()))
        self.page_button.setVisible(release is not None)

    @Slot(bool)
    def allow(self, down: bool) -> None:  # noqa: FBT001 - Qt's signature
        """Keep whether the program may ask, at once."""
        try:
            self.shop.write(allow_question, allowed=down)
        except ShopError as error:
            self.toasts.show(str(error), error=True)
        else:
            self.toasts.show(self.tr("Guardado."))
        self.refresh()

    @Slot()
    def ask_now(self) -> None:
        """Ask which version is the newest, and say why not if nobody knows."""
        if self._asking:
            return
        self._asking = True
        self.refresh()
        background.run(self, self.shop.support.latest_release, self._answered, self._unanswered)

    def _answered(self, release: Release) -> None:
        self._asking = False
        keep_answer(self.shop, release)
        self.refresh()

    def _unanswered(self, error: ShopError) -> None:
        self._asking = False
        keep_answer(self.shop, None)
        self.refresh()
        self.toasts.show(str(error), error=True)

    @Slot()
    def open_page(self) -> None:
        """Open in the browser the page the newer version is downloaded from."""
        if self._release is not None and not open_page(self._release):
            self.toasts.show(
                self.tr("No se pudo abrir el navegador. La dirección es {page}").format(
                    page=self._release.page
                ),
                error=True,
            )

    @Slot()
    def open_logs(self) -> None:
        """Show the folder of the log with the system's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shop.support.logs)))

    @Slot()
    def report(self) -> None:
        """Show what a problem report says, to save it."""
        ReportDialog(self.shop.support, self.window()).open()
