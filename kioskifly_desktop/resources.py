"""Where the files that ship with the program are: icons, fonts, sounds and the guide."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "resources"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"
"""Inside the package when installed from a wheel, beside it in a checkout."""
GUIDE = _INSTALLED / "guia" if _INSTALLED.is_dir() else _PACKAGE.parent / "docs" / "guia"
"""The guide's pages, and their pictures in `imagenes`."""
