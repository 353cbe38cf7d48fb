import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.errors import (
    DocumentNotAcceptedError,
    DocumentNumberError,
    DocumentTypeError,
    FiscalConditionError,
)
from kioskifly_desktop.core.fiscal import (
    DOCUMENT_NAMES,
    PSEUDO_CUIT,
    RULES,
    DocumentType,
    FiscalCondition,
    Verdict,
    check_document,
    condition_from_text,
    document_type_from_text,
    format_document,
    validate_identity,
)

DATA = Path(__file__).parent.parent / "data"


def _rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RULE_ROWS = _rows("fiscal_rules.csv")
VECTORS = _rows("tax_id_vectors.csv")


@pytest.mark.parametrize("row", RULE_ROWS, ids=lambda row: row["condicion_code"])
def test_rule_is_the_one_in_the_dossier(row):
    rule = RULES[FiscalCondition(int(row["condicion_code"]))]

    assert rule.name == row["name_es"]
    assert sorted(rule.accepted) == sorted(int(t) for t in row["accepted_doc_types"].split("|"))
    assert rule.letter_from_registered == row["receives_letter_from_RI"]
    assert rule.letter_from_monotributo == row["receives_letter_from_monotributo"]


def test_there_are_no_other_rules():
    assert {int(code) for code in RULES} == {int(row["condicion_code"]) for row in RULE_ROWS}
    assert set(FiscalCondition) == set(RULES)
    assert set(DocumentType) == set(DOCUMENT_NAMES)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_vector(vector):
    check = check_document(DocumentType(int(vector["doc_type"])), vector["input"])

    assert check.verdict == vector["expected"]
    assert check.normalized == vector["normalized"]
    assert bool(check.reason) == (check.verdict != Verdict.VALID)


CUIT, CUIL, DNI, NONE = DocumentType.CUIT, DocumentType.CUIL, DocumentType.DNI, DocumentType.NONE


@pytest.mark.parametrize(
    ("document_type", "text", "verdict", "normalized"),
    [
        (CUIT, "20\u201312345678\u20136", Verdict.VALID, "20123456786"),
        (CUIT, "20/12345678/6", Verdict.VALID, "20123456786"),
        (CUIT, "\u200e20\u00a012345678\u00a06\n", Verdict.VALID, "20123456786"),
        (CUIT, "٢٠-١٢٣٤٥٦٧٨-٦", Verdict.VALID, "20123456786"),
        (CUIT, "201234567860", Verdict.INVALID, ""),
        (CUIT, "-", Verdict.INVALID, ""),
        (CUIT, "26-12345678-1", Verdict.INVALID, ""),
        (CUIT, "26-12345678-4", Verdict.WARN, "26123456784"),
        (CUIT, "30-00000000-7", Verdict.INVALID, ""),
        (CUIL, "20-12345678-6", Verdict.VALID, "20123456786"),
        (CUIL, "33-70000013-9", Verdict.INVALID, ""),
        (CUIL, "50-00000001-6", Verdict.INVALID, ""),
        (CUIL, PSEUDO_CUIT, Verdict.INVALID, ""),
        (DocumentType.CDI, "20-12345678-6", Verdict.VALID, "20123456786"),
        (DNI, "01.234.567", Verdict.VALID, "1234567"),
        (DNI, "00123456", Verdict.INVALID, ""),
        (DNI, "0", Verdict.INVALID, ""),
        (DNI, "1234567²", Verdict.INVALID, ""),
        (DNI, "1234567Ⅷ", Verdict.INVALID, ""),
        (DocumentType.LE, "4.123.456", Verdict.VALID, "4123456"),
        (DocumentType.LC, "12345", Verdict.INVALID, ""),
        (DocumentType.PASSPORT, "aaa 123-456", Verdict.VALID, "AAA123456"),
        (DocumentType.PASSPORT, "PASAPORTE", Verdict.INVALID, ""),
        (DocumentType.PASSPORT, "AÑ123456", Verdict.INVALID, ""),
        (DocumentType.FOREIGN_ID, "V-12.345.678", Verdict.VALID, "V12345678"),
        (DocumentType.FOREIGN_ID, "00000000", Verdict.INVALID, ""),
        (NONE, "", Verdict.VALID, ""),
        (NONE, "  ", Verdict.VALID, ""),
        (NONE, "0", Verdict.VALID, ""),
    ],
)
def test_number_beyond_the_vectors(document_type, text, verdict, normalized):
    check = check_document(document_type, text)
    assert (check.verdict, check.normalized) == (verdict, normalized)


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        (FiscalCondition.UNCATEGORIZED, Verdict.VALID),
        (FiscalCondition.REGISTERED, Verdict.INVALID),
        (FiscalCondition.FINAL_CONSUMER, Verdict.INVALID),
        (None, Verdict.WARN),
    ],
)
def test_pseudo_cuit_belongs_to_the_uncategorized(condition, verdict):
    assert check_document(CUIT, "23-00000000-0", condition=condition).verdict == verdict


@given(st.sampled_from(DocumentType), st.text())
def test_any_text_gets_a_verdict_and_what_is_stored_is_stable(document_type, text):
    check = check_document(document_type, text)

    assert check.normalized.isascii()
    if check.verdict is Verdict.INVALID:
        assert not check.normalized
    else:
        assert check_document(document_type, check.normalized) == check
        format_document(document_type, check.normalized)


