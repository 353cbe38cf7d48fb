"""What a shop's plan admits, and what it never stops."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from kioskifly_desktop.core.clients import (
    ClientRequest,
    add_client,
    archive_client,
    delete_client,
    edit_client,
    get_client,
    restore_client,
)
from kioskifly_desktop.core.errors import (
    NotAllowedError,
    PlanFeatureError,
    PlanKeyExpiredError,
    PlanKeyForeignError,
    PlanKeyForgedError,
    PlanKeyUnknownError,
    PlanLimitError,
)
from kioskifly_desktop.core.plan import (
    FREE,
    PLANS,
    Feature,
    Limit,
    PlanStatus,
    current_plan,
    feature_missing,
    install_plan,
    limit_missing,
    plan_status,
    plan_uses,
    require_feature,
)
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    restore_register,
)
from kioskifly_desktop.core.settings import save_shop_profile, set_preference, shop_profile
from kioskifly_desktop.core.shop_file import look_into_shop
from kioskifly_desktop.core.users import Role, add_user
from kioskifly_desktop.core.wallet import StatementScope, statement
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.demo.shop import DEMO_KEY, PROFILE
from tests.factories import add_debt, make_client, pay
from tests.plans import PUBLIC, key, plan

LAST_DAY = date(2026, 3, 31)  # the clock stands at 5 March 2026


@pytest.fixture
def vendor():
    return PUBLIC


def test_a_shop_without_a_key_is_free_and_makes_offers(read):
    assert read(current_plan) == FREE
    assert read(feature_missing, Feature.OFFERS) == ""
    read(require_feature, Feature.OFFERS)
    assert {read(limit_missing, limit) for limit in Limit} == {""}
    assert [str(use) for use in read(plan_uses)] == [
        "0 de 2.000 clientes",
        "2 de 5 usuarios",
        "3 de 6 cajas",
    ]


def test_each_plan_gives_more_than_the_one_before():
    for less, more in pairwise(PLANS):
        assert less.features <= more.features
        for limit in Limit:
            assert (less.most(limit) or 10**9) < (more.most(limit) or 10**10)


def test_a_key_gives_its_plan_and_another_replaces_it(write, read):
    for granted in (plan(), plan("Otro", clients=None, expires=LAST_DAY)):
        assert write(install_plan, key(granted)) == granted
        assert read(current_plan) == granted
    assert str(read(plan_uses)[0]) == "0 clientes, sin límite"


def test_only_an_administrator_installs_a_plan(write, read, cashier):
    with pytest.raises(NotAllowedError):
        write(install_plan, key(), user=cashier)
    assert read(current_plan) == FREE
    assert read(current_plan, user=cashier) == FREE


def test_a_refused_key_leaves_the_plan_as_it_was(write, read, everything):
    write(install_plan, key())
    before = everything()
    expired = plan(clients=None, expires=date(2026, 3, 4))
    for text, kind in (
        (key(expired), PlanKeyExpiredError),
        (key(shop="30-70000000-7"), PlanKeyForeignError),
        (DEMO_KEY, PlanKeyForgedError),
        ("", PlanKeyUnknownError),
    ):
        with pytest.raises(kind) as refused:
            write(install_plan, text)
        assert refused.value.field == "key"
    assert everything() == before
    assert read(current_plan) == plan()


@pytest.mark.parametrize(
    ("shop", "profile"),
    [
        ("30-70000000-8", {"cuit": "30700000008"}),
        ("30700000008", {"cuit": "30-70000000-8"}),
        ("kiosco nandu", {"name": "Kiosco  Ñandú"}),
    ],
)
def test_a_key_for_one_shop_serves_that_shop(write, read, shop, profile):
    with pytest.raises(PlanKeyForeignError, match="otro negocio"):
        write(install_plan, key(shop=shop))
    write(save_shop_profile, replace(read(shop_profile), **profile))
    write(install_plan, key(shop=shop))
    assert read(current_plan) == plan()
    write(save_shop_profile, replace(read(shop_profile), name="Otro", cuit="20-11111111-2"))
    assert read(plan_status).plan == FREE
    assert "otro negocio" in read(plan_status).problem


def test_a_key_holds_through_its_last_day_and_then_the_plan_is_the_free_one(write, read, clock):
    granted = plan(expires=LAST_DAY)
    write(install_plan, key(granted))
    clock.move(days=26)
    assert read(plan_status) == PlanStatus(granted, granted)
    clock.move(hours=12)  # past midnight in Buenos Aires
    assert read(current_plan) == FREE
    assert read(plan_status).keyed == granted
    assert "venció el 31/03/2026" in read(plan_status).problem


def test_a_stored_key_changed_by_hand_gives_nothing_and_stops_nothing(write, read):
    for stored in ("x", key()[:-3], f"{key()}AAAAA", DEMO_KEY):
        write(set_preference, "plan_key", stored)
        assert read(current_plan) == FREE
        assert read(plan_status).problem
    write(make_client)


def test_the_plan_admits_no_more_and_says_what_the_next_one_gives(write, read, everything):
    write(install_plan, key())
    first, _second = write(make_client, "Ana"), write(make_client, "Beto")
    before = everything()
    with pytest.raises(PlanLimitError) as refused:
        write(make_client, "Carla")
    assert everything() == before
    assert str(refused.value) == read(limit_missing, Limit.CLIENTS)
    assert str(refused.value) == (
        "Tenés 2 clientes y el plan Prueba admite hasta 2. Para agregar más, pasá al plan "
        "Comercio, que llega a 20.000: pedí su clave y cargala en Ajustes › Plan."
    )
    write(edit_client, first, ClientRequest("Ana María"))
    write(delete_client, first)
    write(make_client, "Carla")


def test_registers_and_users_have_limits_too(write, read):
    write(install_plan, key())
    write(add_register, "Caja 2", RegisterKind.DRAWER)
    with pytest.raises(PlanLimitError, match="4 cajas"):
        write(add_register, "Caja 3", RegisterKind.DRAWER)
    write(add_user, "Nora", Role.CASHIER)
    with pytest.raises(PlanLimitError, match="3 usuarios"):
        write(add_user, "Omar", Role.CASHIER)
    assert "4 cajas" in read(limit_missing, Limit.REGISTERS)
    assert "3 usuarios" in read(limit_missing, Limit.USERS)


def test_who_is_archived_takes_no_place_until_they_come_back(write, read):
    write(install_plan, key())
    ana, _beto = write(make_client, "Ana"), write(make_client, "Beto")
    write(archive_client, ana)
    carla = write(make_client, "Carla")
    with pytest.raises(PlanLimitError):
        write(restore_client, ana)
    assert read(get_client, ana).archived
    write(restore_client, carla)  # who never left stays
    write(archive_client, carla)
    write(restore_client, ana)
    register = write(add_register, "Caja 2", RegisterKind.DRAWER)
    write(archive_register, register)
    write(add_register, "Caja 3", RegisterKind.DRAWER)
    with pytest.raises(PlanLimitError):
        write(restore_register, register)


def test_a_plan_of_one_says_it_in_the_singular(write, read):
    write(install_plan, key(plan(clients=1)))
    write(make_client)
    assert read(limit_missing, Limit.CLIENTS).startswith("Tenés 1 cliente y el plan Prueba")


def test_beyond_every_plan_the_way_is_a_bigger_one(write, read):
    write(install_plan, key(plan(registers=0)))
    most = max(each.registers or 0 for each in PLANS)
    for number in range(most):
        write(install_plan, key(plan(registers=None)))
        write(add_register, f"Cajón {number}", RegisterKind.DRAWER)
    write(install_plan, key(plan(registers=0)))
    assert "pasá al plan Cadena, sin límite" in read(limit_missing, Limit.REGISTERS)


def test_an_expired_plan_stops_neither_sales_nor_the_ledger_nor_papers(write, read, clock):
    # What the free plan admits is less than what the shop has.
    write(install_plan, key(plan(registers=None, users=None, expires=LAST_DAY)))
    for number in range(FREE.registers or 0):
        write(add_register, f"Cajón {number}", RegisterKind.DRAWER)
    client = write(make_client)
    clock.move(days=60)
    assert read(current_plan) == FREE
    assert read(limit_missing, Limit.REGISTERS) == (
        "Tenés 9 cajas y el plan Gratis admite hasta 6. Para agregar más, renová el plan Prueba "
        "en Ajustes › Plan: venció el 31/03/2026."
    )
    write(add_debt, client, 500_00)
    write(pay, client, 200_00)
    write(edit_client, client, ClientRequest("Marta"))
    assert read(get_client, client).balance == 300_00
    assert read(statement, client, StatementScope.ALL).blocks
    write(add_client, ClientRequest("Otra"))


def test_a_plan_without_offers_says_how_to_have_them(write, read):
    write(install_plan, key(plan(features=())))
    with pytest.raises(PlanFeatureError) as refused:
        read(require_feature, Feature.OFFERS)
    assert str(refused.value) == read(feature_missing, Feature.OFFERS)
    assert str(refused.value) == (
        "El plan Prueba no tiene «Generación de ofertas personalizadas». Para tenerla, pasá al "
        "plan Comercio: pedí su clave y cargala en Ajustes › Plan."
    )


@pytest.mark.long
@pytest.mark.parametrize(("clients", "name"), [(3, FREE.name), (FREE.clients, "Demostración")])
def test_a_demo_past_the_free_plan_has_one_of_its_own(tmp_path, clients, name):
    create_demo_shop(tmp_path, clients=clients, months=1)
    demo = look_into_shop(tmp_path)
    with demo.read() as work:
        assert current_plan(work).name == name
        assert limit_missing(work, Limit.CLIENTS) == ""
    demo.close()


def test_the_demo_s_key_is_the_vendor_s_and_serves_the_demo_alone(admin, database):
    with database.write(admin) as work:
        own = replace(work, vendor=None)
        with pytest.raises(PlanKeyForeignError):
            install_plan(own, DEMO_KEY)
        save_shop_profile(own, PROFILE)
        install_plan(own, DEMO_KEY)
        assert {current_plan(own).most(limit) for limit in Limit} == {None}
