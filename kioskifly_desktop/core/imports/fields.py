"""What may be brought in of a client or a product, and the words people head its column with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kioskifly_desktop.core.errors import ColumnChoiceError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.phrases import Phrase


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
    _F(
        "name",
        Phrase("Nombre"),
        ("cliente", "nombre y apellido", "apellido y nombre", "razon social"),
    ),
    _F("surname", Phrase("Apellido"), ("last name", "family name", "apellidos")),
    _F(
        "balance",
        Phrase("Saldo"),
        ("deuda", "debe", "saldo inicial", "monto", "importe", "total", "cuenta corriente"),
    ),
    _F("day", Phrase("Fecha de la deuda"), ("fecha", "fecha saldo", "desde", "ultima compra")),
    _F(
        "phone",
        Phrase("Teléfono"),
        ("telefono", "celular", "cel", "tel", "movil", "whatsapp", "mobile"),
    ),
    _F(
        "document",
        Phrase("Documento"),
        ("dni", "cuit", "cuil", "nro documento", "numero documento"),
    ),
    _F("document_type", Phrase("Tipo de documento"), ("tipo doc", "tipo")),
    _F(
        "condition",
        Phrase("Condición fiscal"),
        ("iva", "condicion iva", "condicion", "categoria iva"),
    ),
    _F("address", Phrase("Dirección"), ("domicilio", "direccion", "calle", "address")),
    _F("email", Phrase("E-mail"), ("email", "mail", "correo", "correo electronico")),
    _F(
        "birthday",
        Phrase("Cumpleaños"),
        ("nacimiento", "fecha de nacimiento", "cumple", "fecha nac"),
    ),
    _F("notes", Phrase("Notas"), ("observaciones", "nota", "comentarios", "obs", "detalle")),
    _F("method", Phrase("Medio de pago preferido"), ("medio de pago", "forma de pago")),
    _F("debt_limit", Phrase("Límite de deuda"), ("limite", "tope", "limite de credito", "credito")),
    _F("credit_days", Phrase("Plazo en días"), ("plazo", "dias", "dias de credito")),
    _F("discount", Phrase("Descuento"), ("descuento porcentaje", "bonificacion", "dto")),
    _F("account_enabled", Phrase("Compra a cuenta"), ("fiado", "fia", "cuenta habilitada")),
    _F("accepts_messages", Phrase("Acepta mensajes"), ("mensajes", "recibe mensajes")),
    _F("archived", Phrase("Archivado"), ("archivada", "baja", "dado de baja")),
)

PRODUCT_FIELDS = (
    _F("name", Phrase("Nombre"), ("producto", "descripcion", "articulo", "detalle", "item")),
    _F(
        "barcodes",
        Phrase("Código"),
        ("codigo", "codigo de barras", "codigos", "cod", "ean", "ean13", "sku", "barcode"),
    ),
    _F(
        "price",
        Phrase("Precio"),
        ("precio de venta", "precio venta", "precio final", "pvp", "venta", "importe", "publico"),
    ),
    _F("cost", Phrase("Costo"), ("precio de costo", "precio costo", "compra", "precio de compra")),
    _F("category", Phrase("Rubro"), ("categoria", "familia", "grupo", "seccion", "departamento")),
    _F("supplier", Phrase("Proveedor"), ("marca", "distribuidor", "fabricante")),
    _F("unit", Phrase("Unidad"), ("unidad de medida", "medida", "um", "se vende por")),
    _F(
        "stock",
        Phrase("Stock"),
        ("existencia", "existencias", "cantidad", "stock actual", "unidades"),
    ),
    _F("minimum", Phrase("Stock mínimo"), ("minimo", "punto de pedido", "reponer")),
    _F("tracks_stock", Phrase("Lleva stock"), ("controla stock",)),
    _F("active", Phrase("Activo"), ("activa", "habilitado")),
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
        raise ColumnChoiceError(what=Phrase("el dato"), name=word, choices=choices)
    return found


def field_of(kind: ImportKind, word: str) -> ImportField | None:
    """Return the field that a word names, if there is one."""
    folded = fold(word)
    return next((each for each in FIELDS[kind] if folded and folded in each.words), None)
