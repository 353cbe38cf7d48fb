"""The pictures of debts: at today's price, in dispute, given up, and their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.prices import PriceChange, apply_price_change
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    TodayPriceTerms,
    dispute_entry,
    save_today_price_terms,
    today_price,
)
from kioskifly_desktop.tour_tools import open_dialog, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.wallet.today_price_dialog import TodayPriceDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.factories import new_request
from tests.screenshots_contact import find

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work
    from tests.screenshots import Camera


def shoot_debts(camera: Camera) -> None:
    """Take them all."""
    shop, window = camera.shop, camera.window
    page = window.show_page(keys.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_section(page.debts)
    camera.shoot("ajustes-fiado")
    window.show_page(keys.CLIENTS)
    shop.write(save_today_price_terms, TodayPriceTerms(enabled=True, cap=3_000, grace_days=7))
    shop.write(apply_price_change, new_request(), PriceChange(basis_points=1_500))
    client_id = find(camera, has_goods, owing=True)
    wallet = WalletDialog(shop, client_id, window.toasts, window)
    wallet.open()
    wallet.show_today_price()
    preview = open_dialog(TodayPriceDialog)
    camera.shoot("precio-de-hoy")
    preview.apply()
    settle()
    camera.shoot("precio-de-hoy-hecho")
    rows = wallet.history.rows.rows
    row = next(each for each in rows if each.kind is EntryKind.SALE and not each.disputed)
    wallet.debts.dispute(row, wallet)
    question = open_dialog(Question)
    camera.shoot("disputa")
    question.reject()
    shop.write(dispute_entry, DisputeRequest(new_request(), row.entry_id, "Eso no lo llevé"))
    settle()
    camera.shoot("disputa-marcada")
    wallet.give_up()
    question = open_dialog(Question)
    camera.shoot("incobrable")
    question.reject()
    wallet.reject()
    settle()
    shop.write(save_today_price_terms, TodayPriceTerms())


def has_goods(work: Work, client_id: int) -> bool:
    found = today_price(work, client_id)
    return found.difference > 0 and 3 <= len(found.lines) <= 12
