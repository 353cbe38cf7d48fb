"""How a session is told: since when it is open, what is missing, and what isn't shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.es_ar import business_date, format_money, format_time, local
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import get_preference

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.sessions import SessionRow
    from kioskifly_desktop.ui.shop import Shop

BLIND_PREFERENCE = "blind_close"
YES, NO = "1", "0"


def counts_blind(shop: Shop) -> bool:
    """Tell whether the person at the counter counts without seeing what there should be."""
    return (
        not shop.user.may(Permission.REPORTS)
        and shop.read(get_preference, BLIND_PREFERENCE, NO) == YES
    )


def difference_words(over_short: Centavos) -> str:
    """Write a difference: `Faltan $ 100,00`, `Sobran $ 100,00`, `Coincide`."""
    if over_short == 0:
        return QCoreApplication.translate("Sessions", "Coincide")
    words = (
        QCoreApplication.translate("Sessions", "Faltan {amount}")
        if over_short < 0
        else QCoreApplication.translate("Sessions", "Sobran {amount}")
    )
    return words.format(amount=format_money(abs(over_short)))


def since_words(session: SessionRow, today: date) -> str:
    """Write since when a session is open: `Abierta desde las 08:02`."""
    time = format_time(session.opened_at)
    if business_date(session.opened_at) == today:
        return QCoreApplication.translate("Sessions", "Abierta desde las {time}").format(time=time)
    words = QCoreApplication.translate("Sessions", "Abierta desde el {day} a las {time}")
    return words.format(day=f"{local(session.opened_at):%d/%m}", time=time)
