"""Every act of core that writes, and the permission it takes; done to what tests/stage.py sets."""

from dataclasses import replace
from datetime import date

from kioskifly_desktop.core import access, first_run, settings
from kioskifly_desktop.core.backups import (
    BackupSettings,
    note_asked_copy,
    note_copy,
    note_failed_copy,
    save_backup_settings,
)
from kioskifly_desktop.core.barcodes import ScaleLabels, save_scale_labels
from kioskifly_desktop.core.catalog import ProductRequest, add_product, edit_product
from kioskifly_desktop.core.clients import (
    ClientRequest,
    add_client,
    add_clients,
    archive_client,
    delete_client,
    edit_client,
    restore_client,
)
from kioskifly_desktop.core.contact import (
    MessageKind,
    MessageRequest,
    MessageTerms,
    PromiseRequest,
    add_promise,
    record_message,
    save_message_terms,
    withdraw_promise,
)
from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.exports import note_export
from kioskifly_desktop.core.imports import (
    ImportKind,
    ImportPlan,
    NotebookLine,
    Source,
    TableRow,
    make_table,
    pass_line,
    remember,
    run_import,
)
from kioskifly_desktop.core.imports.clients import ClientReady, import_clients
from kioskifly_desktop.core.imports.products import ProductReady, import_products
from kioskifly_desktop.core.logo import Logo, save_logo
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    BonusRequest,
    LoyaltyTerms,
    PointsRequest,
    PriceList,
    PromotionGoods,
    PromotionKind,
    PromotionRequest,
    add_bonus,
    adjust_points,
    delete_bonus,
    delete_group,
    delete_price_list,
    pause_promotion,
    remove_promotion,
    save_agreed_terms,
    save_group,
    save_loyalty_terms,
    save_price_list,
    save_promotion,
    set_groups,
)
from kioskifly_desktop.core.offers import (
    BotSettings,
    OfferTerms,
    save_bot_settings,
    save_offer_terms,
)
from kioskifly_desktop.core.outbox import (
    change_printer,
    confirm_job,
    discard_job,
    enqueue,
    open_drawer,
    print_test_page,
    print_voucher,
    retry_job,
)
from kioskifly_desktop.core.papers import test_page as shown_page
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.prices import PriceChange, apply_price_change, undo_price_change
from kioskifly_desktop.core.printers import (
    Acknowledgement,
    Printer,
    Route,
    Transport,
    delete_printer,
    learn,
    save_printer,
    save_route,
)
from kioskifly_desktop.core.privacy import anonymise_client, note_taken
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    rename_register,
    restore_register,
)
from kioskifly_desktop.core.sales import (
    Override,
    ParkRequest,
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    VoidRequest,
    discard_parked,
    get_sale,
    park_sale,
    register_sale,
    return_goods,
    take_parked,
    void_sale,
)
from kioskifly_desktop.core.sessions import (
    CashCount,
    CashMovementRequest,
    CloseRequest,
    ExpenseKind,
    OpenRequest,
    TransferRequest,
    add_category,
    archive_category,
    close_session,
    open_session,
    pay_in,
    pay_out,
    rename_category,
    transfer,
)
from kioskifly_desktop.core.stock import adjust_stock, count_stock, receive_stock
from kioskifly_desktop.core.updates import allow_question, note_answer
from kioskifly_desktop.core.users import (
    Role,
    add_user,
    change_role,
    deactivate_user,
    reactivate_user,
    rename_user,
    set_pin,
)
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    DisputeRequest,
    MergeRequest,
    OpeningRequest,
    ResolveRequest,
    ReversalRequest,
    TodayPriceTerms,
    UpdateRequest,
    WriteOffRequest,
    adjust_balance,
    dispute_entry,
    merge_clients,
    open_balance,
    open_balances,
    register_payment,
    resolve_dispute,
    reverse_movement,
    save_today_price_terms,
    today_price,
    update_to_today,
    write_off,
)
from tests.factories import (
    BANK,
    DRAWER,
    new_request,
    payment,
    sale,
    stock_request,
)
from tests.plans import key, plan

THERMAL = Printer(0, "Ticketera", Transport.TCP, "127.0.0.1:9100")


