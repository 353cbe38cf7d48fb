from datetime import UTC, datetime

import pytest

from kioskifly_desktop.core.documents import Document
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.papers import test_page as page_for_testing
from kioskifly_desktop.core.ticket import lay_out
from tests.fakes.escpos_decoder import decode
from tests.fakes.papers import printer

NOW = datetime(2026, 11, 22, 13, 31, tzinfo=UTC)


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_each_code_page_is_named_and_shown_in_its_own_letters(columns):
    device = printer(columns=columns)
    job = decode(to_bytes(page_for_testing(device, NOW), device), code_pages=True)
    samples = {line.text.split(":")[0]: line.text for line in job.lines if ":" in line.text[:3]}
    for number in ("19", "2", "16", "3"):
        assert "ñÑ áÁ éÉ íÍ óÓ úÚ" in samples[number]
    assert "Á" not in samples["0"], "the page of 1981 has no capitals with accents"
    assert job.pages[-1] == device.code_page_number, "the printer's own page is back"
    assert max(len(line.text) * line.wide for line in job.lines) <= columns


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_the_ruler_takes_exactly_one_line(columns):
    device = printer(columns=columns)
    rulers = [
        line for line in lay_out(page_for_testing(device, NOW), columns) if "12345" in line.text
    ]
    assert [len(line.text) for line in rulers] == [columns]


def test_the_page_survives_being_stored():
    page = page_for_testing(printer(), NOW)
    assert Document.from_json(page.to_json()) == page
