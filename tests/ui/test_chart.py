"""The chart: its scale, where each value is, and what it says to keys, mouse and readers."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.reports import Column, ColumnKind, Report, Series, Shape
from kioskifly_desktop.ui.reports.chart import Chart
from kioskifly_desktop.ui.reports.scale import mark_words, marks
from kioskifly_desktop.ui.theme import Look, color, theme

MONEY = ColumnKind.MONEY
Key = Qt.Key
DAYS = [date(2026, 3, 1) + timedelta(days=n) for n in range(4)]
LABELS = [f"{day:%d/%m/%Y}" for day in DAYS]


def report(*series):
    columns = (Column("Día"), Column("Neto", MONEY))
    return Report("Ventas por día", columns, (), ("Total", 0), tuple(series))


def bars(*values, shape=Shape.BARS, labels=LABELS):
    points = tuple(zip(labels, values, strict=False))
    return Series("Neto", shape, MONEY, points)


def line(*values):
    return Series("Período anterior", Shape.LINE, MONEY, tuple(zip(LABELS, values, strict=False)))


@pytest.fixture
def chart(window):
    result = Chart()
    result.setParent(window)
    result.resize(800, 230)
    window.activateWindow()

    def show(*series):
        result.show_report(report(*series))
        result.resize(result.sizeHint().expandedTo(result.size()))
        result.show()
        return result

    return show


def drawn(chart, token):
    """Return the pixels of a colour, under the legend."""
    image, wanted = chart.grab().toImage(), color(token).rgb()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(40, image.height())
        if image.pixel(x, y) == wanted
    ]


@given(st.lists(st.integers(-(10**15), 10**15), min_size=1), st.sampled_from([*ColumnKind]))
def test_the_scale_is_round_few_and_holds_all(values, kind):
    found = marks(values, kind)
    assert 0 in found
    assert found[0] <= min(values)
    assert found[-1] >= max(values)
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) == 1
    assert str(steps.pop()).rstrip("0") in {"1", "2", "5"}
    assert 2 <= len(found) <= 8


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "$ 0"),
        (500_00, "$ 500"),
        (20_000_00, "$ 20 mil"),
        (-300_000_00, "−$ 300 mil"),
        (1_500_000_00, "$ 1,5 M"),
        (200_000_000_00, "$ 200 M"),
    ],
)
def test_the_scale_in_few_words(value, words):
    assert mark_words(value, MONEY).replace("\u00a0", " ") == words


def test_bars_are_as_high_as_their_values(chart):
    shown = chart(bars(100_00, 200_00, 0, -100_00))
    columns: dict[int, list[int]] = {}
    for x, y in drawn(shown, "action"):
        place = next(n for n in range(4) if shown._place_rect(n).contains(x, shown._plot().y()))
        columns.setdefault(place, []).append(y)
    heights = {place: max(ys) - min(ys) + 1 for place, ys in columns.items()}
    assert set(heights) == {0, 1, 3}
    assert heights[1] == pytest.approx(2 * heights[0], abs=3)
    assert heights[3] == pytest.approx(heights[0], abs=3)
    assert min(columns[3]) >= max(columns[0]) - 2


def test_a_ranking_has_longer_bars_for_more(chart):
    names = ["Alfajor", "Cola", "Un producto de nombre larguísimo que no entra en ningún lado"]
    shown = chart(bars(300_00, 150_00, 0, shape=Shape.RANKING, labels=names))
    rows: dict[int, list[float]] = {}
    for x, y in drawn(shown, "action"):
        place = next(n for n in range(3) if shown._place_rect(n).contains(x, y))
        rows.setdefault(place, []).append(x)
    if 0 not in rows:  # above what `drawn` looks at
        rows[0] = [shown._plot().left(), shown._plot().right()]
    widths = {place: max(xs) - min(xs) for place, xs in rows.items()}
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.03)
    assert 2 not in widths


def test_the_line_before_is_drawn_in_its_own_colour_in_both_looks(chart, qapp):
    shown = chart(bars(100_00, 200_00), line(50_00, 250_00))
    for look in (Look.LIGHT, Look.DARK):
        theme.apply(qapp, look)
        assert drawn(shown, "chart_line")
        assert drawn(shown, "action")
    shown.show_report(report(bars(100_00, 200_00)))
    assert not drawn(shown, "chart_line")


def test_the_keys_go_through_and_say_each_value(chart):
    shown = chart(bars(100_00, 200_00, 300_00), line(50_00, None, 70_00))
    said = []
    shown.pointed.connect(lambda _: said.append(shown.words().replace("\u00a0", " ")))
    shown.setFocus()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_End, Key.Key_Right, Key.Key_Home):
        QTest.keyClick(shown, key)
    QTest.keyClick(shown, Key.Key_Left)
    assert said == [
        "01/03/2026: Neto $ 100,00; Período anterior $ 50,00",
        "02/03/2026: Neto $ 200,00; Período anterior —",
        "03/03/2026: Neto $ 300,00; Período anterior $ 70,00",
        "01/03/2026: Neto $ 100,00; Período anterior $ 50,00",
    ]
    QTest.keyClick(shown, Key.Key_Escape)
    assert shown.current == -1


def test_the_mouse_says_what_is_under_it(chart):
    shown = chart(bars(100_00, 200_00, 300_00))
    spot = shown._place_rect(2).center().toPoint()
    QTest.mouseMove(shown, spot)
    QTest.qWait(20)
    assert shown.current == 2
    assert shown.accessibleDescription().startswith("03/03/2026")
    QTest.mouseMove(shown, QPoint(1, 1))
    QTest.qWait(20)
    assert shown.current == -1


def test_a_reader_hears_what_the_chart_says(chart):
    shown = chart(bars(100_00, 300_00, 200_00))
    assert shown.accessibleName() == "Gráfico: Ventas por día"
    assert shown.accessibleDescription().replace("\u00a0", " ") == (
        "Neto: lo más, 02/03/2026 ($ 300,00); lo menos, 01/03/2026 ($ 100,00)."
    )


@pytest.mark.parametrize("values", [(), (0,), (0, 0), (5,), (-5, -7), (None, 3), tuple(range(400))])
@pytest.mark.parametrize("shape", [Shape.BARS, Shape.RANKING])
@pytest.mark.parametrize("width", [40, 300, 1500])
def test_whatever_there_is_can_be_painted(chart, values, shape, width):
    labels = [f"Lugar {n}" for n in range(len(values))]
    shown = chart(bars(*values, shape=shape, labels=labels))
    shown.resize(width, 230)
    assert not shown.grab().isNull()
    QTest.keyClick(shown, Key.Key_End)
    assert shown.current == len(values) - 1
