"""The language of the screens: Spanish, as written, or a translation of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kioskifly_desktop import resources

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

LANGUAGE_PREFERENCE = "language"
FOLDER = resources.ROOT / "translations"
ANYWHERE = "*"
"""The context of what is said alike in all of them: `packaging/translations.py` adds it."""


class Language(StrEnum):
    """What the screens can be read in."""

    SPANISH = "es"
    ENGLISH = "en"


class Words(QTranslator):
    """Translations of ours: what its own context doesn't have is looked for in all of them.

    The context that `lupdate` writes down is where a text stands; the one that is asked for is
    the class that runs, or the one that a function names.
    """

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the translation of `text`, or None."""
        # Nothing and an empty text differ: of the first Qt goes on looking.
        return (
            super().translate(context, text, disambiguation, n)
            or super().translate(ANYWHERE, text, disambiguation, n)
            or None
        )


def language() -> Language:
    """Return what the screens are made in."""
    return Language.SPANISH if _spoken is None else _spoken[0]


_spoken: tuple[Language, QTranslator] | None = None


def speak(owner: QObject, wanted: Language) -> None:
    """Make the screens to come in a language; those that are there stay as they are."""
    global _spoken  # noqa: PLW0603 - the application's, of which there is one
    if _spoken is not None:
        if _spoken[0] is wanted:
            return
        QCoreApplication.removeTranslator(_spoken[1])
        _spoken = None
    translator = _of_qt(owner) if wanted is Language.SPANISH else _ours(owner, wanted)
    QCoreApplication.installTranslator(translator)
    _spoken = wanted, translator


def stored_language(kept: str) -> Language:
    """Return the language that was kept as a text; Spanish, if it is none of them."""
    return Language(kept) if kept in set(Language) else Language.SPANISH


def _of_qt(owner: QObject) -> QTranslator:
    translator = QTranslator(owner)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    spanish = QLocale(QLocale.Language.Spanish, QLocale.Country.Argentina)
    translator.load(spanish, "qtbase", "_", folder)
    return translator


def _ours(owner: QObject, wanted: Language) -> QTranslator:
    # Qt's own words are English where nobody translates them.
    translator = Words(owner)
    translator.load(str(FOLDER / f"kioskifly_{wanted}.qm"))
    return translator
