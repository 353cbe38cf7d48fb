from dataclasses import asdict, fields, replace

import pytest

from kioskifly_desktop.core.errors import NameMissingError, NotAllowedError, TextTooLongError
from kioskifly_desktop.core.settings import (
    ShopProfile,
    get_preference,
    save_shop_profile,
    set_preference,
    shop_profile,
)

FULL = replace(
    ShopProfile(*(f"{name} ñ «1»" for name in (field.name for field in fields(ShopProfile)))),
    cuit="27-12345678-0",
)


def test_a_new_shop_has_a_name(read):
    assert read(shop_profile) == ShopProfile()
    assert read(shop_profile).name


def test_the_profile_is_kept_whole(write, read):
    for profile in (FULL, replace(FULL, owner="", footer="¡Gracias! \\ \" ' {name}")):
        write(save_shop_profile, profile)
        assert read(shop_profile) == profile


def test_the_profile_is_cleaned_for_paper(write, read):
    write(save_shop_profile, ShopProfile(name=" Kiosco\x1b@\n El  Sol ", phone="\u202e11"))
    assert read(shop_profile) == ShopProfile(name="Kiosco@ El Sol", phone="11")


def test_the_profile_belongs_to_the_administrator(write, cashier, everything):
    before = everything()
    with pytest.raises(NotAllowedError):
        write(save_shop_profile, FULL, user=cashier)
    with pytest.raises(NameMissingError):
        write(save_shop_profile, replace(FULL, name=" \x00"))
    for field in asdict(FULL):
        with pytest.raises(TextTooLongError) as caught:
            write(save_shop_profile, replace(FULL, **{field: "x" * 121}))
        assert caught.value.field == field
    assert everything() == before


def test_a_preference_is_kept_replaced_and_apart_from_others(write, read, cashier):
    assert read(get_preference, "look", "system") == "system"
    write(set_preference, "look", "dark", user=cashier)
    write(set_preference, "quick", "")
    write(set_preference, "look", "light")
    assert read(get_preference, "look", "system") == "light"
    assert read(get_preference, "quick", "x") == ""
    assert read(get_preference, "Look", "system") == "system"
