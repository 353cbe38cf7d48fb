"""Files as the world sends them: each gives rows, or a sentence; never a traceback."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from kioskifly_desktop.adapters.exchange import read_rows
from kioskifly_desktop.adapters.exchange import workbook as workbook_module
from kioskifly_desktop.core.errors import (
    ExchangeError,
    FileEmptyError,
    FileKindError,
    FileTooLargeError,
    ShopError,
)
from kioskifly_desktop.core.imports import (
    ImportKind,
    guess,
    make_table,
    plan_import,
    run_import,
)

CLIENTS = ImportKind.CLIENTS
JUAN = "Nombre;Teléfono;Saldo\nJuan Ñandú;351 455-0917;1.500,50\n"


def workbook(*rows, sheets=1, **properties):
    """Return an XLSX with rows in its last sheet."""
    book = Workbook()
    for _ in range(sheets - 1):
        book.create_sheet()
    for row in rows:
        book.worksheets[-1].append(row)
    for name, value in properties.items():
        setattr(book.worksheets[-1], name, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def package(**parts):
    """Return a ZIP with parts, XLSX by its names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def with_sheet(xml):
    """Return a workbook whose sheet is this XML."""
    source = zipfile.ZipFile(io.BytesIO(workbook(["Nombre"], ["x"])))
    parts = {name: source.read(name) for name in source.namelist()}
    return package(**{**parts, "xl/worksheets/sheet1.xml": xml})


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "'
    + "&a;" * 50
    + '"><!ENTITY c "'
    + "&b;" * 50
    + '"><!ENTITY d "'
    + "&c;" * 50
    + '"><!ENTITY e "'
    + "&d;" * 50
    + '">]>'
    + SHEET.format('<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>')
)

ONE = [("Juan Ñandú", 1_500_50)]
MANY_COLUMNS = (
    ";".join(["Nombre", "Saldo", *(f"Columna {n}" for n in range(198))])
    + "\nJuan Ñandú;1500,50"
    + ";x" * 198
    + "\n"
)

PHONE_CARD = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    b"=C3=91and=C3=BA;Juan;;;\r\nTEL;CELL:3514550917\r\n"
    b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg==\r\n\r\nEND:VCARD\r\n"
)
WITH_ROWS = {
    "utf-8 with its mark": (JUAN.encode("utf-8-sig"), ONE),
    "utf-8 without": (JUAN.encode(), ONE),
    "utf-16 with its mark": (JUAN.encode("utf-16"), ONE),
    "utf-16 without, little": (JUAN.encode("utf-16-le"), ONE),
    "utf-16 without, big": (JUAN.encode("utf-16-be"), ONE),
    "windows-1252": (JUAN.encode("cp1252"), ONE),
    "a mark, then windows-1252": (b"\xef\xbb\xbf" + JUAN.encode("cp1252"), ONE),
    "commas": (b'Nombre,Saldo\n"Juan \xc3\x91and\xc3\xba","1.500,50"\n', ONE),
    "tabs": (JUAN.replace(";", "\t").encode(), ONE),
    "bars": (JUAN.replace(";", "|").encode(), ONE),
    "says its separator": (b"sep=|\r\n" + JUAN.replace(";", "|").encode(), ONE),
    "old Macintosh lines": (JUAN.replace("\n", "\r").encode(), ONE),
    "lines of Windows": (JUAN.replace("\n", "\r\n").encode(), ONE),
    "newlines inside quotes": (
        'Nombre;Notas;Saldo\n"Juan\nÑandú";"uno\ndos";"1.500,50"\n'.encode(),
        ONE,
    ),
    "mixed separators": (
        (JUAN + "Ana\t3514550918\t20\nPía,3514550919,30\n").encode(),
        [*ONE, ("Ana", 20_00), ("Pía", 30_00)],
    ),
    "200 columns": (MANY_COLUMNS.encode(), ONE),
    "duplicated titles": (
        "Nombre;Nombre;Saldo;Saldo\nJuan Ñandú;Otro;1500,50;7\n".encode(),
        ONE,
    ),
    "words above the titles": (
        ("Kiosco Lo de Tito\nal 5 de marzo\n\n" + JUAN).encode(),
        ONE,
    ),
    "no titles": ("Juan Ñandú;351 455-0917;1.500,50\n".encode(), ONE),
    "no rows but titles and blanks": (JUAN.encode() + b";;\n,,,\n   \n", ONE),
    "wrong extension": (workbook(["Nombre", "Saldo"], ["Juan Ñandú", 1500.5]), ONE),
    "formulas never calculated": (
        workbook(["Nombre", "Saldo", "Notas"], ["Juan Ñandú", 1500.5, '=HYPERLINK("x")']),
        ONE,
    ),
    "an empty sheet first": (
        workbook(["Nombre", "Saldo"], ["Juan Ñandú", 1500.5], sheets=3),
        ONE,
    ),
    "days, flags and long numbers": (
        workbook(
            ["Nombre", "Cumpleaños", "Fecha", "Fiado", "Documento", "Saldo"],
            [
                "Juan Ñandú",
                date(1980, 3, 5),
                datetime.fromisoformat("2026-03-01"),
                True,
                20123456.0,
                1500.4999999,
            ],
        ),
        ONE,
    ),
    "a far row": (
        with_sheet(
            SHEET.format(
                '<row r="1"><c r="A1" t="inlineStr"><is><t>Nombre</t></is></c></row>'
                '<row r="2"><c r="A2" t="inlineStr"><is><t>Ana</t></is></c></row>'
                '<row r="999999999999"><c r="A9" t="inlineStr"><is><t>Z</t></is></c></row>'
            )
        ),
        [("Ana", 0)],
    ),
    "contacts of a telephone": (
        PHONE_CARD,
        [("Juan Ñandú", 0)],
    ),
    "contacts, the newer ones": (
        "BEGIN:VCARD\nVERSION:4.0\nFN:Juan\\, Ñan\n dú\nTEL;TYPE=home:tel:+54-351-455-0917\n"
        "TEL;TYPE=cell:351 455 0918\nBDAY:19800305\nEND:VCARD\n"
        "begin:vcard\nversion:3.0\nitem1.FN:Ana\nBDAY:--0305\nend:vcard\n".encode(),
        [("Juan, Ñandú", 0), ("Ana", 0)],
    ),
}

