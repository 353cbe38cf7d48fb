"""What every broken rule is."""

from __future__ import annotations

from typing import Any, ClassVar

from kioskifly_desktop.core.phrases import Phrase


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate collects
    """Return `text` unchanged: marks it for translation without needing Qt here."""
    return text


class ShopError(Exception):
    """A rule of the shop, or a fact of the world, stands against what was asked.

    `sentence` is the Spanish template shown to the person; `fields` fills it, already formatted.
    `field` names the form field to mark, where there is one.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, *, field: str = "", **fields: Any) -> None:
        self.field = field
        self.fields = fields
        super().__init__(self.sentence.format(**fields))

    @property
    def words(self) -> Phrase:
        """The sentence, to be told by another one or later."""
        return Phrase(self.sentence, **self.fields)
