"""Who may do what: one table, asked by every write."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a person is in the shop."""

    ADMIN = "admin"
    CASHIER = "cashier"


ROLE_NAMES: Mapping[Role, str] = {Role.ADMIN: "Administrador", Role.CASHIER: "Cajero"}


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
    Permission.SELL: "Vender",
    Permission.SELL_ON_ACCOUNT: "Vender a cuenta",
    Permission.OVERRIDE_LIMIT: "Vender a cuenta aunque el cliente no pueda",
    Permission.DISCOUNT: "Descontar más del 10 %",
    Permission.PRICE: "Vender a otro precio",
    Permission.VOID: "Anular una venta",
    Permission.RETURN_WITHOUT_TICKET: "Recibir una devolución sin ticket",
    Permission.COLLECT: "Cobrar a un cliente",
    Permission.ADJUST: "Corregir la cuenta de un cliente",
    Permission.STOCK_ADJUST: "Corregir el stock",
    Permission.STOCK_PURCHASE: "Cargar una compra",
    Permission.DELETE_CLIENT: "Eliminar o archivar clientes",
    Permission.EDIT_CLIENT: "Agregar y editar clientes",
    Permission.CLIENT_TERMS: "Cambiar el límite, el plazo o el descuento de un cliente",
    Permission.CONTACT: "Mandar mensajes y anotar promesas",
    Permission.EDIT_PRODUCT: "Agregar y editar productos",
    Permission.CATALOG: "Cambiar precios y costos",
    Permission.SEE_COSTS: "Ver los costos",
    Permission.REPORTS: "Ver los informes",
    Permission.CASH: "Abrir y cerrar la caja, ingresos y retiros",
    Permission.REGISTERS: "Agregar y archivar cajas",
    Permission.DRAWER: "Abrir el cajón",
    Permission.PRINT: "Imprimir y reimprimir",
    Permission.DISCARD_JOB: "Descartar una impresión",
    Permission.SETTINGS: "Cambiar los ajustes",
    Permission.USERS: "Administrar los usuarios",
    Permission.BACKUP: "Hacer y restaurar copias",
    Permission.IMPORT: "Importar datos",
    Permission.EXPORT: "Exportar datos",
    Permission.PLAN: "Cambiar el plan",
    Permission.AUDIT: "Ver el registro de actividad",
    Permission.PRIVACY: "Exportar o borrar los datos personales de un cliente",
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
