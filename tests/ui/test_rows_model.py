from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt

from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE, Column, RowsModel


@dataclass(frozen=True)
class Item:
    id: int
    name: str


class Source:
    def __init__(self, count):
        self.items = [Item(n, f"item {n}") for n in range(count)]
        self.asked = []

    def fetch(self, after, limit):
        self.asked.append((after and after.id, limit))
        start = 0 if after is None else after.id + 1
        return [item for item in self.items if item.id >= start][:limit]


def make(count, page=10):
    source = Source(count)
    columns: tuple[Column[Item], ...] = (
        Column(
            "Id", lambda item: str(item.id), right=True, tooltip=lambda item: f"<b>{item.id}\nfin"
        ),
        Column("Nombre", lambda item: item.name, accessible=lambda item: f"Se llama {item.name}"),
    )
    return source, RowsModel(columns, source.fetch, page=page)


def test_it_is_a_sound_model(qtmodeltester):
    _, model = make(25)
    qtmodeltester.check(model)


def test_it_reads_page_by_page_and_knows_the_end():
    source, model = make(25)
    while model.canFetchMore():
        model.fetchMore()
    assert [row.id for row in model.rows] == list(range(25))
    assert source.asked == [(None, 10), (9, 10), (19, 10)]


def test_an_exact_page_asks_once_more():
    source, model = make(10)
    while model.canFetchMore():
        model.fetchMore()
    assert model.rowCount() == 10
    assert source.asked == [(None, 10), (9, 10)]


def test_reading_again_keeps_as_many_rows_as_were_shown():
    source, model = make(25)
    model.fetchMore()
    model.fetchMore()
    source.items[0] = Item(0, "otro")
    model.reload()
    assert model.rowCount() == 20
    assert model.rows[0].name == "otro"
    assert model.canFetchMore()


def test_starting_again_reads_one_page():
    _, model = make(25)
    model.fetchMore()
    model.fetchMore()
    model.restart()
    assert model.rowCount() == 10


def test_cells_say_their_row_to_eye_and_reader():
    _, model = make(3)
    model.fetchMore()
    cell = model.index(1, 1, QModelIndex())
    assert cell.data() == "item 1"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Se llama item 1"
    assert cell.data(ROW_ROLE) == Item(1, "item 1") == model.row(cell)
    tooltip = model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == "<span>&lt;b&gt;1<br>fin</span>"
    right = model.index(1, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight.value
    assert model.find(lambda item: item.name == "item 2") == 2
    assert model.find(lambda item: item.name == "nada") == -1
