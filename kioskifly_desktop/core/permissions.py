"""Who may do what: one table, asked by every write."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a person is in the shop."""

    ADMIN = "admin"
    CASHIER = "cashier"


ROLE_NAMES: Mapping[Role, str] = {
    Role.ADMIN: Phrase("Administrador"),
    Role.CASHIER: Phrase("Cajero"),
}


class Permission(StrEnum):
    """Something that a role may do or not."""

    SELL = "sell"
    SELL_ON_ACCOUNT = "sell_on_account"
    OVERRIDE_LIMIT = "override_limit"
    DISCOUNT = "discount"
    PRICE = "price"
    VOID = "void"
    RETURN_WITHOUT_TICKET = "return_without_ticket"
    COLLECT = "collect"
    ADJUST = "adjust"
    STOCK_ADJUST = "stock_adjust"
    STOCK_PURCHASE = "stock_purchase"
    DELETE_CLIENT = "delete_client"
    EDIT_CLIENT = "edit_client"
    CLIENT_TERMS = "client_terms"
    CONTACT = "contact"
    EDIT_PRODUCT = "edit_product"
    CATALOG = "catalog"
    SEE_COSTS = "see_costs"
    REPORTS = "reports"
    CASH = "cash"
    REGISTERS = "registers"
    DRAWER = "drawer"
    PRINT = "print"
    DISCARD_JOB = "discard_job"
    SETTINGS = "settings"
    USERS = "users"
    BACKUP = "backup"
    IMPORT = "import"
    EXPORT = "export"
    PLAN = "plan"
    AUDIT = "audit"
    PRIVACY = "privacy"


PERMISSION_NAMES: Mapping[Permission, str] = {
    Permission.SELL: Phrase("Vender"),
    Permission.SELL_ON_ACCOUNT: Phrase("Vender a cuenta"),
    Permission.OVERRIDE_LIMIT: Phrase("Vender a cuenta aunque el cliente no pueda"),
    Permission.DISCOUNT: Phrase("Descontar más del 10 %"),
    Permission.PRICE: Phrase("Vender a otro precio"),
    Permission.VOID: Phrase("Anular una venta"),
    Permission.RETURN_WITHOUT_TICKET: Phrase("Recibir una devolución sin ticket"),
    Permission.COLLECT: Phrase("Cobrar a un cliente"),
    Permission.ADJUST: Phrase("Corregir la cuenta de un cliente"),
    Permission.STOCK_ADJUST: Phrase("Corregir el stock"),
    Permission.STOCK_PURCHASE: Phrase("Cargar una compra"),
    Permission.DELETE_CLIENT: Phrase("Eliminar o archivar clientes"),
    Permission.EDIT_CLIENT: Phrase("Agregar y editar clientes"),
    Permission.CLIENT_TERMS: Phrase("Cambiar el límite, el plazo o el descuento de un cliente"),
    Permission.CONTACT: Phrase("Mandar mensajes y anotar promesas"),
    Permission.EDIT_PRODUCT: Phrase("Agregar y editar productos"),
    Permission.CATALOG: Phrase("Cambiar precios y costos"),
    Permission.SEE_COSTS: Phrase("Ver los costos"),
    Permission.REPORTS: Phrase("Ver los informes"),
    Permission.CASH: Phrase("Abrir y cerrar la caja, ingresos y retiros"),
    Permission.REGISTERS: Phrase("Agregar y archivar cajas"),
    Permission.DRAWER: Phrase("Abrir el cajón"),
    Permission.PRINT: Phrase("Imprimir y reimprimir"),
    Permission.DISCARD_JOB: Phrase("Descartar una impresión"),
    Permission.SETTINGS: Phrase("Cambiar los ajustes"),
    Permission.USERS: Phrase("Administrar los usuarios"),
    Permission.BACKUP: Phrase("Hacer y restaurar copias"),
    Permission.IMPORT: Phrase("Importar datos"),
    Permission.EXPORT: Phrase("Exportar datos"),
    Permission.PLAN: Phrase("Cambiar el plan"),
    Permission.AUDIT: Phrase("Ver el registro de actividad"),
    Permission.PRIVACY: Phrase("Exportar o borrar los datos personales de un cliente"),
}

GRANTED: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.ADMIN: frozenset(Permission),
        Role.CASHIER: frozenset(
            {
                Permission.SELL,
                Permission.SELL_ON_ACCOUNT,
                Permission.COLLECT,
                Permission.STOCK_PURCHASE,
                Permission.EDIT_CLIENT,
                Permission.CONTACT,
                Permission.EDIT_PRODUCT,
                Permission.CASH,
                Permission.PRINT,
            }
        ),
    }
)


def refusal(permission: Permission) -> NotAllowedError:
    """Return what is said to who lacks a permission."""
    return NotAllowedError(permission=permission, act=PERMISSION_NAMES[permission])
