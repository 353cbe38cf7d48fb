"""Text that a spreadsheet would take for a formula: guarded on its way out, bare on its way in.

What OWASP names (CSV Injection): =, +, -, @, tab, carriage return, and the full-width forms.
"""

from __future__ import annotations

import re

_QUOTE = "'"
_DANGEROUS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")


def is_dangerous(text: str) -> bool:
    """Tell whether a spreadsheet may run a text."""
    return bool(_DANGEROUS.match(text))


def guarded(text: str) -> str:
    """Return a text with an apostrophe before what would be run; `unguarded` takes it away."""
    return f"{_QUOTE}{text}" if is_dangerous(text.lstrip(_QUOTE)) else text


def unguarded(text: str) -> str:
    """Return a text without the apostrophe of `guarded`."""
    bare = text.lstrip(_QUOTE)
    return text[1:] if bare != text and is_dangerous(bare) else text
