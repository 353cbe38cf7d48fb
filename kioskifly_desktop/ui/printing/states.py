"""How the printers stand, in the words of the status bar and of their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.ui.sentences import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.outbox import PrinterState


def _tr(text: str) -> str:
    return QCoreApplication.translate("printing", text)


def state_words(state: PrinterState) -> tuple[str, bool]:
    """Return what a printer lacks and what waits for it, and whether somebody should look.

    Nothing is said of a printer that is well and has nothing to do.
    """
    trouble = kept(state.reason) or (_tr("queda poco papel") if state.printer.paper_low else "")
    words = " · ".join(part for part in (trouble, _counts([state])) if part)
    return _capital(words), bool(trouble or state.uncertain)


def summary_words(states: Sequence[PrinterState]) -> tuple[str, bool]:
    """Return how all the printers stand, in a line, and whether somebody should look."""
    counts = _counts(states)
    stopped = [state for state in states if state.reason]
    low = [state for state in states if state.printer.paper_low]
    alarmed = bool(stopped or low or any(state.uncertain for state in states))
    if len(stopped) > 1:
        trouble = _tr("{count} impresoras paradas").format(count=len(stopped))
    elif stopped:
        trouble = f"{stopped[0].printer.name}: {kept(stopped[0].reason)}"
    elif low:
        trouble = _tr("{name}: queda poco papel").format(name=low[0].printer.name)
    else:
        trouble = ""
    words = " · ".join(part for part in (trouble, counts) if part)
    nothing = _tr("Nada por imprimir") if states else _tr("Sin impresora")
    # A printer's name stays as it was written.
    return (words if trouble else _capital(words)) or nothing, alarmed


def _counts(states: Sequence[PrinterState]) -> str:
    waiting, uncertain = sum(s.waiting for s in states), sum(s.uncertain for s in states)
    parts = []
    if any(state.drawer for state in states):
        parts.append(_tr("abrir el cajón"))
    if waiting:
        parts.append(_tr("{count} por imprimir").format(count=waiting))
    if uncertain == 1:
        parts.append(_tr("1 pregunta"))
    elif uncertain:
        parts.append(_tr("{count} preguntas").format(count=uncertain))
    return " · ".join(parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
