"""Spanish of `core` that a screen may show in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable


class Phrase(str):
    """A text of fixed words, filled: a string like any other, which remembers how it was made.

    Paper, files and the command line use it as it is. A screen translates `template`, and those
    `fields` that are phrases themselves. `lupdate` collects what is written in it.
    """

    __slots__ = ("context", "fields", "template")
    context: str
    template: str
    fields: dict[str, Any]

    def __new__(cls, template: str, **fields: Any) -> Self:
        """Fill `template` with `fields`."""
        self = super().__new__(cls, template.format(**fields) if fields else template)
        self.context = ""
        self.template = template
        self.fields = fields
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Be copied and pickled as the plain text it is."""
        return str, (str(self),)


def phrase_of(context: str, template: str) -> Phrase:
    """Return a text that means something else than elsewhere."""
    phrase = Phrase(template)
    phrase.context = context
    return phrase


def joined(separator: str, parts: Iterable[str]) -> Phrase:
    """Return texts put one after another, those that are phrases still so."""
    named = {f"part{place}": part for place, part in enumerate(parts)}
    return Phrase(separator.join(f"{{{name}}}" for name in named), **named)
