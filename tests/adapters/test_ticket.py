import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.documents import (
    Document,
    DocumentKind,
    Line,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.money import MAX_BALANCE
from kioskifly_desktop.core.printers import CODE_PAGES, COLUMNS
from kioskifly_desktop.core.ticket import as_text, lay_out, printable
from tests.fakes.escpos_decoder import decode
from tests.fakes.papers import RECEIPT, STATEMENT, printer

COLUMNS_ANY = st.sampled_from(COLUMNS)
PAGES_ANY = st.sampled_from(sorted(CODE_PAGES))
AMOUNTS = st.integers(-MAX_BALANCE, MAX_BALANCE)
NASTY = st.sampled_from(
    [
        "\x1b@\x1dV\x00",
        "\x10\x14\x01\x00\x05",
        "\x00\x07\x1c&",
        "\u200f\u05e9\u05dc\u05d5\u05dd",
        "👩‍👩‍👧 kiosco",
        "N\u0303andu\u0301",
        "“Lo de Pepe” – 1\u00a02/2…",
        "日本語",
        "½ kg №5 ﬁdeos",
        "a\u200bb\u00adc",
        "x" * 200,
        "\ud800",
    ]
)
TEXTS = st.one_of(NASTY, st.text(max_size=200))
STYLES = st.sampled_from(Style)
BLOCKS = st.one_of(
    st.builds(Text, TEXTS, st.sampled_from(["left", "center"]), STYLES),
    st.builds(Pair, TEXTS, AMOUNTS.map(format_money), STYLES),
    st.builds(Pair, TEXTS, TEXTS, STYLES),
    st.builds(Movement, st.just("05/03/2026"), TEXTS, AMOUNTS, AMOUNTS, TEXTS),
    st.builds(MovementsHeader, AMOUNTS),
    st.builds(Rule, st.sampled_from("-=")),
    st.builds(Space, st.integers(0, 3)),
    st.builds(Signature, st.lists(TEXTS, max_size=5).map(tuple)),
)


def _document(*blocks):
    return Document(DocumentKind.TEST, "Prueba", "", blocks)


DOCUMENTS = st.lists(BLOCKS, max_size=8).map(lambda blocks: _document(*blocks))


def _texts(document, columns=32):
    return [line.text for line in lay_out(document, columns)]


@given(DOCUMENTS, COLUMNS_ANY, PAGES_ANY)
def test_no_line_is_wider_than_the_paper(document, columns, page):
    for line in lay_out(document, columns, page):
        assert len(line.text) <= (columns // 2 if line.style is Style.TITLE else columns)


@given(DOCUMENTS, COLUMNS_ANY, PAGES_ANY)
def test_the_printer_reads_back_the_lines_that_were_laid_out(document, columns, page):
    job = decode(to_bytes(document, _printer(columns, page)))
    lines = lay_out(document, columns, page)
    assert [printed.text for printed in job.lines] == [line.text for line in lines]
    assert all(printed.columns <= columns for printed in job.lines)
    assert job.pages == [CODE_PAGES[page]]
    assert job.cut
    assert job.at_rest


@given(TEXTS, PAGES_ANY)
def test_printable_text_is_what_the_page_holds(text, page):
    clean = printable(text, page)
    assert clean.isprintable()
    assert clean.encode(page).decode(page) == clean
    assert printable(clean, page) == clean


@given(TEXTS, st.lists(AMOUNTS, min_size=1, max_size=4), COLUMNS_ANY)
def test_figures_are_never_cut(caption, amounts, columns):
    pairs = [Pair(caption, format_money(amount), Style.TALL) for amount in amounts]
    movements = [Movement("05/03/2026", caption, amount, -amount) for amount in amounts]
    lines = _texts(_document(*pairs, *movements), columns)
    for amount in amounts:
        paper = format_money(amount).replace("\u00a0", " ").replace("−", "-")
        assert any(line.endswith(paper) for line in lines)
        assert any(re.search(rf"(^| ){re.escape(paper.replace('$ ', ''))}( |$)", x) for x in lines)


@given(DOCUMENTS, COLUMNS_ANY)
def test_the_same_document_is_the_same_bytes(document, columns):
    again = Document.from_json(document.to_json()) if _is_json(document) else document
    assert to_bytes(document, _printer(columns)) == to_bytes(again, _printer(columns))


def _is_json(document):
    return not re.search("[\ud800-\udfff]", repr(document.blocks)) and bool(document.blocks)


def _printer(columns, page="cp858"):
    return printer(columns=columns, code_page=page, code_page_number=CODE_PAGES[page])


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        ("N\u0303andu\u0301", "cp858", "Ñandú"),
        ("−$\u00a015.000,00", "cp858", "-$ 15.000,00"),
        ("“Lo de Pepe” – ‘sí’…", "cp1252", "\"Lo de Pepe\" - 'sí'..."),
        ("• uno\ndos\ttres", "cp850", "* uno dos tres"),
        ("a\x1b@b\x1dc\x00d\x10e\x85f", "cp858", "a@bcdef"),
        ("Kiosco 🍬 \u200fel\u200b Sol", "cp858", "Kiosco  el Sol"),
        ("€ 5", "cp858", "€ 5"),
        ("€ 5", "cp850", "EUR 5"),
        ("Łódź ½", "cp858", "Lódz ½"),
        ("¿Ñandú? N° 1ª ½", "ascii", "Nandu? No 1a 1/2"),
        ("日本語", "cp858", ""),
    ],
)
def test_letters_the_printer_lacks(text, page, expected):
    assert printable(text, page) == expected