def _sale_of(s, *, client=None, on_account=0, price=None, discount=0, **fields):
    charged = (price or 1_100_00) * (10_000 - discount) // 10_000
    line = SaleLineRequest(s.product, 1_000, discount, price)
    return sale(line, client_id=client, on_account=on_account, cash=charged - on_account, **fields)


def _return_of(s, line, sale_id=None):
    return ReturnRequest(new_request(), sale_id, (line,), DRAWER, None, "No le gustó")


def _ticket_line(work, s):
    return ReturnLine(get_sale(work, s.sale).lines[0].id, 1_000)


def _owed_line(work, s):
    return ReturnLine(get_sale(work, s.owed).lines[0].id, 1_000)


def _move(amount=1_00):
    return CashMovementRequest(new_request(), DRAWER, amount, "Cambio")


def _product(**fields):
    return ProductRequest("Alfajor", price=1_100_00, **fields)


_TITLED = make_table(
    Source("a.csv", [TableRow(1, ("Nombre",)), TableRow(2, ("Elsa",))]), ImportKind.CLIENTS
)


def _brings_a_client():
    ready = ClientReady(2, ClientRequest("Elsa"), 100_00, None, None)
    return ImportPlan(ImportKind.CLIENTS, [ready], [])


def _brings_a_product():
    ready = ProductReady(2, ProductRequest("Soda", price=1_00, cost=0), None)
    return ImportPlan(ImportKind.PRODUCTS, [ready], [])


