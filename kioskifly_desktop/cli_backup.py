"""The orders of copies: make one, and bring one back."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_tools import DONE, FAILED, command, print_json, proven, writing
from kioskifly_desktop.core.errors import (
    BackupUnreadableError,
    NotAllowedError,
    PassphraseUnsetError,
    ShopFileError,
)
from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.core.permissions import Permission

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.adapters.vault import Vault
    from kioskifly_desktop.core.backups import CopyFacts


def add_backup_commands(commands: Any) -> None:
    """Add `backup` and `restore`."""
    backup = command(
        commands, "backup", _backup, "guarda una copia, también con la ventana abierta"
    )
    backup.add_argument(
        "target",
        nargs="?",
        type=Path,
        metavar="ARCHIVO|CARPETA",
        help="en una carpeta quedan las últimas; sin indicarla, la de Ajustes › Copias",
    )
    backup.add_argument("--json", action="store_true")
    restore = command(commands, "restore", _restore, "vuelve el negocio a como está en una copia")
    restore.add_argument("copy", type=Path, metavar="ARCHIVO")
    restore.add_argument("--yes", action="store_true", help="sin esto, solo dice qué tiene")
    for parser in (backup, restore):
        parser.add_argument(
            "--passphrase-file",
            type=Path,
            metavar="ARCHIVO",
            help="un archivo con la clave; sin indicarlo, la que guarda esta computadora",
        )


def restore_advice(folder: Path) -> str:
    """Return the order that brings back the newest copy of a shop; empty where there is none."""
    from kioskifly_desktop.adapters.backups import find_copies  # noqa: PLC0415

    copies = find_copies(folder)
    if not copies:
        return ""
    return f"La última copia que encuentro: kioskifly --data {folder} restore {copies[0].path}"


def _backup(options: argparse.Namespace) -> int:
    from kioskifly_desktop.adapters.backups import (  # noqa: PLC0415
        make_copy,
        remember_place,
        save_copy,
    )
    from kioskifly_desktop.core.backups import backup_settings, note_copy  # noqa: PLC0415
    from kioskifly_desktop.core.database import FILE_NAME  # noqa: PLC0415

    with proven(options) as work:
        work.require(Permission.BACKUP)
        settings, now = backup_settings(work), work.now
    passphrase = _sealing_words(options, sealed=settings.sealed)
    shop, usual = options.data / FILE_NAME, settings.place(options.data)
    target = options.target or usual
    if target.suffix in {".db", ".kfly"} and not target.is_dir():
        save_copy(shop, target, passphrase=passphrase)
        return _say_saved(options, target, sealed=bool(passphrase))
    row = make_copy(shop, target, passphrase=passphrase, now=now)
    if target == usual:
        remember_place(options.data, target)
        # An open window makes copies of its own, and knows how old they are.
        with suppress(ShopFileError), writing(options) as work:
            note_copy(work, now)
    return _say_saved(options, row.path, sealed=row.sealed)


def _say_saved(options: argparse.Namespace, path: Path, *, sealed: bool) -> int:
    if options.json:
        print_json({"path": str(path), "size": path.stat().st_size, "sealed": sealed})
    else:
        print(f"Copia guardada y revisada: {path}{', con clave' if sealed else ''}.")
    return DONE


def _restore(options: argparse.Namespace) -> int:
    _require_permission(options)
    passphrase = _written_words(options)
    vault = _vault(options)
    if not options.yes:
        print(_holds(options.copy, vault.facts(options.copy, passphrase)))
        print("No se cambió nada. Para restaurarla, agregá --yes.", file=sys.stderr)
        return FAILED
    kept = vault.restore(options.copy, passphrase)
    print("El negocio quedó como estaba en la copia.")
    if kept is not None:
        print(f"El archivo de antes: {kept}.")
    return DONE


def _require_permission(options: argparse.Namespace) -> None:
    """Refuse a cashier; nobody can be asked who they are of a shop that doesn't open."""
    try:
        with proven(options) as work:
            work.require(Permission.BACKUP)
    except NotAllowedError:
        raise
    except ShopFileError:
        return


def _holds(copy: Path, facts: CopyFacts) -> str:
    last = format_datetime(facts.last_entry_at) if facts.last_entry_at else "ninguno"
    return (
        f"{copy}: {facts.shop}. Clientes: {facts.clients}. Ventas: {facts.sales}. "
        f"Último movimiento: {last}."
    )


def _sealing_words(options: argparse.Namespace, *, sealed: bool) -> str:
    """Return what the copy is sealed with; empty for a plain one."""
    written = _written_words(options)
    if written is not None:
        from kioskifly_desktop.core.backups import checked_passphrase  # noqa: PLC0415

        return checked_passphrase(written)
    words = _vault(options).passphrase() if sealed else ""
    if sealed and not words:
        raise PassphraseUnsetError
    return words


def _written_words(options: argparse.Namespace) -> str | None:
    """Return the words of the file given; None for those that this computer keeps."""
    if options.passphrase_file is None:
        return None
    try:
        return str(options.passphrase_file.read_text("utf-8"))
    except OSError as error:
        reason = os_reason(error)
    except UnicodeDecodeError:
        reason = "no es texto"
    raise BackupUnreadableError(path=options.passphrase_file, reason=reason)


def _vault(options: argparse.Namespace) -> Vault:
    from kioskifly_desktop.adapters.keys import KeyStore, keys_folder  # noqa: PLC0415
    from kioskifly_desktop.adapters.vault import Vault  # noqa: PLC0415

    return Vault(options.data, KeyStore(keys_folder()))
