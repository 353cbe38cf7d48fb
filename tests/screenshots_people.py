"""The pictures of the people: `python -m tests.screenshots_people OUT`.

The locked screen with two and six people and with a wait, and their section of the settings. Each
size of screen has a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from sqlalchemy import insert

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.access import make_rescue_code
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from kioskifly_desktop.core.users import add_user, list_users, rename_user, set_pin, user
from kioskifly_desktop.core.work import Role
from kioskifly_desktop.tour_tools import open_dialog, picture_of, prepare_screen, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.people.rescue_dialog import RescueDialog
from kioskifly_desktop.ui.settings.person_dialogs import PersonDialog, PinDialog
from kioskifly_desktop.ui.settings.rescue_code import RescueCodeDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.theme import Look, theme

SIZES = ((1366, 768), (911, 512))
PIN = "2580"


class _Camera:
    def __init__(self, program: Program, out: Path) -> None:
        self.program = program
        self.out = out

    def shoot(self, name: str) -> None:
        window = self.program.window
        for look in (Look.LIGHT, Look.DARK):
            theme.apply(application(), look)
            if window.is_locked():
                # The avatars are painted when it opens.
                window.guard.lock_screen.open_for(
                    window.guard.lock_screen.person, pending="venta" in name
                )
            settle()
            picture_of(window).save(str(self.out / f"{name}-{look.value}-{window.width()}.png"))

    def lock(self) -> None:
        window, shop = self.program.window, self.program.shop
        window.lock()
        lock = window.guard.lock_screen
        self.shoot("bloqueo-dos")
        lock.ask_for_code()
        self.shoot("rescate-sin-codigo")
        open_dialog(RescueDialog).reject()
        code = shop.write(make_rescue_code)
        lock.ask_for_code()
        dialog = open_dialog(RescueDialog)
        self.shoot("rescate")
        dialog.code.setText("0000-0000-0000-0000")
        for line in (dialog.pins.pin, dialog.pins.again):
            line.setText(PIN)
        dialog.save()
        self.shoot("rescate-equivocado")
        dialog.reject()
        for name in ("Ana Lía Fernández", "Bruno", "María de los Ángeles Etchegaray López"):
            shop.write(add_user, name, Role.CASHIER)
        # One more than the plan admits, as after a larger one.
        with shop.database.write(shop.user) as work:
            work.db.execute(insert(user), {"name": "Carla Sosa", "role": Role.CASHIER})
        self.shoot("bloqueo-seis-venta")
        for _ in range(5):
            lock.try_pin("9999")
        self.shoot("bloqueo-espera")
        lock.pad.stop_waiting()
        shop.write(set_pin, shop.user.id, PIN)
        lock.ask_for_code()
        dialog = open_dialog(RescueDialog)
        dialog.code.setText(code)
        for line in (dialog.pins.pin, dialog.pins.again):
            line.setText(PIN)
        dialog.save()
        self.shoot("rescatado")

    def section(self) -> None:
        window = self.program.window
        page = window.show_page(keys.SETTINGS)
        assert isinstance(page, SettingsPage)
        page.show_section(page.people)
        self.shoot("ajustes-personas")
        page.people.ensureWidgetVisible(page.people.rescue)
        self.shoot("ajustes-sin-codigo")
        page.people.rescue_code.make()
        self.shoot("codigo-pide-pin")
        code = open_dialog(RescueCodeDialog)
        code.now.setText(PIN)
        code.make()
        self.shoot("codigo")
        code.reject()
        page.people.ensureWidgetVisible(page.people.rescue)
        self.shoot("ajustes-codigo")
        page.people.add()
        dialog = open_dialog(PersonDialog)
        dialog.name.setText("Sofía")
        QTest.keyClicks(dialog.pins.pin, "1234")
        self.shoot("persona-nueva")
        dialog.reject()
        page.people.change_pin()
        self.shoot("persona-pin")
        open_dialog(PinDialog).reject()
        page.people.edit()
        dialog = open_dialog(PersonDialog)
        dialog.role.choose(Role.CASHIER)
        dialog.save()
        self.shoot("persona-ultimo-administrador")
        dialog.reject()
        shop = self.program.shop
        shop.switch_user(next(each for each in shop.read(list_users) if not each.is_admin))
        self.shoot("ajustes-mi-pin")


def main(out: Path, width: int, height: int) -> None:
    """Take the pictures of one screen size."""
    prepare_screen(out, (width, height))
    application()
    program = Program(out / f"shop-{width}")
    shop = program.shop
    people = shop.read(list_users)
    shop.write(save_shop_profile, ShopProfile(name="Kiosco El Trébol"))
    for person, name in zip(people, ("Marta Giménez", "Diego"), strict=True):
        shop.write(rename_user, person.id, name)
        shop.write(set_pin, person.id, PIN)
    program.window.resize(width, height)
    program.window.show()
    try:
        camera = _Camera(program, out)
        camera.lock()
        camera.section()
    finally:
        program.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        main(target, int(sys.argv[2]), int(sys.argv[3]))
    else:
        for size in SIZES:
            # A process has one screen.
            subprocess.run(
                [sys.executable, "-m", "tests.screenshots_people", target, *map(str, size)],
                check=True,
            )