# Of each act: what it takes, and the act. Of one that takes more in some case, each case.
ACTS = {
    "register_sale": (Permission.SELL, lambda w, s: register_sale(w, _sale_of(s))),
    "register_sale, to a client": (
        Permission.SELL,
        lambda w, s: register_sale(w, _sale_of(s, client=s.client)),
    ),
    "register_sale, on account": (
        Permission.SELL_ON_ACCOUNT,
        lambda w, s: register_sale(w, _sale_of(s, client=s.client, on_account=1_100_00)),
    ),
    "register_sale, past the limit": (
        Permission.OVERRIDE_LIMIT,
        lambda w, s: register_sale(
            w, _sale_of(s, client=s.trusted, on_account=1_100_00, override=Override("Es de fiar"))
        ),
    ),
    "register_sale, a little off": (
        Permission.SELL,
        lambda w, s: register_sale(w, _sale_of(s, discount=1_000)),
    ),
    "register_sale, much off": (
        Permission.DISCOUNT,
        lambda w, s: register_sale(w, _sale_of(s, discount=1_001)),
    ),
    "register_sale, another price": (
        Permission.PRICE,
        lambda w, s: register_sale(w, _sale_of(s, price=1_099_00)),
    ),
    "register_sale, with a payment": (
        Permission.COLLECT,
        lambda w, s: register_sale(
            w,
            sale((s.product, 1), cash=1_200_00, client_id=s.client, debt_payment=100_00),
        ),
    ),
    "register_sale, to who is locked": (
        Permission.OVERRIDE_LIMIT,
        lambda w, s: register_sale(w, _sale_of(s, client=s.locked, override=Override("Pagó hoy"))),
    ),
    "save_loyalty_terms": (
        Permission.SETTINGS,
        lambda w, _: save_loyalty_terms(w, LoyaltyTerms(on=True)),
    ),
    "adjust_points": (
        Permission.ADJUST,
        lambda w, s: adjust_points(w, PointsRequest(new_request(), s.client, 5, "Regalo")),
    ),
    "add_bonus": (Permission.CATALOG, lambda w, s: add_bonus(w, BonusRequest(s.product, 5))),
    "delete_bonus": (Permission.CATALOG, lambda w, s: delete_bonus(w, s.bonus)),
    "save_promotion": (
        Permission.CATALOG,
        lambda w, s: save_promotion(
            w,
            0,
            PromotionRequest("3x2", PromotionKind.N_FOR_M, (PromotionGoods(s.product),), 3, 2),
        ),
    ),
    "pause_promotion": (
        Permission.CATALOG,
        lambda w, s: pause_promotion(w, s.promotion, paused=False),
    ),
    "remove_promotion": (Permission.CATALOG, lambda w, s: remove_promotion(w, s.promotion)),
    "save_price_list": (
        Permission.CATALOG,
        lambda w, s: save_price_list(w, PriceList(0, "Otra", -100, {s.product: 1_00})),
    ),
    "delete_price_list": (Permission.CATALOG, lambda w, s: delete_price_list(w, s.price_list)),
    "save_group": (Permission.CLIENT_TERMS, lambda w, _: save_group(w, 0, "Docentes")),
    "delete_group": (Permission.CLIENT_TERMS, lambda w, s: delete_group(w, s.group)),
    "set_groups": (Permission.CLIENT_TERMS, lambda w, s: set_groups(w, s.client, [s.group])),
    "save_agreed_terms": (
        Permission.CLIENT_TERMS,
        lambda w, s: save_agreed_terms(w, s.client, AgreedTerms(lock_reason="Debe")),
    ),
    "void_sale": (
        Permission.VOID,
        lambda w, s: void_sale(w, VoidRequest(new_request(), s.sale, "Se arrepintió")),
    ),
    "return_goods, of a ticket": (
        Permission.SELL,
        lambda w, s: return_goods(w, _return_of(s, _ticket_line(w, s), s.sale)),
    ),
    "return_goods, of what went on account": (
        Permission.ADJUST,
        lambda w, s: return_goods(w, _return_of(s, _owed_line(w, s), s.owed)),
    ),
    "return_goods": (
        Permission.RETURN_WITHOUT_TICKET,
        lambda w, s: return_goods(w, _return_of(s, ReturnLine(None, 1_000, s.product))),
    ),
    "park_sale": (
        Permission.SELL,
        lambda w, s: park_sale(w, ParkRequest((SaleLineRequest(s.product, 1_000),))),
    ),
    "take_parked": (Permission.SELL, lambda w, s: take_parked(w, s.parked)),
    "discard_parked": (Permission.SELL, lambda w, s: discard_parked(w, s.parked)),
    "register_payment": (Permission.COLLECT, lambda w, s: register_payment(w, payment(s.client))),
    "adjust_balance": (
        Permission.ADJUST,
        lambda w, s: adjust_balance(w, AdjustmentRequest(new_request(), s.client, 1_00, "Error")),
    ),
    "reverse_movement": (
        Permission.ADJUST,
        lambda w, s: reverse_movement(w, ReversalRequest(new_request(), s.adjustment, "Error")),
    ),
    "open_balance": (
        Permission.ADJUST,
        lambda w, s: open_balance(w, OpeningRequest(new_request(), s.client, 1_00)),
    ),
    "open_balances": (Permission.ADJUST, lambda w, _: open_balances(w, [], "Del cuaderno")),
    "update_to_today": (
        Permission.ADJUST,
        lambda w, s: update_to_today(
            w, UpdateRequest(new_request(), s.owing, today_price(w, s.owing).difference)
        ),
    ),
    "dispute_entry": (
        Permission.ADJUST,
        lambda w, s: dispute_entry(w, DisputeRequest(new_request(), s.adjustment, "No es mío")),
    ),
    "resolve_dispute": (
        Permission.ADJUST,
        lambda w, s: resolve_dispute(
            w, ResolveRequest(new_request(), s.disputed, owed=False, note="Tenía razón")
        ),
    ),
    "write_off": (
        Permission.ADJUST,
        lambda w, s: write_off(w, WriteOffRequest(new_request(), s.client, None, "Se mudó")),
    ),
    "save_today_price_terms": (
        Permission.SETTINGS,
        lambda w, _: save_today_price_terms(w, TodayPriceTerms(enabled=True)),
    ),
    "merge_clients": (
        Permission.ADJUST,
        lambda w, s: merge_clients(w, MergeRequest(new_request(), s.client, s.trusted)),
    ),
    "receive_stock": (
        Permission.STOCK_PURCHASE,
        lambda w, s: receive_stock(w, stock_request(s.product, 1_000)),
    ),
    "receive_stock, at a cost": (
        Permission.CATALOG,
        lambda w, s: receive_stock(w, stock_request(s.product, 1_000, cost=700_00)),
    ),
    "adjust_stock": (
        Permission.STOCK_ADJUST,
        lambda w, s: adjust_stock(w, stock_request(s.product, -1_000, reason="Roto")),
    ),
    "count_stock": (
        Permission.STOCK_ADJUST,
        lambda w, s: count_stock(w, stock_request(s.product, 9_000)),
    ),
    "add_client": (Permission.EDIT_CLIENT, lambda w, _: add_client(w, ClientRequest("Elsa"))),
    "add_client, trusted": (
        Permission.CLIENT_TERMS,
        lambda w, _: add_client(w, ClientRequest("Elsa", debt_limit=5)),
    ),
    "edit_client": (
        Permission.EDIT_CLIENT,
        lambda w, s: edit_client(w, s.blank, ClientRequest("Carlota")),
    ),
    "edit_client, a limit": (
        Permission.CLIENT_TERMS,
        lambda w, s: edit_client(w, s.client, ClientRequest("Ana", debt_limit=1)),
    ),
    "edit_client, days": (
        Permission.CLIENT_TERMS,
        lambda w, s: edit_client(w, s.blank, ClientRequest("Carla", credit_days=1)),
    ),
    "edit_client, a discount": (
        Permission.CLIENT_TERMS,
        lambda w, s: edit_client(w, s.blank, ClientRequest("Carla", discount=1)),
    ),
    "edit_client, no account": (
        Permission.CLIENT_TERMS,
        lambda w, s: edit_client(w, s.blank, ClientRequest("Carla", account_enabled=False)),
    ),
    "add_clients": (Permission.EDIT_CLIENT, lambda w, _: add_clients(w, [ClientRequest("Elsa")])),
    "add_clients, trusted": (
        Permission.CLIENT_TERMS,
        lambda w, _: add_clients(w, [ClientRequest("Elsa", debt_limit=5)]),
    ),
    "archive_client": (Permission.DELETE_CLIENT, lambda w, s: archive_client(w, s.blank)),
    "restore_client": (Permission.EDIT_CLIENT, lambda w, s: restore_client(w, s.gone)),
    "delete_client": (Permission.DELETE_CLIENT, lambda w, s: delete_client(w, s.blank)),
    "record_message": (
        Permission.CONTACT,
        lambda w, s: record_message(
            w, MessageRequest(new_request(), s.client, MessageKind.REMINDER, "Hola", insist=True)
        ),
    ),
    "add_promise": (
        Permission.CONTACT,
        lambda w, s: add_promise(w, PromiseRequest(new_request(), s.client, 2, date(2026, 3, 8))),
    ),
    "anonymise_client": (
        Permission.PRIVACY,
        lambda w, s: anonymise_client(w, s.blank, "Lo pidió"),
    ),
    "note_taken": (Permission.PRIVACY, lambda w, s: note_taken(w, s.blank, "datos.json")),
    "withdraw_promise": (Permission.CONTACT, lambda w, s: withdraw_promise(w, s.promise)),
    "save_message_terms": (
        Permission.SETTINGS,
        lambda w, _: save_message_terms(w, MessageTerms(3)),
    ),
    "save_offer_terms": (Permission.SETTINGS, lambda w, _: save_offer_terms(w, OfferTerms())),
    "save_bot_settings": (Permission.SETTINGS, lambda w, _: save_bot_settings(w, BotSettings())),
    "add_product": (
        Permission.EDIT_PRODUCT,
        lambda w, _: add_product(w, ProductRequest("Turrón", price=5)),
    ),
    "edit_product": (Permission.EDIT_PRODUCT, lambda w, s: edit_product(w, s.product, _product())),
    "edit_product, its price": (
        Permission.CATALOG,
        lambda w, s: edit_product(w, s.product, ProductRequest("Alfajor", price=1)),
    ),
    "edit_product, its cost": (
        Permission.CATALOG,
        lambda w, s: edit_product(w, s.product, _product(cost=1)),
    ),
    "apply_price_change": (
        Permission.CATALOG,
        lambda w, _: apply_price_change(w, new_request(), PriceChange(basis_points=500)),
    ),
    "undo_price_change": (Permission.CATALOG, lambda w, s: undo_price_change(w, s.batch)),
    "import_clients": (
        Permission.IMPORT,
        lambda w, _: import_clients(w, _brings_a_client(), new_request()),
    ),
    "import_products": (
        Permission.IMPORT,
        lambda w, _: import_products(w, _brings_a_product(), new_request()),
    ),
    "run_import": (
        Permission.IMPORT,
        lambda w, _: run_import(w, _brings_a_client(), new_request()),
    ),
    "remember": (
        Permission.IMPORT,
        lambda w, _: remember(w, _TITLED, ImportKind.CLIENTS, ("name",)),
    ),
    "pass_line": (
        Permission.IMPORT,
        lambda w, _: pass_line(w, NotebookLine(new_request(), "Elsa", 100_00)),
    ),
    "open_session": (
        Permission.CASH,
        lambda w, s: open_session(w, OpenRequest(new_request(), s.drawer, 1_00)),
    ),
    "close_session": (
        Permission.CASH,
        lambda w, s: close_session(w, CloseRequest(new_request(), s.session, CashCount(coins=1))),
    ),
    "pay_in": (Permission.CASH, lambda w, _: pay_in(w, _move())),
    "pay_out": (Permission.CASH, lambda w, _: pay_out(w, _move())),
    "add_category": (
        Permission.SETTINGS,
        lambda w, _: add_category(w, "Hielo", ExpenseKind.EXPENSE),
    ),
    "rename_category": (Permission.SETTINGS, lambda w, _: rename_category(w, 2, "Bebidas")),
    "archive_category": (Permission.SETTINGS, lambda w, _: archive_category(w, 2)),
    "transfer": (
        Permission.CASH,
        lambda w, _: transfer(w, TransferRequest(new_request(), DRAWER, BANK, 1_00)),
    ),
    "add_register": (
        Permission.REGISTERS,
        lambda w, _: add_register(w, "Caja 4", RegisterKind.DRAWER),
    ),
    "rename_register": (Permission.REGISTERS, lambda w, s: rename_register(w, s.drawer, "Fondo")),
    "archive_register": (Permission.REGISTERS, lambda w, s: archive_register(w, s.drawer)),
    "restore_register": (Permission.REGISTERS, lambda w, s: restore_register(w, s.archived)),
    "open_drawer": (Permission.DRAWER, lambda w, _: open_drawer(w, "Cambio")),
    "enqueue": (Permission.PRINT, lambda w, _: enqueue(w, shown_page(THERMAL, w.now))),
    "learn": (
        Permission.PRINT,
        lambda w, s: learn(w, s.printer, None, Acknowledgement.NONE, paper_low=False),
    ),
    "print_voucher": (Permission.PRINT, lambda w, s: print_voucher(w, s.voucher)),
    "print_test_page": (Permission.PRINT, lambda w, s: print_test_page(w, s.printer)),
    "retry_job": (Permission.PRINT, lambda w, s: retry_job(w, s.job)),
    "confirm_job": (Permission.PRINT, lambda w, s: confirm_job(w, s.job)),
    "discard_job": (Permission.DISCARD_JOB, lambda w, s: discard_job(w, s.job, "Ya salió")),
    "save_printer": (
        Permission.SETTINGS,
        lambda w, _: save_printer(w, Printer(0, "Otra", Transport.TCP, "127.0.0.1:9100")),
    ),
    "change_printer": (
        Permission.SETTINGS,
        lambda w, s: change_printer(w, Printer(s.printer, "Otra", Transport.TCP, "127.0.0.1:1")),
    ),
    "delete_printer": (Permission.SETTINGS, lambda w, s: delete_printer(w, s.printer)),
    "save_route": (
        Permission.SETTINGS,
        lambda w, s: save_route(w, Route(DocumentKind.SALE, s.printer, True)),
    ),
    "save_scale_labels": (Permission.SETTINGS, lambda w, _: save_scale_labels(w, ScaleLabels())),
    "save_logo": (Permission.SETTINGS, lambda w, _: save_logo(w, Logo(8, b"\xff"))),
    "save_shop_profile": (
        Permission.SETTINGS,
        lambda w, _: settings.save_shop_profile(w, settings.ShopProfile("Otro")),
    ),
    "change_preferences": (
        Permission.SETTINGS,
        lambda w, _: settings.change_preferences(w, {"blind": "1"}),
    ),
    "save_backup_settings": (
        Permission.SETTINGS,
        lambda w, _: save_backup_settings(w, BackupSettings(hours=2)),
    ),
    "describe_shop": (
        Permission.SETTINGS,
        lambda w, _: first_run.describe_shop(w, settings.ShopProfile("Otro")),
    ),
    "name_administrator": (
        Permission.USERS,
        lambda w, _: first_run.name_administrator(w, w.user.name, "2580"),
    ),
    "try_printer": (
        Permission.SETTINGS,
        lambda w, s: first_run.try_printer(w, replace(THERMAL, id=s.printer)),
    ),
    "accept_printer": (Permission.SETTINGS, lambda w, s: first_run.accept_printer(w, s.printer)),
    "refuse_printer": (Permission.SETTINGS, lambda w, s: first_run.refuse_printer(w, s.printer)),
    "go_without_printer": (
        Permission.SETTINGS,
        lambda w, s: first_run.go_without_printer(w, s.printer),
    ),
    "finish_first_run": (Permission.SETTINGS, lambda w, _: first_run.finish_first_run(w)),
    "mark_example": (Permission.SETTINGS, lambda w, _: first_run.mark_example(w)),
    # How it looks, which counter it is: nobody's to forbid.
    "set_preference": (None, lambda w, _: settings.set_preference(w, "look", "dark")),
    # Of a copy, or a list, that was let be made.
    "note_copy": (None, lambda w, _: note_copy(w, w.now)),
    "note_failed_copy": (None, lambda w, _: note_failed_copy(w, "No hay lugar")),
    "note_asked_copy": (None, lambda w, _: note_asked_copy(w, "negocio.db")),
    "note_export": (Permission.EXPORT, lambda w, _: note_export(w, "Ventas", "ventas.csv", 3)),
    "allow_question": (Permission.SETTINGS, lambda w, _: allow_question(w, allowed=True)),
    # Of a question that was allowed.
    "note_answer": (None, lambda w, _: note_answer(w, None)),
    "log_lock": (None, lambda w, _: access.log_lock(w)),
    "install_plan": (
        Permission.PLAN,
        lambda w, _: install_plan(w, key(plan(clients=None, users=None))),
    ),
    "add_user": (Permission.USERS, lambda w, _: add_user(w, "Ximena", Role.CASHIER)),
    "rename_user": (Permission.USERS, lambda w, s: rename_user(w, s.person, "Ximena")),
    "set_pin": (Permission.USERS, lambda w, s: set_pin(w, s.person, "8520")),
    "make_rescue_code": (Permission.USERS, lambda w, _: access.make_rescue_code(w)),
    "set_pin, one's own": (None, lambda w, _: set_pin(w, w.user.id, "8520")),
    "change_role": (Permission.USERS, lambda w, s: change_role(w, s.person, Role.ADMIN)),
    "deactivate_user": (Permission.USERS, lambda w, s: deactivate_user(w, s.person)),
    "reactivate_user": (Permission.USERS, lambda w, s: reactivate_user(w, s.former)),
}

# They are how a person is known, before anything is asked of them: tests/core/test_access.py.
PROOFS = {"log_in", "verify_pin", "rescue_pin"}

# What the acts above are made of, and what the program does by itself: no screen or order of the
# command line may call them.
PARTS = {
    "log_merge",
    "settle_own_debt",
    "undo_updates",
    "move_of_sale",
    "undo_points",
    "settle",
    "forget_terms",
    "merge_points",
    "merge_groups",
    "merge_lock",
    "log_terms",
    "add_rebates",
    "post_between",
    "give_mark",
    "note_trouble",
    "note_restore",
    "record",
    "record_overrides",
    "log_price",
    "log_consent",
    "open_account",
    "post",
    "reverse",
    "issue",
    "move_all",
    "move_stock",
    "kick_for",
    "enqueue_automatic",
    "claim_next",
    "finish",
    "recover",
}