WITH_REASONS = {
    "wrong days": (b"Nombre;Saldo;Fecha\nAna;10;31/02/2026\nPia;10;5/3/26\n", [2, 3], "fecha"),
    "days to come": (b"Nombre;Saldo;Fecha\nAna;10;06/03/2026\n", [2], "todavía no llegó"),
    "amounts of words": (b"Nombre;Saldo\nAna;mucho\nPia;1,555\n", [2, 3], "Saldo"),
    "amounts too large": (b"Nombre;Saldo\nAna;999999999999999999\n", [2], "Saldo"),
    "a huge cell": (b"Nombre;Saldo\n" + b"x" * 3_000_000 + b";1\n", [2], "demasiado largo"),
    "a row too long": (b"Nombre;Saldo\nAna;10;20;30\n", [2], "más columnas"),
    "a quote nobody closed": (
        b'Nombre;Saldo\n"Ana;10\n' + b"Pia;10\n" * 60,
        [2],
        "comillas",
    ),
    "a contact cut short": (b"BEGIN:VCARD\nFN:Ana\n", [1], "le falta el final"),
    "names of nothing": (b"Nombre;Saldo;Notas\n;10;algo\n\xe2\x80\x8b;10;algo\n", [2, 3], "nombre"),
    "the same twice": (b"Nombre;DNI\nAna;20123456\nPia;20.123.456\n", [3], "Repite la línea 2"),
}

REFUSED = {
    "empty": (b"", FileEmptyError),
    "blanks": (b" \r\n\t\n", FileEmptyError),
    "a mark and nothing else": (b"\xef\xbb\xbf", FileEmptyError),
    "titles alone": (b"Nombre;Saldo\n;;\n", FileEmptyError),
    "an empty workbook": (workbook(), FileEmptyError),
    "binary": (bytes(range(256)) * 40, FileKindError),
    "zeros": (b"\0" * 5000, FileKindError),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, FileKindError),
    "a page dressed as a workbook": (
        b"<html><table><tr><td>Nombre</td></tr></table></html>",
        FileKindError,
    ),
    "a PDF": (b"%PDF-1.7\n", FileKindError),
    "a picture": (b"\x89PNG\r\n\x1a\n", FileKindError),
    "a ZIP of something else": (package(foto="x"), FileKindError),
    "a LibreOffice sheet": (package(mimetype="application/vnd.oasis"), FileKindError),
    "a damaged workbook": (workbook(["Nombre"], ["Ana"])[:-200], FileKindError),
    "a workbook of broken XML": (with_sheet("<worksheet><sheetData><row>"), FileKindError),
    "a workbook that grows without end": (with_sheet(LAUGHS), FileKindError),
    "two thousand columns": (b"Nombre;" + b"x;" * 2000 + b"x\n", FileTooLargeError),
    "contacts without any": (b"BEGIN:VCARD", None),
}


