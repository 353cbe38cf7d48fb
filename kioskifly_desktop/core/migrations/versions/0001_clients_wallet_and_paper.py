"""Clients, wallet, registers and paper."""

from alembic import op

revision = "0001"
down_revision = None

_APPEND_ONLY = ("journal_entry", "posting", "voucher")

# Words come folded: `ascii` splits at the blanks alone, where unicode61 would split inside a word
# at letters newer than SQLite's tables, which detail=none cannot search.
_SEARCH = """
CREATE VIRTUAL TABLE client_search USING fts5(
    words, prefix='2 3', detail=none, columnsize=0, tokenize="ascii"
)
"""

_TABLES = (
    """
    CREATE TABLE printer (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        transport TEXT NOT NULL,
        address TEXT NOT NULL,
        columns INTEGER NOT NULL,
        code_page TEXT NOT NULL,
        code_page_number INTEGER NOT NULL,
        has_cutter INTEGER NOT NULL,
        automatic INTEGER NOT NULL,
        CONSTRAINT pk_printer PRIMARY KEY (id),
        CONSTRAINT ck_printer_transport CHECK (transport IN ('tcp', 'usb', 'serial', 'file')),
        CONSTRAINT ck_printer_columns CHECK (columns IN (32, 42, 48))
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY ("key")
    ) STRICT
    """,
    """
    CREATE TABLE user (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        active INTEGER NOT NULL,
        CONSTRAINT pk_user PRIMARY KEY (id),
        CONSTRAINT ck_user_role CHECK (role IN ('admin', 'cashier')),
        CONSTRAINT uq_user_name UNIQUE (name)
    ) STRICT
    """,
    """
    CREATE TABLE journal_entry (
        id INTEGER NOT NULL,
        request_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        business_date TEXT NOT NULL,
        user_id INTEGER NOT NULL,
        memo TEXT DEFAULT '' NOT NULL,
        reverses INTEGER,
        CONSTRAINT pk_journal_entry PRIMARY KEY (id),
        CONSTRAINT ck_journal_entry_reverses CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
        CONSTRAINT uq_journal_entry_request_id UNIQUE (request_id),
        CONSTRAINT fk_journal_entry_user_id FOREIGN KEY(user_id) REFERENCES user (id),
        CONSTRAINT uq_journal_entry_reverses UNIQUE (reverses),
        CONSTRAINT fk_journal_entry_reverses FOREIGN KEY(reverses) REFERENCES journal_entry (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_journal_entry_business_date ON journal_entry (business_date)
    """,
    """
    CREATE TABLE account (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        balance INTEGER DEFAULT 0 NOT NULL,
        last_entry_id INTEGER,
        CONSTRAINT pk_account PRIMARY KEY (id),
        CONSTRAINT ck_account_balance CHECK (balance BETWEEN -999999999999999 AND
            999999999999999),
        CONSTRAINT fk_account_last_entry_id FOREIGN KEY(last_entry_id) REFERENCES journal_entry
            (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_account_kind_balance ON account (kind, balance)
    """,
    """
    CREATE UNIQUE INDEX uq_account_of_the_shop ON account (kind) WHERE kind IN ('sales',
        'adjustments')
    """,
    """
    CREATE TABLE client (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        condition INTEGER NOT NULL,
        document_type INTEGER NOT NULL,
        document_number TEXT NOT NULL,
        document_key TEXT,
        birthday TEXT,
        address TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        notes TEXT NOT NULL,
        preferred_method TEXT,
        debt_limit INTEGER,
        archived INTEGER NOT NULL,
        account_id INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        created_by INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_by INTEGER NOT NULL,
        CONSTRAINT pk_client PRIMARY KEY (id),
        CONSTRAINT ck_client_preferred_method CHECK (preferred_method IN ('cash', 'debit_card',
            'credit_card', 'transfer', 'qr')),
        CONSTRAINT ck_client_debt_limit CHECK (debt_limit BETWEEN 0 AND 99999999999),
        CONSTRAINT uq_client_document_key UNIQUE (document_key),
        CONSTRAINT uq_client_account_id UNIQUE (account_id),
        CONSTRAINT fk_client_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT fk_client_created_by FOREIGN KEY(created_by) REFERENCES user (id),
        CONSTRAINT fk_client_updated_by FOREIGN KEY(updated_by) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_client_name_folded_id ON client (name_folded, id)
    """,
    """
    CREATE TABLE posting (
        id INTEGER NOT NULL,
        entry_id INTEGER NOT NULL,
        account_id INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        balance_after INTEGER NOT NULL,
        CONSTRAINT pk_posting PRIMARY KEY (id),
        CONSTRAINT ck_posting_amount CHECK (amount <> 0 AND abs(amount) <= 999999999999999),
        CONSTRAINT ck_posting_balance_after CHECK (abs(balance_after) <= 999999999999999),
        CONSTRAINT fk_posting_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_posting_account_id FOREIGN KEY(account_id) REFERENCES account (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_posting_account_id_id ON posting (account_id, id)
    """,
    """
    CREATE INDEX ix_posting_entry_id ON posting (entry_id)
    """,
    """
    CREATE TABLE register (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        kind TEXT NOT NULL,
        account_id INTEGER NOT NULL,
        archived INTEGER NOT NULL,
        CONSTRAINT pk_register PRIMARY KEY (id),
        CONSTRAINT ck_register_kind CHECK (kind IN ('drawer', 'bank', 'e_wallet')),
        CONSTRAINT uq_register_name_folded UNIQUE (name_folded),
        CONSTRAINT uq_register_account_id UNIQUE (account_id),
        CONSTRAINT fk_register_account_id FOREIGN KEY(account_id) REFERENCES account (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_register_archived ON register (archived)
    """,
    """
    CREATE TABLE voucher (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        point INTEGER NOT NULL,
        number INTEGER NOT NULL,
        entry_id INTEGER NOT NULL,
        client_id INTEGER,
        issued_at INTEGER NOT NULL,
        document TEXT NOT NULL,
        CONSTRAINT pk_voucher PRIMARY KEY (id),
        CONSTRAINT uq_voucher_kind_point_number UNIQUE (kind, point, number),
        CONSTRAINT uq_voucher_entry_id UNIQUE (entry_id),
        CONSTRAINT fk_voucher_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_voucher_client_id FOREIGN KEY(client_id) REFERENCES client (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_voucher_client_id_id ON voucher (client_id, id)
    """,
    """
    CREATE TABLE print_job (
        id INTEGER NOT NULL,
        title TEXT NOT NULL,
        document TEXT NOT NULL,
        voucher_id INTEGER,
        printer_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        attempts INTEGER DEFAULT 0 NOT NULL,
        created_at INTEGER NOT NULL,
        created_by INTEGER NOT NULL,
        next_at INTEGER NOT NULL,
        finished_at INTEGER,
        CONSTRAINT pk_print_job PRIMARY KEY (id),
        CONSTRAINT ck_print_job_state CHECK (state IN ('queued', 'sending', 'printed',
            'unconfirmed', 'uncertain', 'discarded')),
        CONSTRAINT fk_print_job_voucher_id FOREIGN KEY(voucher_id) REFERENCES voucher (id),
        CONSTRAINT fk_print_job_created_by FOREIGN KEY(created_by) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_print_job_voucher_id ON print_job (voucher_id)
    """,
    """
    CREATE INDEX ix_print_job_waiting ON print_job (id) WHERE state IN ('queued', 'sending',
        'uncertain')
    """,
)


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
    op.execute(_SEARCH)
    for table in _APPEND_ONLY:
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
