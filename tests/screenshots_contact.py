"""The pictures of keeping in touch: offers, messages, promises, the day, and their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kioskifly_desktop.core.clients import ClientQuery, ClientSort, get_client, list_clients
from kioskifly_desktop.core.contact import (
    MessageKind,
    WriterKind,
    live_offers,
    message_standing,
    messages,
    promises_due,
)
from kioskifly_desktop.core.errors import WriterTimeoutError
from kioskifly_desktop.core.es_ar import business_date, utc_now
from kioskifly_desktop.core.offers import BotSettings, built_in, client_facts, save_bot_settings
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.settings import change_preferences
from kioskifly_desktop.tour_tools import settle, wait_for
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Bot
    from tests.screenshots import Camera


def shoot_contact(camera: Camera) -> None:
    """Take them all."""
    shoot_offers(camera)
    shoot_written(camera)
    shoot_today(camera)
    shoot_messages(camera)
    shoot_settings(camera)
    shoot_disabled(camera)


def find(camera: Camera, fits: Callable[[Work, int], bool], *, owing: bool = False) -> int:
    """Return the first client of whom something is so, of those who owe most or of all."""
    sort = ClientSort.BALANCE if owing else ClientSort.NAME
    rows = camera.shop.read(list_clients, ClientQuery(sort=sort, descending=owing), limit=-1)
    return next(row.id for row in rows if camera.shop.read(fits, row.id))


def offer_to(camera: Camera, client_id: int) -> OfferDialog:
    """Open the offer of a client."""
    dialog = OfferDialog(camera.shop, client_id, camera.window.toasts, camera.window)
    dialog.open()
    return dialog


def shoot_offers(camera: Camera) -> None:
    """An offer of our own texts, what was sent before, and those that don't go at once."""
    camera.window.show_page(keys.CLIENTS)
    offer = offer_to(camera, find(camera, _is_free))
    wait_for(lambda: offer.plan is not None)
    camera.shoot("oferta")
    offer.done(0)
    offer = offer_to(camera, find(camera, _wrote_before))
    wait_for(lambda: offer.plan is not None)
    camera.shoot("oferta-insistir")
    offer.letter.view.choose("sent")
    camera.shoot("oferta-enviadas")
    offer.done(0)
    offer = offer_to(camera, find(camera, _refuses))
    settle()
    wait_for(lambda: not offer.letter.state.text())
    camera.shoot("oferta-no-quiere-mensajes")
    offer.done(0)
    settle()


def shoot_written(camera: Camera) -> None:
    """An offer while a service writes it, what it is sent, and the line when it takes too long."""
    shop, real, bot = camera.shop, camera.shop.bot, TalkingBot()
    shop.write(save_bot_settings, BotSettings(WriterKind.OPENAI))
    shop.bot = cast("Bot", bot)
    offer = offer_to(camera, find(camera, _is_free))
    wait_for(lambda: offer.plan is not None and offer.writing.busy)
    assert offer.plan is not None
    before = offer.text()
    text = built_in(offer.plan, offer.choices.tone_wanted(), 1)
    bot.say(text[: len(text) * 2 // 3])
    wait_for(lambda: offer.text() != before)
    camera.shoot("oferta-escribiendo")
    offer.show_payload()
    camera.leave(PayloadDialog, "oferta-que-se-envia")
    bot.fail(WriterTimeoutError())
    wait_for(lambda: not offer.writing.busy)
    camera.shoot("oferta-tardo-demasiado")
    offer.done(0)
    settle()
    shop.bot = real
    shop.write(save_bot_settings, BotSettings())


def shoot_today(camera: Camera) -> None:
    """The day, with its amounts and without; and an offer that stands, at the counter."""
    today = camera.window.show_page(keys.TODAY)
    assert isinstance(today, TodayPage)
    wait_for(lambda: bool(today.debts.model.rows))
    camera.shoot("hoy")
    today.hide_button.click()
    camera.shoot("hoy-tapado")
    today.hide_button.click()
    page = camera.window.show_page(keys.SALE)
    assert isinstance(page, SalePage)
    page.show_client(find(camera, lambda work, each: bool(live_offers(work, each))))
    camera.shoot("venta-cliente-con-oferta")
    page.show_client(None)


def shoot_messages(camera: Camera) -> None:
    """A reminder, a statement in parts, and a promise, from the wallet."""
    shop, window = camera.shop, camera.window
    until = business_date(utc_now())
    promised = shop.read(promises_due, until)[0].client_id
    window.show_page(keys.CLIENTS)
    wallet = WalletDialog(shop, promised, window.toasts, window)
    wallet.open()
    camera.shoot("billetera-promesa")
    wallet.promise()
    camera.leave(PromiseDialog, "promesa")
    wallet.done(0)
    reminded = find(camera, may_be_reminded, owing=True)
    for kind, name in (
        (MessageKind.REMINDER, "recordatorio"),
        (MessageKind.STATEMENT, "resumen-whatsapp"),
    ):
        message = MessageDialog(shop, reminded, kind, window.toasts, window)
        message.open()
        message.scope.choose("all")
        wait_for(message.copy_button.isEnabled)
        camera.shoot(name)
        message.done(0)
    settle()


def shoot_settings(camera: Camera) -> None:
    """Each writer's settings."""
    page = camera.window.show_page(keys.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_section(page.bot)
    for kind in WriterKind:
        page.bot.form.writer.choose(kind)
        camera.shoot(f"ajustes-kiosk-ia-{kind}")
    page.bot.form.writer.choose(WriterKind.BUILTIN)
    bar = page.bot.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.shoot("ajustes-kiosk-ia-reglas")
    bar.setValue(0)
    page.show_section(page.plan)
    camera.shoot("ajustes-plan")


def shoot_disabled(camera: Camera) -> None:
    """The robot where the plan has no offers."""
    shop = camera.shop
    shop.database.vendor = PUBLIC
    shop.write(install_plan, key(plan(clients=None, users=None, registers=None, features=())))
    camera.window.show_page(keys.CLIENTS)
    camera.shoot("clientes-sin-ofertas")
    page = camera.window.show_page(keys.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_section(page.bot)
    camera.shoot("ajustes-kiosk-ia-sin-plan")
    shop.database.vendor = None
    shop.write(change_preferences, {"plan_key": ""})


def _is_free(work: Work, client_id: int) -> bool:
    standing = message_standing(work, client_id, MessageKind.OFFER)
    free = bool(standing.number) and not standing.blocked and not standing.cautions
    return free and len(client_facts(work, client_id).favourites) > 2


def _wrote_before(work: Work, client_id: int) -> bool:
    standing = message_standing(work, client_id, MessageKind.OFFER)
    return bool(messages(work, client_id) and standing.cautions) and not standing.blocked


def _refuses(work: Work, client_id: int) -> bool:
    return not get_client(work, client_id).accepts_messages


def may_be_reminded(work: Work, client_id: int) -> bool:
    standing = message_standing(work, client_id, MessageKind.REMINDER)
    return bool(standing.number) and not standing.blocked
