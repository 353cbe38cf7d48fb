"""What may be brought in of a client or a product, and the words people head its column with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kioskifly_desktop.core.errors import ColumnChoiceError
from kioskifly_desktop.core.es_ar import fold


class ImportKind(StrEnum):
    """What a file has rows of."""

    CLIENTS = "clients"
    PRODUCTS = "products"


@dataclass(frozen=True, slots=True)
class ImportField:
    """A piece of data: its key, its title on screen and in exports, other words for it."""

    key: str
    title: str
    others: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word for it, folded."""
        return tuple(fold(word) for word in (self.key, self.title, *self.others))


_F = ImportField

CLIENT_FIELDS = (
    _F("name", "Nombre", ("cliente", "nombre y apellido", "apellido y nombre", "razon social")),
    _F("surname", "Apellido", ("last name", "family name", "apellidos")),
    _F(
        "balance",
        "Saldo",
        ("deuda", "debe", "saldo inicial", "monto", "importe", "total", "cuenta corriente"),
    ),
    _F("day", "Fecha de la deuda", ("fecha", "fecha saldo", "desde", "ultima compra")),
    _F("phone", "Teléfono", ("telefono", "celular", "cel", "tel", "movil", "whatsapp", "mobile")),
    _F("document", "Documento", ("dni", "cuit", "cuil", "nro documento", "numero documento")),
    _F("document_type", "Tipo de documento", ("tipo doc", "tipo")),
    _F("condition", "Condición fiscal", ("iva", "condicion iva", "condicion", "categoria iva")),
    _F("address", "Dirección", ("domicilio", "direccion", "calle", "address")),
    _F("email", "E-mail", ("email", "mail", "correo", "correo electronico")),
    _F("birthday", "Cumpleaños", ("nacimiento", "fecha de nacimiento", "cumple", "fecha nac")),
    _F("notes", "Notas", ("observaciones", "nota", "comentarios", "obs", "detalle")),
    _F("method", "Medio de pago preferido", ("medio de pago", "forma de pago")),
    _F("debt_limit", "Límite de deuda", ("limite", "tope", "limite de credito", "credito")),
    _F("credit_days", "Plazo en días", ("plazo", "dias", "dias de credito")),
    _F("discount", "Descuento", ("descuento porcentaje", "bonificacion", "dto")),
    _F("account_enabled", "Compra a cuenta", ("fiado", "fia", "cuenta habilitada")),
    _F("accepts_messages", "Acepta mensajes", ("mensajes", "recibe mensajes")),
    _F("archived", "Archivado", ("archivada", "baja", "dado de baja")),
)

PRODUCT_FIELDS = (
    _F("name", "Nombre", ("producto", "descripcion", "articulo", "detalle", "item")),
    _F(
        "barcodes",
        "Código",
        ("codigo", "codigo de barras", "codigos", "cod", "ean", "ean13", "sku", "barcode"),
    ),
    _F(
        "price",
        "Precio",
        ("precio de venta", "precio venta", "precio final", "pvp", "venta", "importe", "publico"),
    ),
    _F("cost", "Costo", ("precio de costo", "precio costo", "compra", "precio de compra")),
    _F("category", "Rubro", ("categoria", "familia", "grupo", "seccion", "departamento")),
    _F("supplier", "Proveedor", ("marca", "distribuidor", "fabricante")),
    _F("unit", "Unidad", ("unidad de medida", "medida", "um", "se vende por")),
    _F("stock", "Stock", ("existencia", "existencias", "cantidad", "stock actual", "unidades")),
    _F("minimum", "Stock mínimo", ("minimo", "punto de pedido", "reponer")),
    _F("tracks_stock", "Lleva stock", ("controla stock",)),
    _F("active", "Activo", ("activa", "habilitado")),
)

FIELDS = {ImportKind.CLIENTS: CLIENT_FIELDS, ImportKind.PRODUCTS: PRODUCT_FIELDS}


def find_field(kind: ImportKind, word: str) -> ImportField:
    """Return the field that a word names.

    Raises:
        ColumnChoiceError: none.
    """
    found = field_of(kind, word)
    if found is None:
        choices = ", ".join(each.title for each in FIELDS[kind])
        raise ColumnChoiceError(what="el dato", name=word, choices=choices)
    return found


def field_of(kind: ImportKind, word: str) -> ImportField | None:
    """Return the field that a word names, if there is one."""
    folded = fold(word)
    return next((each for each in FIELDS[kind] if folded and folded in each.words), None)
