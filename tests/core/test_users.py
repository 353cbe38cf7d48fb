import pytest

from kioskifly_desktop.core.errors import (
    NameMissingError,
    NotAllowedError,
    TextTooLongError,
    UserNotFoundError,
)
from kioskifly_desktop.core.users import (
    Role,
    User,
    add_user,
    find_user,
    list_users,
    rename_user,
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
