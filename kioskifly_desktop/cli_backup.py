"""The orders of copies: make one, and bring one back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_tools import DONE, FAILED, command, noted, print_json, proven
from kioskifly_desktop.core.errors import (
    BackupError,
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
    from kioskifly_desktop.core.work import Work


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
    outcome = noted(options, lambda work: _make_copy(work, options), _note_copy)
    if isinstance(outcome, BackupError):
        raise outcome
    return _say_saved(options, outcome.path, sealed=outcome.sealed)


class _Made(NamedTuple):
    """A copy that was made; `usual` if it is where the shop's own are."""

    path: Path
    sealed: bool
    usual: bool


def _make_copy(work: Work, options: argparse.Namespace) -> _Made | BackupError:
    from kioskifly_desktop.adapters.backups import (  # noqa: PLC0415
        make_copy,
        remember_place,
        save_copy,
    )
    from kioskifly_desktop.core.backups import backup_settings  # noqa: PLC0415
    from kioskifly_desktop.core.database import FILE_NAME  # noqa: PLC0415

    work.require(Permission.BACKUP)
    settings = backup_settings(work)
    passphrase = _sealing_words(options, sealed=settings.sealed)
    shop, usual = options.data / FILE_NAME, settings.place(options.data)
    target = options.target or usual
    try:
        if target.suffix in {".db", ".kfly"} and not target.is_dir():
            save_copy(shop, target, passphrase=passphrase)
            return _Made(target, sealed=bool(passphrase), usual=False)
        row = make_copy(shop, target, passphrase=passphrase, now=work.now)
    except BackupError as error:
        return error
    if target == usual:
        remember_place(options.data, target)
    return _Made(row.path, row.sealed, target == usual)


def _note_copy(work: Work, outcome: _Made | BackupError) -> None:
    from kioskifly_desktop.core.backups import (  # noqa: PLC0415
        note_asked_copy,
        note_copy,
        note_failed_copy,
    )

    if isinstance(outcome, BackupError):
        note_failed_copy(work, str(outcome), asked=True)
    elif outcome.usual:
        note_copy(work, work.now, outcome.path.name)
    else:
        note_asked_copy(work, outcome.path.name)


def _say_saved(options: argparse.Namespace, path: Path, *, sealed: bool) -> int:
    if options.json:
        print_json({"path": str(path), "size": path.stat().st_size, "sealed": sealed})
    else:
        print(f"Copia guardada y revisada: {path}{', con clave' if sealed else ''}.")
    return DONE


def _restore(options: argparse.Namespace) -> int:
    by = _require_permission(options)
    passphrase = _written_words(options)
    vault = _vault(options)
    if not options.yes:
        print(_holds(options.copy, vault.facts(options.copy, passphrase)))
        print("No se cambió nada. Para restaurarla, agregá --yes.", file=sys.stderr)
        return FAILED
    kept = vault.restore(options.copy, passphrase, by=by)
    print("El negocio quedó como estaba en la copia.")
    if kept is not None:
        print(f"El archivo de antes: {kept}.")
    return DONE


def _require_permission(options: argparse.Namespace) -> str:
    """Refuse a cashier and return who it is; of a shop that doesn't open nobody can be asked."""
    try:
        with proven(options) as work:
            return work.require(Permission.BACKUP).name
    except NotAllowedError:
        raise
    except ShopFileError:
        return ""


def _holds(copy: Path, facts: CopyFacts) -> str:
    last = format_datetime(facts.last_entry_at) if facts.last_entry_at else "ninguno"
    return (
        f"{copy}: {facts.shop}. Clientes: {facts.clients}. Ventas: {facts.sales}. "
        f"Último movimiento: {last}. Los PIN vuelven a ser los de ese día."
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
