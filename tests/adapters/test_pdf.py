import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from kioskifly_desktop.adapters import a4
from kioskifly_desktop.adapters.pdf import save_pdf
from kioskifly_desktop.core.documents import (
    Document,
    DocumentKind,
    Movement,
    Pair,
    PdfPage,
    Style,
    Text,
)
from kioskifly_desktop.core.errors import OutputFileError
from kioskifly_desktop.core.ticket import lay_out
from tests.fakes.papers import LEGEND, RECEIPT, STATEMENT, long_statement

MILLIMETRES = 25.4 / 72


def _saved(document, folder, page=PdfPage.A4):
    path = folder / "papel.pdf"
    save_pdf(document, path, page)
    return PdfReader(path)


def _text(pdf):
    return "\n".join(page.extract_text() for page in pdf.pages)


def test_the_receipt_says_what_the_document_says(tmp_path):
    pdf = _saved(RECEIPT, tmp_path)
    text = _text(pdf)
    for expected in (
        "KIOSCO EL SOL",
        "CUIT 27-12345678-4 - Monotributo",
        "RECIBO DE PAGO",
        "N° X-00001-00000457",
        "Fecha 22/11/2026 10:31",
        "Recibimos de: GÓMEZ NÚÑEZ, Ramón (cta. 00184)",
        "$ 15.000,00",
        "-$ 15.000,00",
        "$ 30.678,90",
        "Firma y aclaración",
        "Op. 000457-7F3A",
        "Página 1 de 1",
    ):
        assert expected in text
    assert LEGEND in " ".join(text.split())
    assert re.search(r"^X$", text, re.MULTILINE)
    assert len(pdf.pages) == 1
    assert pdf.metadata.title == "Recibo de pago X-00001-00000457"
    assert pdf.metadata.author == "KIOSCO EL SOL"


def test_the_statement_is_a_table_with_its_totals(tmp_path):
    text = _text(_saved(STATEMENT, tmp_path))
    assert re.search(r"Fecha Concepto Debe Haber Saldo", text)
    assert re.search(r"Saldo anterior 19.000,00", text)
    assert re.search(r"12/11/2026 Recibo X-00001-00000449 9.000,00 30.795,67", text)
    assert re.search(r"Totales 35.678,90 24.000,00", text)
    assert re.search(r"SALDO A PAGAR \$ 30.678,90", text)
    assert not re.search(r"^X$", text, re.MULTILINE)


def test_a_statement_of_several_months_has_their_subtotals(tmp_path):
    movements = [
        Movement("30/09/2026", "Tkt 1", 100_000, 2_000_000),
        Movement("01/10/2026", "Tkt 2", 250_000, 2_250_000),
        Movement("15/10/2026", "Pago 1", -90_000, 2_160_000),
        Movement("02/11/2026", "Tkt 3", 45_000, 2_205_000),
    ]
    head, tail = STATEMENT.blocks[:13], STATEMENT.blocks[18:]
    document = replace(STATEMENT, blocks=(*head, *movements, *tail))
    lines = _text(_saved(document, tmp_path)).splitlines()
    assert [line for line in lines if line.startswith("Total")] == [
        "Total de septiembre de 2026 1.000,00 0,00",
        "Total de octubre de 2026 2.500,00 900,00",
        "Total de noviembre de 2026 450,00 0,00",
        "Totales 3.950,00 900,00",
    ]
    assert lines.index("Total de septiembre de 2026 1.000,00 0,00") < next(
        n for n, line in enumerate(lines) if line.startswith("01/10/2026")
    )
    assert "Total de noviembre" not in _text(_saved(STATEMENT, tmp_path))


def test_a_long_statement_repeats_its_header_and_numbers_its_pages(tmp_path):
    pdf = _saved(long_statement(400), tmp_path)
    pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) > 5
    for number, text in enumerate(pages, start=1):
        assert f"Página {number} de {len(pages)}" in text
        assert "Cliente: GÓMEZ NÚÑEZ, Ramón" in text
    assert all("Debe Haber Saldo" in text for text in pages)
    numbers = re.findall(r"Ticket 0001-(\d{8})", "\n".join(pages))
    assert numbers == [f"{n:08d}" for n in range(1, 401)]


@given(st.text(max_size=200), st.sampled_from([8.5, 10.0, 14.0]))
def test_text_on_a4_keeps_within_its_column(text, size):
    for line in a4._wrap(text, 120.0, a4.Font("Helvetica-Bold", size)):
        assert stringWidth(line, "Helvetica-Bold", size) <= 120.001


@pytest.mark.parametrize(
    ("page", "columns", "width"), [(PdfPage.TICKET_80, 48, 80), (PdfPage.TICKET_58, 32, 58)]
)
@pytest.mark.parametrize("document", [RECEIPT, STATEMENT], ids=["receipt", "statement"])
def test_a_ticket_page_has_the_printers_lines(tmp_path, document, page, columns, width):
    pdf = _saved(document, tmp_path, page)
    (only,) = pdf.pages
    lines = [line.text.strip() for line in lay_out(document, columns, "cp1252")]
    printed = [line.strip() for line in only.extract_text().splitlines() if line.strip()]
    assert printed == [line for line in lines if line]
    assert round(float(only.mediabox.width) * MILLIMETRES) == width
    assert float(only.mediabox.height) * MILLIMETRES < len(lines) * 3.75 + 20


def test_a_very_long_ticket_stays_within_what_readers_open(tmp_path):
    pdf = _saved(long_statement(3_000), tmp_path, PdfPage.TICKET_58)
    assert len(pdf.pages) > 1
    assert all(float(page.mediabox.height) <= 14_400 for page in pdf.pages)
    assert "Tkt 03000" in _text(pdf)


@pytest.mark.parametrize("page", PdfPage)
def test_the_same_document_is_the_same_file(tmp_path, page):
    for name in ("a.pdf", "b.pdf"):
        save_pdf(RECEIPT, tmp_path / name, page)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("page", PdfPage)
def test_a_document_without_a_letterhead_is_saved(tmp_path, page):
    document = Document(
        DocumentKind.TEST,
        "Prueba",
        "",
        (
            Text("🍬", "center", Style.TITLE),
            Text("y" * 300),
            Pair("z " * 200, "9.999.999.999.999,99", Style.TALL),
        ),
    )
    text = _text(_saved(document, tmp_path, page))
    assert text.count("y") >= 300
    assert "9.999.999.999.999,99" in text


def test_nothing_is_left_behind_when_the_file_cannot_be_written(tmp_path):
    occupied = tmp_path / "carpeta.pdf"
    occupied.mkdir()
    with pytest.raises(OutputFileError, match="carpeta"):
        save_pdf(RECEIPT, occupied, PdfPage.A4)
    with pytest.raises(OutputFileError, match="no existe"):
        save_pdf(RECEIPT, tmp_path / "no" / "papel.pdf", PdfPage.A4)
    assert list(tmp_path.iterdir()) == [occupied]


def test_an_older_file_is_replaced_whole(tmp_path):
    path = tmp_path / "papel.pdf"
    path.write_bytes(b"viejo" * 100_000)
    save_pdf(RECEIPT, path, PdfPage.A4)
    assert "RECIBO DE PAGO" in _text(PdfReader(path))
    assert list(tmp_path.iterdir()) == [path]
