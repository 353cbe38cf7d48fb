"""Whether there is a newer program."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class UpdateUnreachableError(ShopError):
    """The site that knows the newest version must answer."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se pudo preguntar: no hay internet o el sitio no contesta. "
        "El programa anda igual; probá más tarde.",
    )


class UpdateAnswerError(ShopError):
    """What the site answers must be a version and its page."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El sitio contestó algo que no se entiende, así que no se sabe si hay una versión nueva. "
        "Probá otro día.",
    )
