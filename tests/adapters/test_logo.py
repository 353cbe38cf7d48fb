import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.errors import LogoError, NotAllowedError
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.logo import MAX_HEIGHT, MAX_WIDTH, Logo, save_logo, shop_logo
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user, list_users
from tests.fakes.papers import RECEIPT, printer

RASTER = b"\x1dv0\x00"


@pytest.fixture
def shop(tmp_path):
    database = open_shop(tmp_path)
    yield database
    database.close()


def test_a_logo_is_kept_once_and_forgotten(shop):
    logo = Logo(16, bytes(range(32)))
    with shop.read() as work:
        admin = find_user(work, "")
        cashier = next(user for user in list_users(work) if not user.is_admin)
        assert shop_logo(work) is None
    with shop.write(admin) as work:
        save_logo(work, logo)
        assert shop_logo(work) == logo
        assert logo.height == 16
    with pytest.raises(NotAllowedError), shop.write(cashier) as work:
        save_logo(work, None)
    with shop.write(admin) as work:
        save_logo(work, None)
        assert shop_logo(work) is None


@pytest.mark.parametrize(
    "logo",
    [
        Logo(MAX_WIDTH + 8, bytes(MAX_WIDTH // 8 + 1)),
        Logo(8, bytes(MAX_HEIGHT + 1)),
        Logo(12, bytes(3)),
        Logo(16, bytes(3)),
        Logo(16, b""),
    ],
)
def test_a_logo_that_no_paper_holds_is_refused(shop, logo):
    with shop.read() as work:
        admin = find_user(work, "")
    with pytest.raises(LogoError), shop.write(admin) as work:
        save_logo(work, logo)


def test_the_logo_is_printed_in_pieces_before_the_first_line():
    rows = bytes(n % 251 for n in range(48 * MAX_HEIGHT))
    plain = to_bytes(RECEIPT, printer())
    job = to_bytes(RECEIPT, printer(), Logo(MAX_WIDTH, rows))
    head, body = plain[:7], plain[7:]
    assert job.startswith(head + b"\x1ba\x01" + RASTER + b"\x30\x00\x80\x00")
    assert job.endswith(b"\x1ba\x00" + body)
    assert job.count(RASTER) == 2
    assert len(job) == len(plain) + len(rows) + 2 * 8 + 6


@given(st.binary(min_size=160, max_size=160))
def test_no_dots_command_the_printer(dots):
    job = to_bytes(RECEIPT, printer(), Logo(80, dots + b"\x10\x04\x01\x10\x05\x01\x10\x14\x01\x00"))
    assert not any(command in job for command in (b"\x10\x04", b"\x10\x05", b"\x10\x14"))
