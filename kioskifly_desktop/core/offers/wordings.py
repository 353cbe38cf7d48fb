"""How the shop words its offers, by what they are for and how they sound.

`[uno]` is the first product with its price and `[ y otro]` the second with its own; `[con]` is what
a complement goes with, without a price; `[hasta]` and `[dia]` tell until when a discount stands.
`{kiosco}` may be «el kiosco»: no wording has it after «a» or «de».
"""

from __future__ import annotations

from typing import TypeAlias

from kioskifly_desktop.core.contact import Tone
from kioskifly_desktop.core.es_ar import fold

Wordings: TypeAlias = dict[Tone, tuple[str, ...]]

LAST_RESORT = "¡Hola, {nombre}! Te esperamos en {kiosco}."
"""What is left to say where names leave no room for more."""

INVITE: Wordings = {
    Tone.SHORT: (
        "¡Hola, {nombre}! En {kiosco} tenemos [uno]. Cuando quieras, te esperamos.",
        "{nombre}, por si te hace falta: en {kiosco} hay [uno][ y otro].",
    ),
    Tone.FRIENDLY: (
        (
            "¡Hola, {nombre}! 👋\n\nTe escribimos desde {kiosco}. Por si te hace falta, hoy "
            "tenemos [uno][ y otro].\n\n¡Date una vuelta cuando quieras!"
        ),
        (
            "¡Hola, {nombre}! ¿Cómo va? 😊\n\nSi andás por acá, en {kiosco} hay [uno][ y otro].\n\n"
            "Y si buscás otra cosa, preguntanos."
        ),
    ),
    Tone.FORMAL: (
        (
            "Hola, {nombre}. Le escribimos desde {kiosco}: hoy tenemos [uno][ y otro].\n\nSi "
            "necesita otra cosa, consúltenos con confianza."
        ),
        (
            "{nombre}, por si le resulta útil, en {kiosco} hoy tiene [uno][ y otro].\n\nQuedamos a "
            "su disposición."
        ),
    ),
}
THANKS: Wordings = {
    Tone.SHORT: (
        "¡Hola, {nombre}! Gracias por elegirnos. Hoy tenemos [uno]. Te esperamos en {kiosco}.",
        "{nombre}, gracias por venir siempre. Si te hace falta, en {kiosco} hay [uno].",
    ),
    Tone.FRIENDLY: (
        (
            "¡Hola, {nombre}! 😊\n\nGracias por elegirnos, de verdad. Si hoy te hace falta algo, "
            "tenemos [uno][ y otro].\n\nTe esperamos en {kiosco}."
        ),
        (
            "¡Hola, {nombre}! ¿Cómo andás? 👋\n\nQueríamos agradecerte que vengas siempre. Si "
            "pasás por {kiosco}, hay [uno][ y otro].\n\n¡Nos vemos!"
        ),
        (
            "{nombre}, ¿cómo va todo? 😊\n\nEste mensaje es más que nada para darte las gracias "
            "por la confianza. Y por si te sirve, en {kiosco} hay [uno][ y otro]."
        ),
    ),
    Tone.FORMAL: (
        (
            "Hola, {nombre}. Le escribimos desde {kiosco} para agradecerle que nos elija.\n\nSi le "
            "resulta útil, hoy tenemos [uno][ y otro].\n\nQuedamos a su disposición."
        ),
        (
            "{nombre}, muchas gracias por su confianza.\n\nHoy en {kiosco} tiene [uno][ y otro]. "
            "Si necesita otra cosa, consúltenos."
        ),
    ),
}
COMPLEMENT: Wordings = {
    Tone.SHORT: (
        "¡Hola, {nombre}! Para acompañar [con], probá [uno]. Te esperamos en {kiosco}.",
        "{nombre}, [con] va muy bien con [uno]. Los dos están en {kiosco}.",
    ),
    Tone.FRIENDLY: (
        (
            "¡Hola, {nombre}! 👋\n\nUna idea desde {kiosco}: para acompañar [con], sumá [uno]. Acá "
            "salen mucho juntos.\n\n¡Pasá cuando quieras!"
        ),
        (
            "¡Hola, {nombre}! 😊\n\n¿Sabés con qué va muy bien [con]? Con [uno].\n\nLos dos te "
            "esperan en {kiosco}."
        ),
    ),
    Tone.FORMAL: (
        (
            "Hola, {nombre}. Una sugerencia desde {kiosco}: para acompañar [con], tenemos "
            "[uno].\n\nQuedamos a su disposición."
        ),
        (
            "{nombre}, en {kiosco} se llevan juntos [con] y [uno].\n\nPor si le interesa, hoy "
            "tenemos los dos. Muchas gracias."
        ),
    ),
}
DISCOUNT: Wordings = {
    Tone.SHORT: (
        "¡Hola, {nombre}! Una oferta para vos: [uno]. Vale hasta el [dia] en {kiosco}.",
        "{nombre}, hasta el [dia] en {kiosco} tenés [uno]. Decinos tu nombre y listo.",
    ),
    Tone.FRIENDLY: (
        (
            "¡Hola, {nombre}! 👋\n\nEn {kiosco} tenemos un precio para vos: [uno].\n\nVale hasta "
            "el [dia]. Cuando pases, decinos tu nombre y listo. 😊"
        ),
        (
            "¡Hola, {nombre}! ¿Cómo va? 😊\n\nPara vos, hasta el [dia]: [uno].\n\n¡Te esperamos en "
            "{kiosco}!"
        ),
    ),
    Tone.FORMAL: (
        (
            "Hola, {nombre}. Desde {kiosco} le acercamos una oferta: [uno].\n\nEs válida hasta el "
            "[dia]; al comprar, basta con que nos diga su nombre."
        ),
        (
            "{nombre}, hasta el [dia] puede llevar [uno] en {kiosco}.\n\nBasta con que nos diga su "
            "nombre. Muchas gracias."
        ),
    ),
}
BIRTHDAY: Wordings = {
    Tone.SHORT: (
        "¡Feliz cumple, {nombre}! 🎂 Un abrazo desde {kiosco}. Para festejar, hay [uno][hasta].",
        "¡Feliz cumpleaños, {nombre}! Te esperamos en {kiosco}: tenemos [uno][hasta].",
    ),
    Tone.FRIENDLY: (
        (
            "¡Feliz cumple, {nombre}! 🎂🎉\n\nQue pases un día hermoso con los tuyos. Si querés "
            "darte un gusto, en {kiosco} tenemos [uno][hasta].\n\n¡Un abrazo grande!"
        ),
        (
            "¡{nombre}, feliz cumpleaños! 🎉\n\nDesde {kiosco} te deseamos un año lindo y con "
            "salud. Para festejar, hay [uno][hasta].\n\n¡Que lo disfrutes!"
        ),
    ),
    Tone.FORMAL: (
        (
            "{nombre}, desde {kiosco} le deseamos un muy feliz cumpleaños.\n\nSi quiere "
            "celebrarlo, tenemos [uno][hasta].\n\nUn saludo afectuoso."
        ),
        (
            "Hola, {nombre}. Le deseamos un feliz cumpleaños y un año con salud.\n\nEn {kiosco} "
            "tiene [uno][hasta].\n\nNuestro saludo más cordial."
        ),
    ),
}
BIRTHDAY_AHEAD: Wordings = {
    Tone.SHORT: (
        "¡Hola, {nombre}! Se viene tu cumple 🎂 y en {kiosco} tenemos [uno][hasta].",
        "{nombre}, falta poco para tu cumple. En {kiosco} hay [uno][hasta]. ¡Te esperamos!",
    ),
    Tone.FRIENDLY: (
        (
            "¡Hola, {nombre}! 🎂\n\nNos acordamos de que se viene tu cumple. Para ir preparando el "
            "festejo, en {kiosco} tenemos [uno][hasta].\n\n¡Que llegues muy bien!"
        ),
        (
            "¡Hola, {nombre}! 😊\n\nSe acerca tu cumple, ¿ya sabés cómo lo festejás? En {kiosco} "
            "hay [uno][hasta].\n\n¡Pasá y lo preparamos!"
        ),
    ),
    Tone.FORMAL: (
        (
            "Hola, {nombre}. Se acerca su cumpleaños y en {kiosco} lo tenemos presente.\n\nPara la "
            "ocasión hay [uno][hasta].\n\nUn saludo afectuoso."
        ),
        (
            "{nombre}, sabemos que falta poco para su cumpleaños.\n\nSi lo celebra, en {kiosco} "
            "tiene [uno][hasta].\n\nQuedamos a su disposición."
        ),
    ),
}
MISSED: Wordings = {
    Tone.SHORT: (
        "¡Hola, {nombre}! Hace rato que no te vemos por {kiosco}. Hay [uno][hasta]. ¡Te esperamos!",
        "{nombre}, se te extraña en {kiosco}. Para cuando vuelvas: [uno][hasta].",
    ),
    Tone.FRIENDLY: (
        (
            "¡Hola, {nombre}! 👋\n\nHace rato que no te vemos y te extrañamos. Ojalá ande todo "
            "bien.\n\nSi pasás por {kiosco}, tenemos [uno][hasta]."
        ),
        (
            "¡Hola, {nombre}! ¿Todo bien? 😊\n\nEn {kiosco} se te extraña. Para cuando vuelvas hay "
            "[uno][hasta].\n\n¡Ojalá sea pronto!"
        ),
    ),
    Tone.FORMAL: (
        (
            "Hola, {nombre}. Hace un tiempo que no viene por {kiosco} y esperamos que esté todo "
            "bien.\n\nCuando guste, tenemos [uno][hasta].\n\nUn saludo cordial."
        ),
        (
            "{nombre}, nos gustaría volver a verle por {kiosco}.\n\nSi le resulta útil, hay "
            "[uno][hasta].\n\nQuedamos a su disposición."
        ),
    ),
}

ALL = (INVITE, THANKS, COMPLEMENT, DISCOUNT, BIRTHDAY, BIRTHDAY_AHEAD, MISSED)
VOCABULARY = frozenset(
    word
    for each in ALL
    for texts in each.values()
    for text in (*texts, LAST_RESORT, "en lugar de", "el kilo")
    for word in fold(text).split()
)
"""The words of all of them, folded: none of them alone names a product."""
