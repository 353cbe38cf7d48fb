"""The pictures of the copies: their settings, the sign, bringing one back, and a damaged shop."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.core.backups import (
    BackupSettings,
    backup_settings,
    note_copy,
    save_backup_settings,
)
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import BackupFolderMissingError, NotAShopError
from kioskifly_desktop.tour_tools import open_dialog, settle, wait_for
from kioskifly_desktop.ui.copy_window import BusyWindow, DamagedWindow
from kioskifly_desktop.ui.copy_words import closing_words
from kioskifly_desktop.ui.settings.restore_dialog import RestoreDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from kioskifly_desktop.core.backups import CopyRow
    from tests.screenshots import Camera


def shoot_backups(camera: Camera) -> None:
    """Take them all, and leave the settings as they were."""
    shop, window = camera.shop, camera.window
    before = shop.read(backup_settings)
    window.show_copies()
    page = window.page
    assert isinstance(page, SettingsPage)
    section = page.backups
    shop.write(lambda work: note_copy(work, work.now - timedelta(days=5)))
    stick = str(camera.out / "PENDRIVE" / "copias")
    shop.write(save_backup_settings, replace(before, folder=stick))
    try:
        shop.copies.make()
    except BackupFolderMissingError:
        shop.note_copies()
    camera.shoot("copias-viejas")
    shop.write(save_backup_settings, BackupSettings())
    row = shop.copies.make()
    shop.note_copies()
    wait_for(lambda: bool(section.model.rows))
    camera.shoot("copias")
    bar = section.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.shoot("copias-lista")
    bar.setValue(0)
    _shoot_restore(camera, row)
    shop.write(save_backup_settings, before)
    _shoot_start(camera)


def _shoot_restore(camera: Camera, row: CopyRow) -> None:
    page = camera.window.page
    assert isinstance(page, SettingsPage)
    page.backups.ask_to_restore(row.path)
    dialog = open_dialog(RestoreDialog)
    wait_for(dialog.restore_button.isEnabled)
    camera.shoot("copias-restaurar")
    dialog.reject()
    shop = camera.shop
    shop.copies.keep_passphrase("mate amargo")
    shop.write(save_backup_settings, BackupSettings(sealed=True))
    sealed = shop.copies.make()
    shop.copies.keep_passphrase("otra distinta")
    page.backups.ask_to_restore(sealed.path)
    dialog = open_dialog(RestoreDialog)
    wait_for(dialog.field.isVisible)
    dialog.passphrase.setText("cualquiera")
    dialog.open_sealed()
    wait_for(dialog.field.has_error)
    camera.shoot("copias-restaurar-clave")
    dialog.reject()
    settle()


def _shoot_start(camera: Camera) -> None:
    """The windows that stand in the shop's place."""
    folder = camera.shop.database.path.parent
    vault = Vault(folder, KeyStore(camera.out))
    sentence = str(NotAShopError(path=folder / FILE_NAME))
    damaged = DamagedWindow(vault, sentence)
    damaged.show()
    wait_for(damaged.restore_button.isEnabled)
    damaged.grab().save(str(camera.out / f"negocio-danado-{camera.label}.png"))
    damaged.close()
    alone = DamagedWindow(Vault(camera.out / "nada", KeyStore(camera.out)), sentence)
    alone.show()
    wait_for(lambda: bool(alone.facts.text()))
    alone.grab().save(str(camera.out / f"negocio-danado-sin-copias-{camera.label}.png"))
    alone.close()
    busy = BusyWindow(closing_words())
    busy.show()
    settle()
    busy.grab().save(str(camera.out / f"copia-al-cerrar-{camera.label}.png"))
    busy.close()
