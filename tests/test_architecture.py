"""The building stands: imports go down, every file stays small enough to read."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kioskifly_desktop"
LONGEST_FILE = 450
FOREIGN_TO_CORE = {
    *("PySide6", "shiboken6", "escpos", "reportlab", "openai", "alembic", "cryptography")
}


def _lint_imports(folder):
    """Run the contracts of pyproject.toml on the package in `folder`."""
    program = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


def test_imports_keep_the_contracts():
    done = _lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        ("Imports go down", "core/money.py", "import kioskifly_desktop.ui.theme"),
        ("Imports go down", "ui/theme.py", "import kioskifly_desktop.adapters.pdf"),
        ("Imports go down", "adapters/pdf.py", "import kioskifly_desktop.ui.theme"),
        ("Imports go down", "common.py", ""),
        ("Core knows no screen", "core/money.py", "import PySide6.QtCore"),
        ("Core knows no screen", "core/printers.py", "import escpos.printer"),
        ("Devices work without Qt", "adapters/pdf.py", "import PySide6.QtCore"),
        ("Screens never touch SQL", "ui/shop.py", "import sqlalchemy"),
        ("Core features depend", "core/ledger.py", "import kioskifly_desktop.core.vouchers"),
        ("Core features depend", "core/errors/base.py", "import kioskifly_desktop.core.fiscal"),
        ("Core features depend", "core/misc.py", ""),
        ("No cycles", "core/errors/base.py", "import kioskifly_desktop.core.es_ar"),
    ],
)
def test_each_contract_catches_who_breaks_it(tmp_path, contract, module, line):
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for source in PACKAGE.rglob("*.py"):
        copy = tmp_path / source.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes())
    broken = tmp_path / "kioskifly_desktop" / module
    with broken.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")

    done = _lint_imports(tmp_path)

    assert done.returncode == 1, done.stdout + done.stderr
    verdicts = [text for text in done.stdout.splitlines() if text.endswith("BROKEN")]
    assert any(text.startswith(contract) for text in verdicts), done.stdout


def test_the_shop_opens_without_qt_or_devices():
    program = (
        "import pkgutil, importlib, sys, kioskifly_desktop.core as core\n"
        "for module in pkgutil.walk_packages(core.__path__, core.__name__ + '.'):\n"
        "    if '.migrations.' not in module.name: importlib.import_module(module.name)\n"
        f"print(sorted({FOREIGN_TO_CORE!r} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_no_file_outgrows_its_reader():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long
