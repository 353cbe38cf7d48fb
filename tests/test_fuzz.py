"""Whatever comes from outside is read as what it is, or refused with a sentence; never a traceback.

Each reader is given some hundred inputs by the default tests, and many thousand by the long ones.
"""

import io
import json
import random
import zipfile
from contextlib import closing, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kioskifly_desktop.adapters.exchange import read_rows
from kioskifly_desktop.adapters.printers import status
from kioskifly_desktop.adapters.writers.service import _message
from kioskifly_desktop.core.barcodes import (
    ScaleLabels,
    ScaleValue,
    check_barcode,
    check_scale_labels,
    normalize,
    read_scale_label,
)
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import parse_date, parse_money, parse_percent, parse_quantity
from kioskifly_desktop.core.fiscal import DocumentType, check_document
from kioskifly_desktop.core.imports import (
    ImportKind,
    Source,
    TableRow,
    guess,
    make_table,
    plan_import,
    run_import,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_QUANTITY
from kioskifly_desktop.core.plan import read_key
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.demo.shop import DEMO_KEY

SHORT, LONG = 150, 10_000

# Letters that mean something to one reader or another, and some that mean nothing to any.
SIGNS = st.text("0123456789.,-+ $%eE/kgKG'\"()\t\n\u00a0\u202f\u2212\u0661\u066b\0", max_size=24)
ANY = st.text(max_size=40) | SIGNS
SOME = st.integers(0, 99) | st.integers(0, 12_000)
DATES = st.builds("{0}{3}{1}{3}{2}".format, SOME, SOME, SOME, st.sampled_from(["", *"/.- "]))
CELLS = (
    ANY
    | st.sampled_from(["Nombre", "Saldo", "Teléfono", "DNI", "Precio", "Código", "Cumpleaños"])
    | st.integers(-(10**20), 10**20).map(str)
    | st.floats().map(str)
    | st.dates().map(str)
    | st.sampled_from(
        ["=1+1", "@SUM(A1)", "\ud800", "\x1b@", "<b>x</b>", "'; DROP TABLE client;--"]
    )
)
TABLES = st.lists(st.lists(CELLS, max_size=7), max_size=9)
KINDS = st.sampled_from(ImportKind)


def _figure(parse, most):
    def read(text):
        assert -most <= parse(text) <= most

    return read


def _barcode(text):
    code = check_barcode(text)
    assert normalize(code) == code
    assert check_barcode(code) == code


LABELS = st.builds(
    ScaleLabels,
    prefix=st.text("0123456789", max_size=4),
    code_start=st.integers(-2, 14),
    code_length=st.integers(-1, 8),
    value_start=st.integers(-2, 14),
    value_length=st.integers(-1, 8),
    value=st.sampled_from(ScaleValue),
    decimals=st.integers(-1, 5),
)


def _label(asked):
    labels, code = asked
    check_scale_labels(labels)
    reading = read_scale_label(labels, code)
    if reading is not None:
        assert len(reading.code) == labels.code_length
        said = reading.quantity if labels.value is ScaleValue.WEIGHT else reading.amount
        assert said is not None
        assert said >= 0


def _changed_key(change):
    place, letters = change
    text = DEMO_KEY[:place] + letters + DEMO_KEY[place + len(letters) :]
    # Some changes leave the letters as they were, as a dash more does.
    assert read_key(text) == read_key(DEMO_KEY)


def _printer(sent):
    status.answer_in(sent)
    status.acknowledges(sent)
    assert not status.acknowledges(sent, 77) or b"\x37\x22" in sent
    for start in range(max(len(sent) - 2, 0)):
        status.condition(*sent[start : start + 3])


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["mensaje", "productos"]) | st.text(max_size=5), inner)
    ),
    max_leaves=8,
)
ANSWERS = (
    ANY | JSON.map(json.dumps) | JSON.map(lambda each: f"<think>{{</think> {json.dumps(each)}")
)


def _answer(asked):
    text, end = asked
    for cut in (text[:end], text):
        words, products = _message(cut, whole=False)
        assert isinstance(words, str)
        assert all(isinstance(each, str) for each in products)
    _message(text, whole=True)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """Give an open shop and its administrator."""
    with closing(open_shop(tmp_path_factory.mktemp("fuzz"))) as database:
        with database.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
        yield database, admin


def _bring(work, table, kind):
    plan = plan_import(work, kind, table, guess(work, table, kind))
    if not plan.ready:
        assert plan.problems or plan.refusal or not table.rows
        return
    done = run_import(work, plan, "fuzz")
    assert done.added == len(plan.ready)
    assert check(work) == []


class _UndoneError(Exception):
    """What was brought in is not to stay."""