@given(
    st.sampled_from(["20", "23", "24", "27", "30", "33", "34"]),
    st.integers(1, 99_999_999),
    st.integers(0, 9),
    st.integers(1, 9),
)
def test_no_two_digits_end_the_same_cuit(prefix, body, digit, step):
    stem = f"{prefix}{body:08d}"
    verdicts = {check_document(CUIT, f"{stem}{d}").verdict for d in (digit, (digit + step) % 10)}
    assert Verdict.INVALID in verdicts


@pytest.mark.parametrize(
    ("document_type", "number", "text"),
    [
        (DNI, "20123456", "DNI 20.123.456"),
        (DNI, "1234567", "DNI 1.234.567"),
        (CUIT, "20123456786", "CUIT 20-12345678-6"),
        (DocumentType.PASSPORT, "AAA123456", "Pasaporte AAA123456"),
        (NONE, "", ""),
    ],
)
def test_format_document(document_type, number, text):
    assert format_document(document_type, number) == text


def test_identity_is_returned_as_it_is_stored():
    assert validate_identity(5, 96, "20.123.456") == (
        FiscalCondition.FINAL_CONSUMER,
        DNI,
        "20123456",
    )
    assert validate_identity(5, 99, "") == (FiscalCondition.FINAL_CONSUMER, NONE, "")
    assert validate_identity(7, 80, "23-00000000-0")[2] == PSEUDO_CUIT
    assert validate_identity(5, 96, "11111111")[2] == "11111111"


@pytest.mark.parametrize(
    ("identity", "error", "field", "sentence"),
    [
        (
            (2, 80, "20123456786"),
            FiscalConditionError,
            "condition",
            "No existe la condición fiscal «2». Elegí una de estas: 1 (IVA Responsable Inscripto)",
        ),
        (
            (5, 95, "20123456"),
            DocumentTypeError,
            "document_type",
            "No existe el tipo de documento «95». Elegí uno de estos: 80 (CUIT)",
        ),
        (
            (6, 96, "20123456"),
            DocumentNotAcceptedError,
            "document",
            "«Responsable Monotributo» lleva CUIT. Cambiá el documento.",
        ),
        (
            (9, 96, "20123456"),
            DocumentNotAcceptedError,
            "document",
            "«Cliente del Exterior» lleva CUIT, Pasaporte o Documento extranjero.",
        ),
        (
            (1, 80, "20-12345678-7"),
            DocumentNumberError,
            "document_number",
            "Ese CUIT no es válido: el último dígito no coincide. Revisalo.",
        ),
        (
            (5, 94, "x"),
            DocumentNumberError,
            "document_number",
            "Ese pasaporte no es válido: lleva de 5 a 15 letras y números. Revisalo.",
        ),
        (
            (5, 99, "12345678"),
            DocumentNumberError,
            "document_number",
            "Ese número no es válido: «Sin identificar» no lleva número. Revisalo.",
        ),
        (
            (1, 80, PSEUDO_CUIT),
            DocumentNumberError,
            "document_number",
            "Ese CUIT no es válido: 23-00000000-0 solo va con «Sujeto No Categorizado». Revisalo.",
        ),
    ],
)
def test_broken_identity_says_what_to_do(identity, error, field, sentence):
    with pytest.raises(error) as caught:
        validate_identity(*identity)

    assert str(caught.value).startswith(sentence)
    assert caught.value.field == field


@pytest.mark.parametrize("condition", FiscalCondition)
@pytest.mark.parametrize("document_type", DocumentType)
def test_every_pair_follows_the_rules(condition, document_type):
    numbers = {NONE: "", DNI: "20123456", DocumentType.LE: "4123456", DocumentType.LC: "4123456"}
    passport_like = (DocumentType.PASSPORT, DocumentType.FOREIGN_ID)
    number = numbers.get(document_type) or (
        "AAA123456" if document_type in passport_like else "20123456786"
    )
    if document_type is NONE:
        number = ""

    if document_type in RULES[condition].accepted:
        assert validate_identity(condition, document_type, number)[:2] == (condition, document_type)
    else:
        with pytest.raises(DocumentNotAcceptedError):
            validate_identity(condition, document_type, number)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6", 6),
        ("monotributo", 6),
        ("Responsable Monotributo", 6),
        ("consumidor_final", 5),
        ("CONSUMIDOR FINAL", 5),
        ("cf", 5),
        ("Responsable Inscripto", 1),
        ("exento", 4),
        ("monotributista social", 13),
        ("iva liberado", 10),
        ("no-alcanzado", 15),
    ],
)
def test_condition_by_name(text, code):
    assert condition_from_text(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DNI", 96),
        ("dni", 96),
        ("96", 96),
        ("cuit", 80),
        ("Pasaporte", 94),
        ("sin_identificar", 99),
    ],
)
def test_document_type_by_name(text, code):
    assert document_type_from_text(text) == code


def test_every_name_reads_back():
    for rule in RULES.values():
        assert condition_from_text(rule.name) == rule.condition
        assert condition_from_text(rule.short_name) == rule.condition
    for kind, name in DOCUMENT_NAMES.items():
        assert document_type_from_text(name) == kind


@pytest.mark.parametrize("text", ["", "2", "monarca", "05"])
def test_unknown_names_are_refused(text):
    with pytest.raises(FiscalConditionError):
        condition_from_text(text)
    with pytest.raises(DocumentTypeError):
        document_type_from_text(text)


def test_importing_the_rules_does_not_load_the_validator():
    program = "import sys, kioskifly_desktop.core.fiscal as _; print('stdnum' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
