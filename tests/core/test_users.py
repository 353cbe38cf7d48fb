import pytest

from kioskifly_desktop.core.errors import (
    LastAdministratorError,
    LastPinError,
    NameMissingError,
    NotAllowedError,
    PlanLimitError,
    TextTooLongError,
    UserNameArchivedError,
    UserNameTakenError,
    UserNotFoundError,
)
from kioskifly_desktop.core.plan import FREE
from kioskifly_desktop.core.users import (
    Role,
    User,
    add_user,
    change_role,
    deactivate_user,
    find_person,
    find_user,
    list_people,
    list_users,
    reactivate_user,
    rename_user,
    set_pin,
)
from kioskifly_desktop.core.work import SYSTEM


def test_a_new_shop_has_an_administrator_and_a_cashier(read):
    assert read(list_users) == [
        User(1, "Administrador", Role.ADMIN),
        User(2, "Cajero", Role.CASHIER),
    ]
    assert [user.is_admin for user in read(list_users)] == [True, False]
    assert SYSTEM not in read(list_users)


@pytest.mark.parametrize(
    ("name", "found"), [("cajero", 2), ("CAJERO", 2), ("Administrádor", 1), ("", 1)]
)
def test_a_person_is_found_by_name(read, name, found):
    assert read(find_user, name).id == found


def test_nobody_has_an_unknown_name(read):
    with pytest.raises(UserNotFoundError, match="Los usuarios son: Administrador, Cajero"):
        read(find_user, "Zoe")


def test_people_are_added_and_renamed_by_an_administrator(write, read, cashier):
    added = write(add_user, " Zoe\x1b@ ", Role.CASHIER)
    write(rename_user, added, "Zoé")
    assert read(list_users)[-1] == User(added, "Zoé", Role.CASHIER)
    for act, *details in ((add_user, "Otro", Role.ADMIN), (rename_user, 1, "Otro")):
        with pytest.raises(NotAllowedError):
            write(act, *details, user=cashier)
    assert len(read(list_users)) == 3


def test_a_name_is_one_person_s(write, read, everything):
    zoe = write(add_user, "Zoé", Role.CASHIER)
    before = everything()
    for name in ("Zoé", "ZOE", " zoe "):
        with pytest.raises(UserNameTakenError, match="Ya hay un usuario «Zoé»"):
            write(add_user, name, Role.ADMIN)
        with pytest.raises(UserNameTakenError):
            write(rename_user, 1, name)
    assert everything() == before
    write(rename_user, zoe, "ZOÉ")
    write(deactivate_user, zoe)
    with pytest.raises(UserNameArchivedError, match="«ZOÉ» es un usuario desactivado"):
        write(add_user, "Zoe", Role.CASHIER)
    assert read(find_person, "zoe").active is False


def test_somebody_stays_an_administrator(write, read, admin, cashier, everything):
    before = everything()
    for act in (deactivate_user, lambda work, user: change_role(work, user, Role.CASHIER)):
        with pytest.raises(LastAdministratorError, match="Administrador es el único"):
            write(act, admin.id)
    assert everything() == before
    write(change_role, cashier.id, Role.ADMIN)
    write(change_role, admin.id, Role.CASHIER)
    second = User(cashier.id, cashier.name, Role.ADMIN)
    with pytest.raises(LastAdministratorError):
        write(deactivate_user, cashier.id, user=second)
    write(deactivate_user, admin.id, user=second)
    write(add_user, "Zoe", Role.ADMIN, user=second)
    write(deactivate_user, cashier.id, user=second)
    assert [person.active for person in read(list_people)] == [False, False, True]
    with pytest.raises(LastAdministratorError):
        write(change_role, 3, Role.CASHIER, user=second)


def test_who_leaves_is_not_at_the_counter_and_comes_back(write, read, cashier, vendor):
    write(deactivate_user, cashier.id)
    assert [user.name for user in read(list_users)] == ["Administrador"]
    with pytest.raises(UserNotFoundError):
        read(find_user, cashier.name)
    write(reactivate_user, cashier.id)
    assert read(find_user, cashier.name) == cashier


def test_what_is_so_already_is_no_act(write, everything, cashier):
    before = everything()
    write(change_role, cashier.id, Role.CASHIER)
    write(reactivate_user, cashier.id)
    write(rename_user, cashier.id, cashier.name)
    assert everything() == before
    write(deactivate_user, cashier.id)
    after = everything()
    write(deactivate_user, cashier.id)
    assert everything() == after


def test_coming_back_takes_a_place_in_the_plan(write, cashier):
    write(deactivate_user, cashier.id)
    for number in range((FREE.users or 0) - 1):
        write(add_user, f"Otro {number}", Role.CASHIER)
    with pytest.raises(PlanLimitError):
        write(reactivate_user, cashier.id)


def test_nobody_can_be_done_to_who_is_not_there(write):
    for act, *details in (
        (rename_user, "Zoe"),
        (set_pin, "2580"),
        (change_role, Role.ADMIN),
        (deactivate_user,),
        (reactivate_user,),
    ):
        with pytest.raises(UserNotFoundError):
            write(act, 99, *details)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("", NameMissingError), ("\x1b ", NameMissingError), ("x" * 41, TextTooLongError)],
)
def test_a_person_has_a_name_that_fits_a_receipt(write, everything, name, kind):
    before = everything()
    with pytest.raises(kind):
        write(add_user, name, Role.CASHIER)
    with pytest.raises(kind):
        write(rename_user, 1, name)
    assert everything() == before


def test_while_there_are_pins_an_administrator_has_one(write, admin, cashier):
    second = write(add_user, "Marta", Role.ADMIN)
    write(set_pin, admin.id, "2580")
    for act in (deactivate_user, lambda work, who: change_role(work, who, Role.CASHIER)):
        with pytest.raises(LastPinError):
            write(act, admin.id)
    write(set_pin, second, "1379")
    write(deactivate_user, admin.id)
