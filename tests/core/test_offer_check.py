"""What a text to a client may say, and why each of the rest is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.contact import Aim
from kioskifly_desktop.core.offers import MAX_LENGTH, complaint
from tests.offers import UNTIL, candidate, cheaper, offer

PLAIN, CHEAP = offer(), cheaper()
LONGER = replace(CHEAP, valid_until=UNTIL + timedelta(days=7))
FLAVOURS = offer(
    candidate("Gomitas x 2", 700_00),
    candidate("Chocolate Águila 70 % cacao", 3_200_50),
    candidate("Papas Lay's 85 g", 3_300_00),
)

GOOD = [
    (PLAIN, "¡Hola, Ana! Hoy tenemos Coca-Cola 2,25 L a $ 4.800. ¡Te esperamos en Kiosco El Sol!"),
    (PLAIN, "¡Hola, Ana! 😊 Pasá por Kiosco El Sol: Turrón Arcor a $1.500 👋"),
    (PLAIN, "Coca Cola 2.25 l a $ 4.800,00 y turron arcor a 1500 pesos."),
    (PLAIN, "¡Hola, Ana!\n\nTe esperamos: Coca-Cola a $ 4.800.\nUn abrazo."),
    (PLAIN, "¡Hola, Ana! Mil gracias por venir. «Te esperamos»."),
    (PLAIN, "❤️ Te esperamos, Ana 👨‍👩‍👧"),
    (PLAIN, "¡HOLA, ANA! Te esperamos."),
    (CHEAP, "Alfajor Jorgito triple a $ 1.350 en lugar de $ 1.500, hasta el 12/3."),
    (CHEAP, "Alfajor Jorgito con 10% de descuento: ahorrás $ 150. Vale hasta el 12/03/26."),
    (CHEAP, "Para vos, Alfajor Jorgito a $ 1.350, hasta el jueves 12 de marzo de 2026."),
    (FLAVOURS, "Gomitas x 2 a $ 700, Chocolate Águila 70 % cacao a $ 3.200,50 y Papas Lay's 85 g."),
    (offer(candidate("Leche 3 %")), "Hay Leche 3 % a $ 1.500."),
    (offer(aim=Aim.MISSED, days_away=45), "¡Hola, Ana! Hace 45 días que no te vemos."),
    (offer(shop_name="Regalos 2x1 «Gratis»"), "Te esperamos en Regalos 2x1 «Gratis», Ana."),
]

BAD = [
    (PLAIN, " \n", "vacío"),
    (PLAIN, "Hola, Ana. " * 40, "pasa los 400"),
    (PLAIN, "¡Hola, Ana! 😊👋🎉", "emojis"),
    (PLAIN, "¡Hola, {nombre}!", "sin completar"),
    (PLAIN, "¡Hola, Ana! {producto}", "sin completar"),
    (PLAIN, "Mirá https://kiosco.com", "enlace"),
    (PLAIN, "Escribinos a kiosco@correo.com", "enlace"),
    (PLAIN, "Mirá kioscoelsol.com.ar", "enlace"),
    (PLAIN, "Seguinos: #elsol", "enlace"),
    # Figures.
    (PLAIN, "Coca-Cola 2,25 L a $ 4.700", "$ 4.700"),
    (PLAIN, "Coca-Cola 2,25 L a $ 480", "$ 480"),
    (PLAIN, "Coca-Cola 2,25 L a 4700 pesos", "4700 pesos"),
    (PLAIN, "Coca-Cola 2,25 L a 4800", "número"),
    (PLAIN, "Coca-Cola 2,25 L a $ 1.500 y Turrón Arcor a $ 4.800", "$ 1.500"),
    (PLAIN, "Coca-Cola 1,5 L a $ 4.800", "1,5"),
    (PLAIN, "Llevá 2 Coca-Cola 2,25 L", "número"),
    (PLAIN, "Coca-Cola 2,25 L a $ 4.800 x 2", "número"),
    (PLAIN, "Coca-Cola 2,25 L a $ cuatro", "sin su número"),
    (PLAIN, "Coca-Cola 2,25 L a cuatro mil pesos", "no dice"),
    (PLAIN, "Coca-Cola 2,25 L a cuatro mil ochocientos", "no dice"),
    (PLAIN, "Coca-Cola 2,25 L a $ ٤٨٠٠", "signo"),
    (PLAIN, "Coca-Cola 2,25 L a \uff04 \uff14\uff17\uff10\uff10", "$ 4700"),
    (PLAIN, "Coca-Cola 2,25 L a € 5", "signo"),
    (PLAIN, "Llamanos al 351 455-0917", "número"),
    (PLAIN, "Hace 45 días que no te vemos", "número"),
    (FLAVOURS, "Gomitas x 3 a $ 700", "número"),
    (FLAVOURS, "Gomitas x 2 con 70 %", "descuento"),
    # Discounts.
    (PLAIN, "¡Tenemos promociones, Ana!", "no tiene descuento"),
    (PLAIN, "Coca-Cola 2,25 L con 10 % menos", "descuento"),
    (CHEAP, "Alfajor Jorgito con 15 %, hasta el 12/3", "15 %"),
    (CHEAP, "Alfajor Jorgito con 10,5 %, hasta el 12/3", "10,5 %"),
    (CHEAP, "Alfajor Jorgito con el diez por ciento, hasta el 12/3", "no dice"),
    (CHEAP, "Tenés 10 % de descuento hasta el 12/3", "de qué producto"),
    (CHEAP, "10 % en todo el local, y Alfajor Jorgito también, hasta el 12/3", "no dice"),
    (CHEAP, "10 % en tu próxima compra con Alfajor Jorgito hasta el 12/3", "no dice"),
    (CHEAP, "Alfajor Jorgito a $ 1.350", "hasta qué día"),
    (CHEAP, "Una oferta: Alfajor Jorgito.", "hasta qué día"),
    (CHEAP, "Alfajor Jorgito a $ 1.350 hasta el 13/3", "número"),
    (CHEAP, "Alfajor Jorgito a $ 1.350 hasta el 12/4", "número"),
    (CHEAP, "Alfajor Jorgito a $ 1.350 hasta el 12 de abril", "número"),
    (CHEAP, "Alfajor Jorgito a $ 1.350 hasta el viernes 12/3", "viernes"),
    (CHEAP, "Alfajor Jorgito a $ 1.350 hasta el 12/3/27", "número"),
    (CHEAP, "Alfajor Jorgito a $ 1.350, solo por hoy, no el 12/3", "no dice"),
    (LONGER, "Alfajor Jorgito a $ 1.350 hasta el jueves 19/3", "jueves"),
    (PLAIN, "Te esperamos el sábado", "sabado"),
    # Products.
    (PLAIN, "Hoy tenemos pepsi 1,5 L", "pepsi"),
    (PLAIN, "Hoy tenemos papas lays", "papas lays"),
    (PLAIN, "Hoy tenemos pan", "pan"),
    (PLAIN, "Hoy tenemos Manaos", "Manaos"),
    (PLAIN, "Hoy hay COMBO", "COMBO"),
    (PLAIN, "¡Hola, Ana Ruiz!", "Ruiz"),
    # Words.
    (PLAIN, "Coca-Cola 2,25 L gratis", "gratis"),
    (PLAIN, "Coca-Cola 2,25 L g\u200bratis", "gratis"),
    (PLAIN, "Coca-Cola 2,25 L grаtis", "signo"),  # noqa: RUF001 - a Cyrillic letter
    (PLAIN, "Te regalamos un vaso", "regalamos"),
    (PLAIN, "Coca-Cola a mitad de precio", "mitad"),
    (PLAIN, "Llevás dos por uno", "dos por uno"),
    (PLAIN, "La segunda va sin cargo", "sin cargo"),
    (PLAIN, "Acordate de tu deuda", "deuda"),
    (PLAIN, "Nos debés la anterior", "debes"),
    (PLAIN, "Pasá a pagar", "pagar"),
    (PLAIN, "Te lo anotamos fiado", "fiado"),
    (PLAIN, "Transferí al alias de siempre", "transferi"),
    (PLAIN, "Te lo mandamos con envío", "envio"),
    (PLAIN, "Últimas unidades", "ultimas unidades"),
    (PLAIN, "No seas boludo, vení", "boludo"),
    (PLAIN, "Como asistente no puedo", "asistente"),
    (PLAIN, "Según las instrucciones, vení", "instrucciones"),
]


@pytest.mark.parametrize(("plan", "text"), GOOD)
def test_a_good_text_passes(plan, text):
    assert complaint(plan, text) == ""


@pytest.mark.parametrize(("plan", "text", "why"), BAD)
def test_a_bad_text_is_refused_for_its_own_reason(plan, text, why):
    assert why in complaint(plan, text)


def test_the_longest_text_passes_and_one_more_letter_does_not():
    assert complaint(PLAIN, "a" * MAX_LENGTH) == ""
    assert "400" in complaint(PLAIN, "a" * (MAX_LENGTH + 1))


def test_what_the_writer_says_it_named_must_be_of_the_offer():
    assert complaint(PLAIN, "¡Hola, Ana!", ("Turrón Arcor", "Turrón Arcor")) == ""
    assert "Pepsi" in complaint(PLAIN, "¡Hola, Ana!", ("Turrón Arcor", "Pepsi"))
    four = offer(*(candidate(f"Alfajor {n}") for n in "ABCD"))
    assert "más de 3" in complaint(four, "¡Hola!", tuple(f"Alfajor {n}" for n in "ABCD"))


def test_two_products_of_one_brand_have_two_prices():
    both = offer(candidate("Coca-Cola 2,25 L", 4_800_00), candidate("Coca-Cola 500 ml", 1_900_00))
    assert complaint(both, "Coca-Cola 2,25 L a $ 4.800 y Coca-Cola 500 ml a $ 1.900") == ""
    assert "1.900" in complaint(both, "Coca-Cola 2,25 L a $ 1.900")
    assert complaint(both, "Coca-Cola a $ 1.900") == ""


def test_a_name_within_another_is_the_longer_one():
    both = offer(candidate("Alfajor", 500_00), candidate("Alfajor Jorgito", 900_00))
    assert complaint(both, "Alfajor Jorgito a $ 900 y Alfajor a $ 500") == ""
    assert "$ 500" in complaint(both, "Alfajor Jorgito a $ 500")


def test_a_discount_is_of_the_product_before_it():
    both = offer(
        candidate("Alfajor Jorgito", discount=1000), candidate("Turrón Arcor", 500_00, discount=500)
    )
    told = "Alfajor Jorgito a $ 1.350, 10 % menos, y Turrón Arcor con 5 %, hasta el 12/3"
    assert complaint(both, told) == ""
    assert "10 %" in complaint(both, told.replace("5 %", "10 %"))


def test_a_name_is_no_promise_but_a_piece_of_it_is():
    sly = offer(candidate("Papas Todo gratis"), first_name="Gratis")
    assert complaint(sly, "¡Hola, Gratis! Hay Papas Todo gratis a $ 1.500.") == ""
    assert "gratis" in complaint(offer(candidate("Papas Todo gratis")), "Hay de todo, gratis")


def test_the_sentence_never_tells_who_the_client_is():
    told = offer(first_name="Zoraida", shop_name="Almacén Quiroga")
    for _, text, _ in BAD:
        said = complaint(told, f"Zoraida: {text} Almacén Quiroga, Zoraida")
        assert said or not text.strip()
        assert "Zoraida" not in said
        assert "Quiroga" not in said


_PIECES = st.sampled_from(
    (
        *("$", "%", "{", "}", "1.500", "1350", "12/3", "\0", "\u200d", "🇦🇷", "Coca-Cola 2,25 L"),
        *("Ana", "Kiosco El Sol", "gratis", "😊", "\n", ".", "10", " por ciento", "²", "½", "א"),
    )
)


@given(text=st.text() | st.lists(_PIECES | st.text(max_size=3)).map(" ".join))
def test_any_text_is_answered(text):
    for plan in (PLAIN, CHEAP, FLAVOURS, offer(candidate("\u200d"), first_name="", shop_name="")):
        said = complaint(plan, text)
        assert isinstance(said, str)
        assert "\n" not in said


@given(price=st.integers(1, 99_999_99))
def test_no_other_price_is_told(price):
    told = f"Turrón Arcor a $ {price // 100},{price % 100:02}"
    assert (complaint(PLAIN, told) == "") is (price == 1_500_00)


@given(rate=st.integers(0, 100))
def test_no_other_discount_is_told(rate):
    told = f"Alfajor Jorgito con {rate} % de descuento hasta el 12/3"
    assert (complaint(CHEAP, told) == "") is (rate == 10)