@pytest.fixture
def bring(tmp_path, read):
    """Return what a file is planned to bring as clients."""

    def planned(data, name="archivo.csv"):
        path = tmp_path / name
        path.write_bytes(data)
        table = make_table(read_rows(path), CLIENTS)
        mapping = read(guess, table, CLIENTS)
        return read(plan_import, CLIENTS, table, mapping)

    return planned


def test_there_are_at_least_thirty():
    assert len(WITH_ROWS) + len(WITH_REASONS) + len(REFUSED) >= 50


@pytest.mark.parametrize("case", WITH_ROWS)
def test_what_can_be_read_is_read(bring, write, case):
    data, expected = WITH_ROWS[case]
    plan = bring(data)
    assert list(map(str, plan.problems)) == []
    assert [(" ".join(each.request.name.split()), each.balance) for each in plan.ready] == expected
    assert write(run_import, plan, "import").added == len(expected)


@pytest.mark.parametrize("case", WITH_REASONS)
def test_what_is_wrong_is_named_by_its_line(bring, case):
    data, lines, words = WITH_REASONS[case]
    plan = bring(data)
    assert [problem.line for problem in plan.problems] == lines
    assert all(words in str(problem) for problem in plan.problems)
    assert len(str(plan.problems[0])) < 300


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_table_is_refused_in_a_sentence(bring, case):
    data, kind = REFUSED[case]
    if kind is None:
        assert [str(problem) for problem in bring(data).problems] == [
            "Línea 1: Al contacto le falta el final."
        ]
        return
    with pytest.raises(kind) as refusal:
        bring(data, "archivo.xlsx")
    assert str(refusal.value).endswith((".", "»"))
    assert "archivo.xlsx" in str(refusal.value)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(bring, monkeypatch):
    monkeypatch.setattr(workbook_module, "_MAX_UNPACKED", 10_000_000)
    bomb = with_sheet(SHEET.format(" " * 20_000_000))
    assert len(bomb) < 60_000
    with pytest.raises(FileTooLargeError):
        bring(bomb)


def test_a_bomb_that_lies_about_its_size_is_refused(bring):
    honest = with_sheet(SHEET.format(" " * 20_000_000))
    size = (20_000_000 + len(SHEET) - 2).to_bytes(4, "little")
    assert honest.count(size) == 2
    with pytest.raises(ExchangeError):
        bring(honest.replace(size, (500).to_bytes(4, "little")))


@pytest.mark.parametrize("name", ["no-está.csv", "nul\0o.csv", "x" * 300 + ".csv", "."])
def test_a_file_that_cannot_be_opened(tmp_path, name):
    with pytest.raises(ExchangeError, match="No se puede leer"):
        read_rows(tmp_path / name)


@pytest.mark.parametrize("cell", ["\r,", "Ana,\n3", "\r\n\t"])
def test_a_quoted_cell_with_line_breaks_is_no_row_of_another_separator(tmp_path, cell):
    file = tmp_path / "a.csv"
    file.write_bytes(f'Nombre;Saldo\n"{cell}"\nAna;3\n'.encode())
    assert [row.cells for row in read_rows(file).rows] == [
        ("Nombre", "Saldo"),
        (cell,),
        ("Ana", "3"),
    ]


def test_whatever_the_bytes_there_is_no_traceback(bring):
    """Break good files in all manner of places."""
    good = [data for data, _ in WITH_ROWS.values()]
    for number, data in enumerate(good):
        for cut in range(0, len(data), max(len(data) // 12, 1)):
            for broken in (data[:cut], data[:cut] + b"\xff\x00" + data[cut + 2 :]):
                try:
                    plan = bring(broken, f"{number}.csv")
                except ShopError as error:
                    assert str(error)  # noqa: PT017 - either is right; a traceback is not
                else:
                    assert plan.ready or plan.problems
