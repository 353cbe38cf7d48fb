"""What the program is made of, and under which licence each part is given."""

from __future__ import annotations

from kioskifly_desktop.core.phrases import Phrase

PARTS = {
    "PySide6, Qt": "LGPL-3.0",
    "Python": "PSF-2.0",
    "SQLite": Phrase("dominio público"),
    "SQLAlchemy": "MIT",
    "alembic": "MIT",
    "cryptography": "Apache-2.0 / BSD-3-Clause",
    "filelock": "MIT",
    "keyring": "MIT",
    "openai": "Apache-2.0",
    "openpyxl": "MIT",
    "platformdirs": "MIT",
    "python-escpos": "MIT",
    "python-stdnum": "LGPL-2.1",
    "reportlab": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "Inter": "OFL-1.1",
    "Lucide": "ISC",
}
