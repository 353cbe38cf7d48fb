"""What the program is made of, and under which licence each part is given."""

from __future__ import annotations

PARTS = {
    "PySide6 y Qt": "LGPL-3.0",
    "Python": "PSF-2.0",
    "SQLite": "Dominio público",
    "SQLAlchemy": "MIT",
    "alembic": "MIT",
    "cryptography": "Apache-2.0 o BSD-3-Clause",
    "filelock": "MIT",
    "keyring": "MIT",
    "openai": "Apache-2.0",
    "openpyxl": "MIT",
    "platformdirs": "MIT",
    "python-escpos": "MIT",
    "python-stdnum": "LGPL-2.1",
    "reportlab": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "Inter (letra)": "OFL-1.1",
    "Lucide (íconos)": "ISC",
}
