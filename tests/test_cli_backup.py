"""Copies from the command line."""

import io
import json
import shlex
from contextlib import redirect_stderr, redirect_stdout

import pytest

from kioskifly_desktop.adapters.keys import KeyStore, keys_folder
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.cli import run
from kioskifly_desktop.core.backups import BackupSettings, copy_standing, save_backup_settings
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.shop_file import look_into_shop
from tests.factories import make_client


@pytest.fixture
def kioskifly(database, write):
    """Give a way to run an order: its status, what it said, what it complained of."""
    write(make_client, "Ana")
    database.close()
    return order_on(database.path.parent)


def order_on(folder):
    def order(*arguments):
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = run(["--data", str(folder), *map(str, arguments)])
        return status, out.getvalue(), err.getvalue()

    return order


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "clave.txt"
    file.write_text("mate amargo\n", "utf-8")
    return file


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_a_copy_goes_where_the_shop_s_copies_go(kioskifly, folder):
    status, out, err = kioskifly("backup", "--json")
    assert (status, err) == (0, "")
    (copy,) = (folder / "copias").iterdir()
    assert json.loads(out) == {"path": str(copy), "size": copy.stat().st_size, "sealed": False}
    database = look_into_shop(folder)
    with database.read() as work:
        assert copy_standing(work).last is not None
    database.close()


def test_a_copy_is_looked_into_and_brought_back(kioskifly, folder, tmp_path):
    target = tmp_path / "martes.db"
    assert kioskifly("backup", target) == (0, f"Copia guardada y revisada: {target}.\n", "")
    kioskifly("client", "add", "--name", "Beto")
    status, out, err = kioskifly("restore", target)
    assert (status, err) == (1, "No se cambió nada. Para restaurarla, agregá --yes.\n")
    assert "Mi kiosco. Clientes: 1. Ventas: 0. Último movimiento: ninguno." in out
    assert len(json.loads(kioskifly("clients", "--json")[1])["clients"]) == 2
    status, out, err = kioskifly("restore", target, "--yes")
    assert (status, err) == (0, "")
    assert "shop-antes-de-restaurar-" in out
    assert len(json.loads(kioskifly("clients", "--json")[1])["clients"]) == 1
    assert kioskifly("check")[0] == 0


def test_a_sealed_copy_needs_its_words(kioskifly, tmp_path, words):
    target = tmp_path / "usb"
    assert "con clave" in kioskifly("backup", target, "--passphrase-file", words)[1]
    (copy,) = target.iterdir()
    status, out, err = kioskifly("restore", copy, "--yes")
    assert (status, out) == (1, "")
    assert err.startswith("La copia ")
    assert "tiene clave" in err
    words.write_text("mate dulce", "utf-8")
    assert (
        "no es la de la copia" in kioskifly("restore", copy, "--yes", "--passphrase-file", words)[2]
    )
    words.write_text("mate amargo", "utf-8")
    assert kioskifly("restore", copy, "--yes", "--passphrase-file", words)[0] == 0
    words.write_text("corta", "utf-8")
    assert "8 caracteres" in kioskifly("backup", target, "--passphrase-file", words)[2]
    assert "no existe" in kioskifly("backup", "--passphrase-file", tmp_path / "nada")[2]


def test_the_words_of_this_computer_seal_and_open(database, write, folder):
    write(save_backup_settings, BackupSettings(sealed=True))
    database.close()
    order = order_on(folder)
    assert "esta computadora no la tiene" in order("backup")[2]
    Vault(folder, KeyStore(keys_folder())).keep_passphrase("mate amargo")
    assert order("backup")[0] == 0
    (copy,) = (folder / "copias").iterdir()
    assert copy.suffix == ".kfly"
    assert order("restore", copy, "--yes")[0] == 0


def test_a_cashier_copies_and_brings_back_nothing(kioskifly, tmp_path):
    kioskifly("backup", tmp_path / "ayer.db")
    for order in (("backup",), ("restore", tmp_path / "ayer.db", "--yes")):
        status, out, err = kioskifly("--user", "Cajero", *order)
        assert (status, out) == (1, "")
        assert err.count("\n") == 1
        assert "administra" in err


def test_an_open_shop_is_copied_and_not_replaced(database, write, folder, tmp_path):
    write(make_client, "Ana")
    order = order_on(folder)
    assert order("backup", tmp_path / "hoy.db")[0] == 0
    assert order("restore", tmp_path / "hoy.db", "--yes")[2].startswith(
        "Kioskifly ya está abierto con este negocio"
    )


def test_a_damaged_shop_is_told_the_order_that_brings_it_back(kioskifly, folder):
    kioskifly("backup")
    (folder / FILE_NAME).write_bytes(b"rubbish" * 1000)
    status, out, err = kioskifly("clients")
    assert (status, out) == (1, "")
    advice = err.splitlines()[1].partition("kioskifly ")[2]
    arguments = shlex.split(advice)
    assert order_on(folder)("restore", arguments[-1], "--yes")[0] == 0
    assert arguments[:2] == ["--data", str(folder)]
    assert kioskifly("clients")[0] == 0


def test_what_is_wrong_is_a_sentence(kioskifly, folder, tmp_path):
    assert "no existe" in kioskifly("restore", tmp_path / "nada.db", "--yes")[2]
    (tmp_path / "foto.db").write_bytes(b"\xff\xd8" * 4000)
    assert "está dañada" in kioskifly("restore", tmp_path / "foto.db", "--yes")[2]
    assert "no existe" in kioskifly("backup", tmp_path / "media" / "usb")[2]
    (folder / FILE_NAME).write_bytes(b"rubbish" * 1000)
    assert kioskifly("backup")[0] == 1
