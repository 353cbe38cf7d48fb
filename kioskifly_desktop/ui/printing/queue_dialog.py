"""What waits to be printed, why, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.core.outbox import (
    JobRow,
    JobState,
    confirm_job,
    discard_job,
    retry_job,
    waiting_jobs,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.sentences import kept, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone
from kioskifly_desktop.ui.widgets.notice import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.ui.shop import Shop

SHOWN = 30
_ICONS = {
    JobState.QUEUED: ("clock", "text_secondary"),
    JobState.BLOCKED: ("triangle-alert", "warning"),
    JobState.SENDING: ("printer", "action"),
    JobState.UNCERTAIN: ("triangle-alert", "warning"),
}


def state_words(job: JobRow) -> str:
    """Return where a job stands, in words."""
    if job.reason and job.state is not JobState.UNCERTAIN:
        words = {
            JobState.QUEUED: QCoreApplication.translate(
                "queue", "Esperando: «{reason}». Prueba de nuevo sola."
            ),
            JobState.BLOCKED: QCoreApplication.translate(
                "queue", "Bloqueada: «{reason}». Sigue sola cuando se arregle."
            ),
            JobState.SENDING: QCoreApplication.translate(
                "queue", "Imprimiendo, frenada: «{reason}». Sigue sola cuando se arregle."
            ),
        }[job.state]
        return words.format(reason=kept(job.reason))
    return {
        JobState.QUEUED: QCoreApplication.translate("queue", "Esperando"),
        JobState.BLOCKED: QCoreApplication.translate("queue", "Bloqueada"),
        JobState.SENDING: QCoreApplication.translate("queue", "Imprimiendo"),
        JobState.UNCERTAIN: QCoreApplication.translate("queue", "¿Salió el comprobante?"),
    }[job.state]


class QueueDialog(Dialog):
    """One card for each job that waits; it follows the printer by itself."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Por imprimir"), size=(760, 560))
        self._shop = shop
        self._shown: object = None
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.body.addLayout(self._cards)
        self.body.addStretch()
        self.error = label("", "error")
        self.error.setWordWrap(True)
        close = button(self.tr("Cerrar"))
        close.clicked.connect(self.reject)
        self.add_buttons(close, left=self.error)
        close.setFocus()
        shop.printing_changed.connect(self.refresh)
        shop.user_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the jobs again."""
        jobs = self._shop.read(waiting_jobs)
        if (jobs, self._shop.user) == self._shown:
            return
        self._shown = (jobs, self._shop.user)
        _clear(self._cards)
        self.set_title(self.tr("Por imprimir"), self._summary(jobs))
        # What only a person can settle comes first.
        first = sorted(jobs, key=lambda job: job.state is not JobState.UNCERTAIN)[:SHOWN]
        for place, job in enumerate(first, start=1):
            each = self._card(job)
            name_group(each, f"{place}. {kept(job.title)}, {self._details(job)}")
            self._cards.addWidget(each)
        if not jobs:
            text = self.tr("Los comprobantes que falten salir van a aparecer acá.")
            self._cards.addWidget(EmptyState("circle-check", self.tr("Todo impreso"), text))

    def _summary(self, jobs: list[JobRow]) -> str:
        papers = sum(not job.drawer for job in jobs)
        one = self.tr("1 comprobante sin imprimir")
        many = self.tr("{count} comprobantes sin imprimir").format(count=papers)
        parts = [one if papers == 1 else many] if papers else []
        if papers < len(jobs):
            parts.append(self.tr("el cajón por abrir"))
        if len(jobs) > SHOWN:
            parts.append(self.tr("se ven {shown}").format(shown=SHOWN))
        words = "; ".join(parts)
        return words[:1].upper() + words[1:]

    def _card(self, job: JobRow) -> QWidget:
        box = card()
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(icon_label(*_ICONS[job.state], 22, 1.9))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(kept(job.title), "subtitle"))
        state = label(state_words(job), "muted")
        state.setWordWrap(True)
        if _ICONS[job.state][1] == "warning":
            set_tone(state, "warning")
        words.addWidget(state)
        if job.state is JobState.UNCERTAIN and job.reason:
            reason = kept(job.reason)
            words.addWidget(_wrapped(f"{reason[:1].upper()}{reason[1:]}."))
        words.addWidget(_wrapped(self._details(job)))
        row.addLayout(words, 1)
        for each in self._buttons(job):
            row.addWidget(each)
        return box

    def _details(self, job: JobRow) -> str:
        parts = [format_datetime(job.created_at)]
        if job.printer:
            parts.append(job.printer)
        if job.copy_no > 1:
            parts.append(self.tr("copia {number}").format(number=job.copy_no))
        if job.attempts:
            once = self.tr("1 intento")
            many = self.tr("{count} intentos").format(count=job.attempts)
            parts.append(once if job.attempts == 1 else many)
        return " · ".join(parts)

    def _buttons(self, job: JobRow) -> list[QWidget]:
        if job.state is JobState.SENDING:
            return []
        drop = button(self.tr("Descartar"), "link")
        drop.clicked.connect(lambda: self.discard(job))
        Sign(drop, self._shop, Permission.DISCARD_JOB)
        if job.state is JobState.UNCERTAIN:
            came_out = button(self.tr("Sí, salió"), icon_name="check")
            came_out.clicked.connect(lambda: self._act(lambda: self._write(confirm_job, job)))
            again = button(self.tr("Reimprimir"), "primary", icon_name="printer")
            again.clicked.connect(lambda: self._act(lambda: self._write(retry_job, job)))
            return [drop, came_out, again]
        retry = button(self.tr("Reintentar"), icon_name="refresh-cw")
        retry.clicked.connect(lambda: self._act(lambda: self._write(retry_job, job)))
        return [drop, retry]

    def discard(self, job: JobRow) -> None:
        """Ask for the reason and give the job up."""
        ask(
            self,
            self.tr("¿Descartar sin imprimir?"),
            self.tr("«{title}» sale de la lista. La plata y los saldos no cambian.").format(
                title=kept(job.title)
            ),
            self.tr("Descartar"),
            lambda reason: self._shop.write(discard_job, job.id, reason),
            reason=True,
            lend=lent_in(self._shop),
        )

    def _write(self, act: Callable[..., None], job: JobRow) -> None:
        self._shop.write(act, job.id)

    def _act(self, act: Callable[[], None]) -> None:
        self.error.setText("")
        try:
            act()
        except ShopError as error:
            self.error.setText(words_of(error))
            self.refresh()


def _wrapped(text: str) -> QWidget:
    result = label(text, "tiny")
    result.setWordWrap(True)
    return result


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
