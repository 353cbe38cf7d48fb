"""`report-problem`: a report of any shop, whole, damaged, newer or not there."""

import re
import sqlite3
import zipfile
from contextlib import closing
from importlib.metadata import metadata

import pytest

from kioskifly_desktop import cli
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.logs import log_file
from kioskifly_desktop.core.users import set_pin
from kioskifly_desktop.ui.support.parts import PARTS
from tests.factories import make_client
from tests.test_cli import done, kioskifly, refused

SECRET = "Zulemita"


def held(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_a_report_is_saved_beside_an_open_window_and_without_a_pin(
    database, folder, write, admin, tmp_path
):
    write(make_client, SECRET)
    write(set_pin, admin.id, "2580")
    said = done("report-problem", tmp_path / "i.zip", "--note", "Se trabó", folder=folder)
    assert str(tmp_path / "i.zip") in said
    parts = held(tmp_path / "i.zip")
    assert parts["que-paso.txt"] == "Se trabó\n"
    assert "Clientes: 1\n" in parts["negocio.txt"]
    assert parts["control.txt"] == "Los libros cierran: no hay problemas.\n"
    assert SECRET not in "".join(parts.values())


def test_it_may_be_read_before_it_is_sent(folder, tmp_path):
    said = done("report-problem", tmp_path / "i.zip", "--show", folder=folder)
    for name, text in held(tmp_path / "i.zip").items():
        assert f"── {name}\n{text}" in said


@pytest.mark.parametrize("state", ["damaged", "newer", "missing"])
def test_a_shop_that_does_not_open_has_its_report(folder, tmp_path, state):
    path = folder / FILE_NAME
    if state == "damaged":
        path.write_bytes(b"nada" * 4000)
    elif state == "newer":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
    else:
        path.unlink()
    done("report-problem", tmp_path / "i.zip", folder=folder)
    words = {"damaged": "SQLITE_NOTADB", "newer": "9999, de un programa", "missing": "no está"}
    assert words[state] in held(tmp_path / "i.zip")["negocio.txt"]
    assert path.exists() is (state != "missing")


def test_a_file_that_cannot_be_written_is_a_sentence(folder, tmp_path):
    assert "No se pudo guardar" in refused(
        "report-problem", tmp_path / "nada" / "i.zip", folder=folder
    )


def test_an_older_program_refuses_a_newer_shop_in_a_sentence(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (folder / FILE_NAME).read_bytes()
    for order in (["check"], ["clients"], ["client", "add", "--name", "Ana"], ["backup"]):
        sentence = refused(*order, folder=folder)
        assert "es de una versión más nueva de Kioskifly. Actualizá el programa." in sentence
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_bug_of_the_command_line_is_logged_without_its_words(folder, monkeypatch):
    def broken(_options):
        raise KeyError(SECRET)

    monkeypatch.setattr(cli, "_check", broken)
    result = kioskifly("check", folder=folder)
    assert result.returncode == 1
    assert "Algo salió mal en el programa (KeyError)" in result.stderr
    text = log_file(folder).read_text("utf-8")
    assert "CRITICAL bug" in text
    assert "in broken" in text
    assert SECRET not in text


def test_the_parts_are_told_with_their_licences():
    required = metadata("kioskifly-desktop").get_all("Requires-Dist") or []
    needed = [re.split(r"[^\w.-]", each)[0] for each in required]
    assert len(needed) > 10
    said = {name.lower(): licence for name, licence in PARTS.items()}
    said["pyside6-essentials"] = said.pop("pyside6, qt")
    for name in needed:
        expression = metadata(name).json.get("license_expression", "")
        assert said[name.lower()].replace(" / ", " OR ") in (expression or said[name.lower()]), name
