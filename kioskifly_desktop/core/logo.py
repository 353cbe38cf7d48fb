"""The shop's logo on paper: small and black on white, kept once."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import LogoError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import get_preference, set_preference

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

MAX_WIDTH, MAX_HEIGHT = 384, 160
"""Dots: what the narrowest paper holds, and little enough for any printer's memory."""

_KEY = "logo"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in dots: `width` a multiple of eight, `rows` its bits, the left one highest."""

    width: int
    rows: bytes

    @property
    def height(self) -> int:
        """How many rows of dots there are."""
        return len(self.rows) * 8 // self.width


def shop_logo(work: Work) -> Logo | None:
    """Return the shop's logo, if it has one."""
    stored = get_preference(work, _KEY, "")
    if not stored:
        return None
    try:
        data = json.loads(stored)
        return Logo(data["width"], base64.b64decode(data["rows"]))
    except (ValueError, KeyError, TypeError):
        return None  # a damaged picture is no reason to sell without paper


def save_logo(work: Work, logo: Logo | None) -> None:
    """Keep the shop's logo, or with None forget it.

    Raises:
        NotAllowedError: the person may not.
        LogoError: it is too large, or its dots don't fill its rows.
    """
    work.require(Permission.SETTINGS)
    if logo is None:
        set_preference(work, _KEY, "")
        record(work, AuditKind.SETTINGS_CHANGED, "Logo", "Quitado")
        return
    fits = 0 < logo.width <= MAX_WIDTH and 0 < logo.height <= MAX_HEIGHT and not logo.width % 8
    if not fits or len(logo.rows) * 8 != logo.width * logo.height:
        raise LogoError(field="logo", width=MAX_WIDTH, height=MAX_HEIGHT)
    rows = base64.b64encode(logo.rows).decode()
    set_preference(work, _KEY, json.dumps({"width": logo.width, "rows": rows}))
    record(work, AuditKind.SETTINGS_CHANGED, "Logo")
