"""Another process holds the file: a clear sentence, nothing half, and later exactly once."""

from contextlib import closing

import pytest

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ShopLockedError
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sales import list_sales
from kioskifly_desktop.core.sessions import current_session
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.conftest import Clock
from tests.factories import DRAWER
from tests.fakes.hands import CONTROL, Hands, Key
from tests.faults.asked import ACTS, CODE, FEW, REQUEST, bring, furnish
from tests.faults.holder import held
from tests.older_shops import held as rows_of
from tests.older_shops import make_older, revision_of

ENOUGH = 20
"""So many times somebody who is told to try again does."""


@pytest.fixture
def counter(tmp_path):
    return furnish(tmp_path / "shop")


def rows(database):
    """Return all that an act may change."""
    tables = ("journal_entry", "posting", "voucher", "sale", "stock_move", "cash_session")
    with database.read() as work:
        return [
            work.db.exec_driver_sql(f"SELECT * FROM {table}").fetchall()
            for table in (*tables, "account", "product", "print_job", "audit_event")
        ]


def asked(database):
    with database.read() as work:
        assert check(work) == []
        return work.db.exec_driver_sql(
            "SELECT count(*) FROM journal_entry WHERE request_id = ?", (REQUEST,)
        ).scalar_one()


def attempt(database, counter, act):
    with database.write(counter.admin) as work:
        return act(counter, work)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_held_for_ever(counter, act):
    with closing(open_shop(counter.path.parent, create=False)) as database:
        before = rows(database)
        with held(counter.path):
            for _ in range(2):
                with pytest.raises(ShopLockedError, match="No se guardó nada: cerralo y probá"):
                    attempt(database, counter, act)
            assert rows(database) == before
        first = attempt(database, counter, act)
        assert attempt(database, counter, act) == first
        assert asked(database) == 1


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_held_for_a_second(counter, act):
    with closing(open_shop(counter.path.parent, create=False)) as database:
        with held(counter.path, 1):
            for _ in range(ENOUGH):
                before = rows(database)
                try:
                    attempt(database, counter, act)
                except ShopLockedError:
                    assert rows(database) == before
                else:
                    break
        attempt(database, counter, act)
        assert asked(database) == 1


def test_an_import_is_held_up_whole(counter):
    with closing(open_shop(counter.path.parent, create=False)) as database:
        before = rows(database)
        with held(counter.path), pytest.raises(ShopLockedError):
            attempt(database, counter, bring)
        assert rows(database) == before
        assert attempt(database, counter, bring).added == FEW
        assert asked(database) == 0
        with database.read() as work:
            clients = "SELECT count(*) FROM client"
            assert work.db.exec_driver_sql(clients).scalar_one() == 1 + FEW


def test_an_upgrade_is_held_up_whole(tmp_path):
    old = tmp_path / "old"
    old.mkdir()
    make_older(old, tmp_path / "lived", "0004", Clock())
    columns, before = rows_of(old / FILE_NAME)
    with held(old / FILE_NAME), pytest.raises(ShopLockedError, match="probá de nuevo"):
        open_shop(old, create=False)
    assert revision_of(old / FILE_NAME) == "0004"
    with closing(open_shop(old, create=False)) as database, database.read() as work:
        assert check(work) == []
    assert rows_of(old / FILE_NAME, columns)[1] == before


class WorkingHands(Hands):
    """Hands that know which file they work on."""

    def __init__(self, qtbot, program):
        super().__init__(qtbot, program.window)
        self.database = program.database


@pytest.fixture
def hands(qtbot, counter):
    program = Program(counter.path.parent)
    qtbot.addWidget(program.window)
    program.window.show()
    yield WorkingHands(qtbot, program)
    with program.database.read() as work:
        assert check(work) == []
    program.close()


def told(words):
    """Tell whether somebody who is told so knows what to do."""
    return words.startswith("Otro programa está usando el negocio") and "probá de nuevo" in words


def pressed_while_held(hands, path, place, said, seconds):
    """Press Enter while another program holds the file, until it is done."""
    database = hands.database
    before = rows(database)
    with held(path, seconds):
        for _ in range(1 if seconds else 2):
            place.setFocus()
            hands.key(Key.Key_Return)
            assert (rows(database) == before) is told(said())
        if not seconds:
            assert told(said())
            assert place.window().isVisible()
    if rows(database) == before:
        place.setFocus()
        hands.key(Key.Key_Return)


both = pytest.mark.parametrize("seconds", ["", 1], ids=["for ever", "for a second"])


@both
def test_a_payment_at_the_window(hands, counter, seconds):
    page = hands.window.show_page(keys.CLIENTS)
    page.search.setFocus()
    hands.type("ana\r")
    wallet = hands.front(WalletDialog)
    hands.type("300")
    field = wallet.payment.amount_field
    pressed_while_held(hands, counter.path, wallet.payment.amount, field.message.text, seconds)
    hands.qtbot.waitUntil(lambda: not wallet.payment.amount.text())
    wallet.reject()
    with hands.database.read() as work:
        assert get_client(work, counter.client).balance == 700_00
        assert get_register(work, DRAWER).balance == 300_00


@both
def test_a_sale_at_the_window(hands, counter, seconds):
    page = hands.window.show_page(keys.SALE)
    page.scan.setFocus()
    hands.scan(CODE)
    hands.key(Key.Key_F4)
    charge = hands.front(ChargeDialog)
    pressed_while_held(
        hands, counter.path, charge.side.charge_button, charge.side.error.text, seconds
    )
    hands.back_at(page.scan)
    with hands.database.read() as work:
        assert len(list_sales(work)) == 2
        assert get_register(work, DRAWER).balance == 500_00


@both
def test_a_close_at_the_window(hands, counter, seconds):
    page = hands.window.show_page(keys.REGISTERS)
    page.list.setFocus()
    hands.key(Key.Key_T, CONTROL)
    dialog = hands.front(CloseSessionDialog)
    dialog.grid.coins.setText("7")
    pressed_while_held(hands, counter.path, dialog.save_button, dialog.error.text, seconds)
    hands.back_at(page.list)
    with hands.database.read() as work:
        assert current_session(work, DRAWER) is None
        closes = "SELECT count(*) FROM voucher WHERE kind = 'close'"
        assert work.db.exec_driver_sql(closes).scalar_one() == 1