@pytest.fixture
def bring(shop):
    """Return a function that brings rows in, sees that the books agree, and undoes it."""
    database, admin = shop

    def run(source, kind):
        table = make_table(source, kind)
        with suppress(_UndoneError), database.write(admin) as work:
            _bring(work, table, kind)
            raise _UndoneError

    return run


def _file_strategy():
    book, text = io.BytesIO(), "Nombre;Teléfono;Saldo\nJuan Ñandú;351 455-0917;1.500,50\nAna;;-3\n"
    sheet = Workbook()
    for row in (["Nombre", "Saldo"], ["Juan", 1500.5]):
        sheet.worksheets[0].append(row)
    sheet.save(book)
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Núñez\nTEL:351 455-0917\nEND:VCARD\n"
    good = [
        *(book.getvalue(), text.encode(), text.encode("cp1252"), text.encode("utf-16")),
        card.encode(),
    ]
    marks = st.text(";,\t|\"'\r\n a1=", max_size=30).map(str.encode)
    return (
        st.binary(max_size=300)
        | marks
        | st.builds(_spoiled, st.sampled_from(good), st.integers(0, 2**32), st.integers(1, 6))
    )


def _spoiled(good, seed, times):
    """Return a good file with bytes changed, cut out or doubled; of a workbook, of its parts."""
    rng = random.Random(seed)
    if good.startswith(b"PK") and rng.random() < 0.8:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, "w") as target:
            spoiled = rng.choice(source.namelist())
            for name in source.namelist():
                data = source.read(name)
                target.writestr(name, _scrambled(data, rng, times) if name == spoiled else data)
        return out.getvalue()
    return _scrambled(good, rng, times)


def _scrambled(data, rng, times):
    for _ in range(times):
        place = rng.randrange(len(data) + 1)
        cut = rng.choice((0, 1, 5))
        more = rng.choice((b"", rng.randbytes(1), rng.randbytes(4), data[place : place + 9]))
        data = data[:place] + more + data[place + cut :]
    return data


READERS = {
    "money": (SIGNS, _figure(parse_money, MAX_AMOUNT)),
    "quantity": (SIGNS, _figure(parse_quantity, MAX_QUANTITY)),
    "percent": (SIGNS, _figure(parse_percent, 100_00)),
    "date": (DATES | SIGNS, parse_date),
    "any amount": (ANY, _figure(parse_money, MAX_AMOUNT)),
    "barcode": (ANY | st.text("0123456789 -", max_size=16), _barcode),
    "label": (st.tuples(LABELS, st.text("0123456789", max_size=14)), _label),
    "document": (
        st.tuples(st.sampled_from(DocumentType), ANY),
        lambda asked: str(check_document(*asked).reason),
    ),
    "plan's key": (ANY, read_key),
    "changed key": (
        st.tuples(st.integers(0, len(DEMO_KEY)), st.text("ABCZ234567-\n é", max_size=3)),
        _changed_key,
    ),
    "printer": (st.binary(max_size=40), _printer),
    "answer": (st.tuples(ANSWERS, st.integers(0, 40)), _answer),
}


def hammer(values, read, times):
    """Give a reader that many inputs; a sentence for the person is as good as an answer."""

    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(values)
    def run(value):
        try:
            read(value)
        except ShopError as error:
            assert str(error)  # noqa: PT017 - either is right; another error is not

    run()


@pytest.mark.parametrize("name", READERS)
def test_a_reader_answers_or_says_why_not(name):
    hammer(*READERS[name], SHORT)


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_a_reader_does_ten_thousand_times(name):
    hammer(*READERS[name], LONG)


def _table(bring):
    def read(asked):
        rows, kind = asked
        lines = [TableRow(number, tuple(row)) for number, row in enumerate(rows, start=1)]
        bring(Source("a.csv", lines), kind)

    return st.tuples(TABLES, KINDS), read


def _file(bring, place):
    def read(asked):
        data, kind = asked
        place.write_bytes(data)
        bring(read_rows(place), kind)

    return st.tuples(_file_strategy(), KINDS), read


def test_a_table_is_brought_in_or_said_why_not(bring):
    values, read = _table(bring)
    hammer(values, read, 60)


def test_a_file_is_read_or_said_why_not(bring, tmp_path):
    values, read = _file(bring, tmp_path / "a.csv")
    hammer(values, read, 60)


@pytest.mark.long
def test_two_thousand_tables_are(bring):
    values, read = _table(bring)
    hammer(values, read, 2_000)


@pytest.mark.long
def test_two_thousand_files_are(bring, tmp_path):
    values, read = _file(bring, tmp_path / "a.csv")
    hammer(values, read, 2_000)
