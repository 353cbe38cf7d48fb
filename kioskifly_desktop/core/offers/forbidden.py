"""What no message to a client may say."""

from __future__ import annotations

import re

from kioskifly_desktop.core.es_ar import fold

_LINK = re.compile(
    r"https?:|www\.|wa\.me|\b[\w-]+\.(?:com|ar|net|org|me|ly|shop|app)\b|@|#\w", re.IGNORECASE
)
_PROMISES = re.compile(
    r"\b(?:"
    # What is given away.
    r"gratis|gratuit\w*|regal\w*|obsequi\w*|sin (?:cargo|costo)|yapa|cortesia|invita la casa"
    r"|(?:[2-9]|dos|tres|cuatro) ?(?:x|por) ?(?:[1-9]|un[oa]?|dos|tres)|mitad|el doble|bonific\w*"
    r"|cashback|reintegr\w*|sorte\w*|premio\w*|cupon\w*|vale de|al costo|a costo|liquid\w*"
    # What is owed, and how it is paid.
    r"|deud\w*|deb(?:e|es|en|er|ia|ias|ian)|adeud\w*|moros\w*|saldos?|fiad\w*|cuenta corriente"
    r"|(?:tu|su|la) cuenta|cuotas?|prestamo\w*|creditos?|cbu|cvu|alias|transfer\w*|efectivo"
    r"|pag(?:a|as|an|ar|alo|ando|aste|o|os|ue|ues|uen)"
    # What the shop didn't promise.
    r"|delivery|envi(?:o|os|amos)|domicilio|te l[oa]s? llevamos|reserv\w*|garanti\w*|cur(?:a|ar)"
    r"|adelgaz\w*|ultim[oa]s? (?:unidad(?:es)?|dias?|horas?|oportunidad\w*)"
    r"|solo (?:por )?hoy|agot\w*"
    # What nobody says to a client.
    r"|idiot\w*|estupid\w*|bolud\w*|pelotud\w*|mierda\w*|put[ao]s?|imbecil\w*|tarad[oa]s?"
    # A writer that talks of its own work.
    r"|instruccion\w*|ignor\w*|prompt|sistema|asistente|inteligencia artificial|json"
    r")\b"
)
_TO_CLIENTS = re.compile(
    r"\b(?:"
    # Figures in words, and discounts of everything.
    r"por ?ciento|pesos?|mangos?|lucas?|(?:dos|tres|cuatro|seis|ocho|nove|sete)cient[oa]s"
    r"|quinient[oa]s|cien|mil(?! gracias)|millon\w*|adicional\w*"
    r"|(?:tu|su|toda la|cualquier) (?:\w+ )?compra|(?:en|sobre) tod[oa]s?"
    r"|cualquier (?:producto|cosa)|todo (?:el|lo) (?:local|negocio|demas)"
    # Terms that are not the offer's.
    r"|(?:por|durante|en) (?:un|una|dos|tres|cuatro|cinco|seis) (?:dias?|semanas?|mes|meses|horas?)"
    r"|hasta (?:hoy|manana|el fin|fin)|finde|fin de semana|este mes|esta semana"
    r")\b"
)


def has_link(text: str) -> bool:
    """Whether a text leads elsewhere: an address, a person's or a tag."""
    return bool(_LINK.search(text))


def forbidden_words(text: str) -> str:
    """Return what a folded text to a client may not say; empty where it says nothing of it."""
    found = _PROMISES.search(text) or _TO_CLIENTS.search(text)
    return found.group() if found else ""


def may_be_named(name: str) -> bool:
    """Whether a product's name promises nothing: what it says, a message would."""
    folded = fold(name)
    has_letters = any(character.isalpha() for character in folded)
    return has_letters and not (_PROMISES.search(folded) or has_link(name))
