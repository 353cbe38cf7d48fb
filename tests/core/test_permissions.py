import ast
import shutil
from pathlib import Path

import pytest

import kioskifly_desktop
from kioskifly_desktop.core import work as work_module
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import NotAllowedError, PinMissingError
from kioskifly_desktop.core.permissions import (
    GRANTED,
    PERMISSION_NAMES,
    ROLE_NAMES,
    Permission,
    Role,
    refusal,
)
from tests.acts import ACTS, PARTS, PROOFS
from tests.plans import PUBLIC
from tests.writes import writes_of_core

PROGRAM = Path(kioskifly_desktop.__file__).parent
# What a cashier may, in so many words: whoever changes the table changes this as well.
OF_A_CASHIER = {
    "sell",
    "sell_on_account",
    "collect",
    "stock_purchase",
    "edit_client",
    "contact",
    "edit_product",
    "cash",
    "print",
}


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def folder(staged, tmp_path):
    shutil.copy(staged[0], tmp_path / FILE_NAME)
    return tmp_path


class _Undo(Exception):  # noqa: N818 - no error
    pass


@pytest.fixture
def refusals(database, stage):
    """Try an act, undo it, and return which permission it lacked, None if it was done."""

    def run(act, user, authorizer=None):
        try:
            with database.write(user, authorizer) as work:
                act(work, stage)
                raise _Undo  # noqa: TRY301 - the way to undo a transaction
        except NotAllowedError as error:
            return error.fields["permission"]
        except _Undo:
            return None

    return run


def test_every_write_of_core_has_its_row():
    written = {name.rpartition(".")[2] for name in writes_of_core()}
    tried = {name.partition(",")[0] for name in ACTS}
    assert written - PARTS - PROOFS == tried
    assert written >= PARTS | PROOFS, "an excuse that nothing needs"
    assert len(written) > 60


def test_no_screen_and_no_order_calls_a_part():
    called = set()
    for path in (*PROGRAM.glob("ui/**/*.py"), *PROGRAM.glob("cli*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                "kioskifly_desktop.core"
            ):
                called |= {(path.name, alias.name) for alias in node.names if alias.name in PARTS}
    assert called == set()


@pytest.mark.parametrize("name", ACTS)
def test_who_may_do_what(name, refusals, admin, cashier, monkeypatch, database, stage):
    needed, act = ACTS[name]
    missing = needed if needed not in GRANTED[Role.CASHIER] else None
    assert refusals(act, admin) is None
    assert refusals(act, cashier) is missing
    assert refusals(act, cashier, cashier) is missing
    assert refusals(act, cashier, admin) is None

    # Whatever the table says, it is this permission that the act asks for.
    lacking = {Role.ADMIN: frozenset(), Role.CASHIER: frozenset(Permission) - {needed}}
    with monkeypatch.context() as patch:
        patch.setattr(work_module, "GRANTED", lacking)
        assert refusals(act, cashier) is needed
        assert refusals(act, cashier, admin) is needed, "one who lacks everything lends nothing"

    with database.write(cashier, admin) as work:
        act(work, stage)
        overrides = list(work.overrides)
    assert overrides == ([] if missing is None else [missing, *overrides[1:]])
    with database.read(admin) as work:
        rows = events(work, AuditQuery(AuditKind.OVERRIDE))
    assert [(row.user, row.authorized_by, row.subject) for row in reversed(rows)] == [
        (cashier.name, admin.name, PERMISSION_NAMES[each]) for each in overrides
    ]


def test_the_table_is_whole():
    assert set(GRANTED) == set(Role) == set(ROLE_NAMES)
    assert GRANTED[Role.ADMIN] == set(Permission) == set(PERMISSION_NAMES)
    assert GRANTED[Role.CASHIER] == OF_A_CASHIER
    assert len(set(PERMISSION_NAMES.values())) == len(Permission)
    assert "«Abrir el cajón»" in str(refusal(Permission.DRAWER))


def test_what_was_refused_or_failed_leaves_no_override(database, admin, cashier, everything, stage):
    before = everything()
    with pytest.raises(PinMissingError), database.write(cashier, admin) as work:
        raise PinMissingError(name=work.require(Permission.VOID).name)
    with pytest.raises(NotAllowedError), database.write(cashier, cashier) as work:
        work.require(Permission.VOID)
    assert everything() == before


def test_a_permission_used_twice_is_written_down_once(database, admin, cashier):
    with database.write(cashier, admin) as work:
        assert work.require(Permission.VOID) == admin
        assert work.require(Permission.VOID) == admin
        assert work.require(Permission.SELL) == cashier
        assert not work.allows(Permission.VOID)
    with database.read(admin) as work:
        assert len(events(work, AuditQuery(AuditKind.OVERRIDE))) == 1
    with database.write(admin, admin) as work:
        assert work.require(Permission.VOID) == admin
        assert work.overrides == []