def test_a_name_of_nothing_printable_leaves_an_empty_line():
    document = _document(Text("🍬🍭", "center", Style.TITLE), Pair("🍬", "$ 1,00"), Text("fin"))
    assert _texts(document) == ["", " " * 26 + "$ 1,00", "fin"]


def test_a_title_takes_half_the_columns_and_wraps_at_words():
    lines = lay_out(_document(Text("MAXIKIOSCO LOS HERMANOS", "center", Style.TITLE)), 32)
    assert lines == [Line(" MAXIKIOSCO LOS", Style.TITLE), Line("    HERMANOS", Style.TITLE)]


def test_a_long_caption_wraps_above_its_figure():
    pair = Pair("Otros Impuestos Nacionales Indirectos", "$ 0,00")
    assert _texts(_document(pair)) == [
        "Otros Impuestos Nacionales",
        "Indirectos",
        "                          $ 0,00",
    ]


def test_a_long_word_is_broken_not_lost():
    assert "".join(_texts(_document(Text("x" * 70)))) == "x" * 70


def test_the_sign_of_pesos_stays_with_its_figure():
    for line in _texts(_document(Text("Pagó en dos veces la suma de $\u00a01.500,00 exactos"))):
        assert not line.endswith("$")


def test_the_reference_is_printed_where_it_fits():
    movement = Movement("05/03/2026", "Rec 457", -100, 0, "Recibo 457")
    assert "05/03 Rec 457" in as_text(_document(movement), 32)
    assert "05/03 Recibo 457" in as_text(_document(movement), 48)


def test_figures_too_wide_to_stand_together_take_a_line_each():
    movement = Movement("05/03/2026", "Ajuste", -MAX_BALANCE, -MAX_BALANCE)
    assert _texts(_document(movement), 42) == [
        "05/03 Ajuste",
        "                     -9.999.999.999.999,99",
        "Saldo                -9.999.999.999.999,99",
    ]


def test_signatures_stand_side_by_side():
    assert _texts(_document(Signature(("Cajero", "Encargado")))) == [
        "..............    ..............",
        "    Cajero          Encargado",
    ]


def test_a_line_of_each_style_reaches_the_printer():
    document = _document(
        Text("T", style=Style.TITLE),
        Text("b", style=Style.BOLD),
        Text("n"),
        Pair("alto", "1", Style.TALL),
    )
    job = decode(to_bytes(document, _printer(32)))
    assert [(x.bold, x.wide, x.tall) for x in job.lines] == [
        (False, 2, 2),
        (True, 1, 1),
        (False, 1, 1),
        (True, 1, 2),
    ]


def test_without_a_cutter_the_paper_is_fed_to_the_tear_bar():
    job = decode(to_bytes(RECEIPT, printer(has_cutter=False)))
    assert (job.fed, job.cut) == (5, False)
    job = decode(to_bytes(RECEIPT, printer()))
    assert (job.fed, job.cut) == (4, True)


def test_without_accents_the_words_remain():
    job = decode(to_bytes(STATEMENT, _printer(48, "ascii")))
    assert any("GOMEZ NUNEZ, Ramon" in line.text for line in job.lines)


@pytest.mark.parametrize("columns", COLUMNS)
def test_the_statement_adds_up_as_printed(columns):
    lines = _texts(STATEMENT, columns)

    def last_figure(line):
        return int(re.sub(r"[^\d-]", "", line.split()[-1]))

    rows = [line for line in lines if re.match(r"\d\d/\d\d |      cig|     +14", line)]
    amounts = [
        int(re.sub(r"[^\d-]", "", figures[0]))
        for figures in (re.findall(r"-?[\d.]+,\d\d", line) for line in rows)
        if figures
    ]
    opening = next(last_figure(line) for line in lines if line.startswith("Saldo anterior"))
    closing = next(last_figure(line) for line in lines if line.startswith("SALDO A PAGAR"))
    assert len(amounts) == 5
    assert opening + sum(amounts) == closing
