import pytest

from kioskifly_desktop.core.errors import (
    NameMissingError,
    NotAllowedError,
    RegisterBusyError,
    RegisterNameTakenError,
    RegisterNotFoundError,
    TextTooLongError,
)
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod, method_from_text
from kioskifly_desktop.core.registers import (
    KIND_NAMES,
    RegisterKind,
    add_register,
    archive_register,
    default_method,
    find_register,
    get_register,
    list_registers,
    register_movements,
    rename_register,
    restore_register,
)
from tests.factories import BANK, DRAWER, E_WALLET, add_debt, make_client, pay, undo


def test_a_new_shop_has_three_registers(read):
    rows = read(list_registers)
    assert [(r.id, r.name, r.kind) for r in rows] == [
        (DRAWER, "Caja 1", RegisterKind.DRAWER),
        (BANK, "Banco", RegisterKind.BANK),
        (E_WALLET, "Mercado Pago", RegisterKind.E_WALLET),
    ]
    assert {(r.balance, r.last_at, r.archived) for r in rows} == {(0, None, False)}


def test_each_kind_has_a_name_and_a_usual_means():
    assert set(KIND_NAMES) == set(RegisterKind)
    assert {default_method(kind) for kind in RegisterKind} <= set(METHOD_NAMES)
    assert default_method(RegisterKind.DRAWER) is PaymentMethod.CASH


@pytest.mark.parametrize("text", ["Efectivo", "EFECTIVO", "cash", "  efectivo "])
def test_a_means_is_read_by_name_or_code(text):
    assert method_from_text(text) is PaymentMethod.CASH


def test_a_register_is_added_renamed_and_found(write, read):
    register = write(add_register, " Caja\t2 ", RegisterKind.DRAWER)
    assert read(find_register, "CAJA 2") == read(get_register, register)
    write(rename_register, register, "Cajón Ñ")
    write(rename_register, register, "CAJÓN Ñ")
    assert read(find_register, "cajon n").name == "CAJÓN Ñ"
    with pytest.raises(RegisterNotFoundError, match="Caja 1, Banco, Mercado Pago, CAJÓN Ñ"):
        read(find_register, "Caja 2")


def test_two_registers_share_no_name(write, everything):
    before = everything()
    for name in ("banco", "BÁNCO", " Banco "):
        for act in (
            lambda name=name: write(add_register, name, RegisterKind.BANK),
            lambda name=name: write(rename_register, DRAWER, name),
        ):
            with pytest.raises(RegisterNameTakenError) as caught:
                act()
            assert caught.value.field == "name"
    for name, kind in (
        ("", NameMissingError),
        ("🎉", NameMissingError),
        ("x" * 41, TextTooLongError),
    ):
        with pytest.raises(kind):
            write(add_register, name, RegisterKind.BANK)
        with pytest.raises(kind):
            write(rename_register, DRAWER, name)
    assert everything() == before


def test_registers_belong_to_the_administrator(write, cashier, everything):
    before = everything()
    for act, *details in (
        (add_register, "Otra", RegisterKind.BANK),
        (rename_register, DRAWER, "Otra"),
        (archive_register, DRAWER),
        (restore_register, DRAWER),
    ):
        with pytest.raises(NotAllowedError):
            write(act, *details, user=cashier)
    assert everything() == before


def test_a_register_is_archived_empty_and_never_the_last(write, read):
    client = write(make_client)
    done = write(pay, client, register=BANK)
    with pytest.raises(RegisterBusyError):
        write(archive_register, BANK)
    write(undo, done.entry_id)
    write(archive_register, BANK)
    write(archive_register, E_WALLET)
    with pytest.raises(RegisterBusyError):
        write(archive_register, DRAWER)

    assert [row.id for row in read(list_registers)] == [DRAWER]
    assert [row.archived for row in read(list_registers, archived=True)] == [False, True, True]
    write(restore_register, BANK)
    assert [row.id for row in read(list_registers)] == [DRAWER, BANK]


def test_movements_say_who_paid_and_who_took_it(write, read, clock, cashier):
    ana = write(make_client, "Ana")
    write(add_debt, ana, 50_00)
    write(pay, ana, 1_00, register=BANK)
    done = write(pay, ana, 20_00, user=cashier)
    clock.move(hours=1)
    write(undo, done.entry_id)

    undone, paid = read(register_movements, DRAWER)
    assert (paid.concept, paid.reference) == ("Pago de Ana", "X-00001-00000002")
    assert (paid.amount, paid.balance, paid.user) == (20_00, 20_00, "Cajero")
    assert (undone.concept, undone.reference) == ("Anulación de pago de Ana", "AX-00001-00000001")
    assert (undone.amount, undone.balance, undone.user) == (-20_00, 0, "Administrador")
    assert undone.at == clock.now == read(get_register, DRAWER).last_at


@pytest.mark.parametrize("size", [1, 7, 100])
def test_pages_of_movements_are_the_movements(write, read, size):
    clients = [write(make_client, name) for name in ("Ana", "Beto")]
    for n in range(30):
        write(pay, clients[n % 2], 1_00 + n, register=(DRAWER, BANK)[n % 3 == 0])
    whole = read(register_movements, DRAWER, limit=1000)
    assert len(whole) == 20
    pages, before = [], None
    while page := read(register_movements, DRAWER, before=before, limit=size):
        pages += page
        before = page[-1].posting_id
    assert pages == whole
    assert (
        whole[0].balance == sum(row.amount for row in whole) == read(get_register, DRAWER).balance
    )


def test_a_register_must_exist(read, write):
    with pytest.raises(RegisterNotFoundError, match="Caja 1"):
        read(get_register, 99)
    for act in (archive_register, restore_register):
        with pytest.raises(RegisterNotFoundError):
            write(act, 99)
    assert read(register_movements, 99) == []
