"""The pictures of who did what, and of what is held of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.audit import AuditKind
from kioskifly_desktop.core.clients import ClientFilter, ClientQuery, archive_client, list_clients
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile, shop_profile
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import AdjustmentRequest, adjust_balance
from kioskifly_desktop.tour_tools import open_dialog, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.privacy.anonymise_dialog import AnonymiseDialog
from kioskifly_desktop.ui.privacy.file_dialog import PersonalDataDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from tests.factories import new_request

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work
    from tests.screenshots import Camera


def shoot_privacy(camera: Camera) -> None:
    """Take them all."""
    shop, window = camera.shop, camera.window
    admin, cashier = shop.read(list_users)
    with shop.database.write(cashier, admin) as work:
        _do_things(work)
    page = window.show_page(keys.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_section(page.activity)
    camera.shoot("actividad")
    section = page.activity
    section.search.setText("nada de esto")
    section.search.search()
    camera.shoot("actividad-nada")
    section.search.clear()
    section.search.search()
    section.kind.setCurrentIndex(section.kind.findData(AuditKind.OVERRIDE))
    section.kind.activated.emit(section.kind.currentIndex())
    camera.shoot("actividad-filtro")
    section.kind.setCurrentIndex(0)
    section.kind.activated.emit(0)
    shop.switch_user(cashier)
    page.refresh()
    camera.shoot("actividad-cajero")
    shop.switch_user(admin)
    window.show_page(keys.CLIENTS)
    row = shop.read(list_clients, ClientQuery(only=ClientFilter.DEBT), limit=1)[0]
    camera.clients.show_file(row)
    dialog = open_dialog(PersonalDataDialog)
    camera.shoot("datos-personales")
    dialog.forget()
    question = open_dialog(AnonymiseDialog)
    camera.shoot("anonimizar")
    question.typed.setText(row.name)
    question.why.setText("Lo pidió por escrito")
    question.forget()
    camera.shoot("anonimizar-no")
    question.reject()
    dialog.reject()
    settle()


def _do_things(work: Work) -> None:
    """Leave in the record what a day leaves."""
    quiet = list_clients(work, ClientQuery(), limit=40)
    archive_client(work, next(row.id for row in quiet if not row.balance))
    adjust_balance(work, AdjustmentRequest(new_request(), quiet[0].id, 1_50000, "Del cuaderno"))
    profile = shop_profile(work)
    save_shop_profile(work, ShopProfile(profile.name, phone="0351 455-0000"))
