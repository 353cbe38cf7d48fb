"""The pictures of keeping in touch: offers, messages, promises, the day, and their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.clients import ClientQuery, ClientSort, get_client, list_clients
from kioskifly_desktop.core.contact import (
    Aim,
    MessageKind,
    WriterKind,
    live_offers,
    message_standing,
    messages,
    promise_of,
    promises_due,
)
from kioskifly_desktop.core.errors import WriterTimeoutError
from kioskifly_desktop.core.es_ar import business_date, utc_now
from kioskifly_desktop.core.offers import BotSettings, built_in, save_bot_settings
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.plan.current import uninstall_plan
from kioskifly_desktop.core.wallet import wallet_summary
from kioskifly_desktop.tour_tools import open_dialog, settle, wait_for
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.offers.payload_dialog import PayloadDialog
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.today.today_page import TodayPage
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.fakes.writers import TalkingBot
from tests.plans import PUBLIC, key, plan
