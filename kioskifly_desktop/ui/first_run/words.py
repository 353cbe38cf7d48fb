"""What is said while one goes to the example and back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def example_words() -> str:
    """Return what is said while the invented shop is made."""
    return _tr("Preparando los datos de ejemplo. Tarda unos segundos.")


def own_shop_words() -> str:
    """Return what is said while the person's own shop is opened."""
    return _tr("Abriendo tu kiosco…")


def no_copy_words() -> str:
    """Return why no copy is brought back in the invented shop."""
    return _tr("En los datos de ejemplo no se restauran copias. Volvé primero a tu kiosco.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("first_run", text)
