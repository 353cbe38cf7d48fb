import json

from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.documents import (
    Document,
    DocumentKind,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)

_styles = st.sampled_from(Style)
_blocks = st.one_of(
    st.builds(Text, st.text(), align=st.sampled_from(["left", "center"]), style=_styles),
    st.builds(Pair, st.text(), st.text(), style=_styles),
    st.builds(Movement, st.text(), st.text(), st.integers(), st.integers(), reference=st.text()),
    st.builds(MovementsHeader, st.integers()),
    st.builds(Rule, st.sampled_from(["-", "="])),
    st.builds(Space, st.integers(1, 9)),
    st.builds(Signature, st.lists(st.text(), max_size=3).map(tuple)),
)
_documents = st.builds(
    Document,
    kind=st.sampled_from(DocumentKind),
    title=st.text(),
    number=st.text(),
    blocks=st.lists(_blocks, max_size=12).map(tuple),
)


@given(_documents)
def test_a_frozen_document_reads_back_the_same(document):
    again = Document.from_json(document.to_json())

    assert again == document
    assert [type(block) for block in again.blocks] == [type(block) for block in document.blocks]
    assert again.to_json() == document.to_json()


def test_read_back_styles_are_styles():
    document = Document(DocumentKind.TEST, "Prueba", "", (Text("Ñandú", style=Style.TITLE),))

    (block,) = Document.from_json(document.to_json()).blocks

    assert isinstance(block, Text)
    assert block.style is Style.TITLE


def test_json_is_readable_text():
    document = Document(DocumentKind.PAYMENT, "Recibo", "X-00001-00000457", (Pair("Señal", "1"),))

    text = document.to_json()

    assert "Señal" in text
    assert json.loads(text)["blocks"] == [
        {"block": "Pair", "left": "Señal", "right": "1", "style": "normal"}
    ]
