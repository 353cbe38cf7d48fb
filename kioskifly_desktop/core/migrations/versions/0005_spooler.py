"""Jobs hold their bytes, printers what they can answer; routes of documents; drawer openings."""

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS = (
    """
    CREATE TABLE printer_new (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        transport TEXT NOT NULL,
        address TEXT NOT NULL,
        columns INTEGER NOT NULL,
        code_page TEXT NOT NULL,
        code_page_number INTEGER NOT NULL,
        has_cutter INTEGER NOT NULL,
        drawer_pin INTEGER NOT NULL,
        native_qr INTEGER NOT NULL,
        copies INTEGER NOT NULL,
        prints_logo INTEGER NOT NULL,
        report TEXT NOT NULL,
        acknowledgement TEXT NOT NULL,
        paper_low INTEGER NOT NULL,
        CONSTRAINT ck_printer_transport CHECK (transport IN ('tcp', 'usb', 'serial', 'queue',
            'file')),
        CONSTRAINT ck_printer_report CHECK (report IN ('unknown', 'none', 'dle_eot')),
        CONSTRAINT ck_printer_acknowledgement CHECK (acknowledgement IN ('unknown', 'none',
            'gs_r', 'gs_h')),
        CONSTRAINT ck_printer_columns CHECK (columns IN (32, 42, 48)),
        CONSTRAINT ck_printer_drawer_pin CHECK (drawer_pin IN (0, 2, 5)),
        CONSTRAINT ck_printer_copies CHECK (copies BETWEEN 1 AND 3)
    ) STRICT
    """,
    """
    INSERT INTO printer_new
    SELECT id, name, transport, address, columns, code_page, code_page_number, has_cutter,
        0, 0, 1, 0, 'unknown', 'unknown', 0
    FROM printer
    """,
    # Dropped while it is called `printer`, it would take its place in the routes with it.
    "ALTER TABLE printer RENAME TO printer_old",
    "ALTER TABLE printer_new RENAME TO printer",
    """
    CREATE TABLE print_route (
        kind TEXT NOT NULL,
        printer_id INTEGER,
        automatic INTEGER NOT NULL,
        CONSTRAINT pk_print_route PRIMARY KEY (kind),
        CONSTRAINT fk_print_route_printer_id FOREIGN KEY(printer_id) REFERENCES printer (id)
            ON DELETE SET NULL
    ) STRICT
    """,
    # Only one printer printed by itself: the first that was set to.
    """
    INSERT INTO print_route
    SELECT kinds.column1, (SELECT min(id) FROM printer_old WHERE automatic),
        EXISTS (SELECT 1 FROM printer_old WHERE automatic)
    FROM (VALUES ('payment'), ('reversal'), ('close'), ('sale'), ('on_account'), ('void'),
        ('return')) AS kinds
    WHERE EXISTS (SELECT 1 FROM printer_old)
    """,
    "DROP TABLE printer_old",
    """
    CREATE TABLE print_job_new (
        id INTEGER NOT NULL,
        title TEXT NOT NULL,
        document TEXT NOT NULL,
        payload BLOB,
        voucher_id INTEGER,
        copy_no INTEGER NOT NULL,
        reprint INTEGER NOT NULL,
        drawer INTEGER NOT NULL,
        printer_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        attempts INTEGER DEFAULT 0 NOT NULL,
        sent INTEGER DEFAULT 0 NOT NULL,
        created_at INTEGER NOT NULL,
        created_by INTEGER NOT NULL,
        next_at INTEGER NOT NULL,
        finished_at INTEGER,
        CONSTRAINT pk_print_job PRIMARY KEY (id),
        CONSTRAINT ck_print_job_state CHECK (state IN ('queued', 'blocked', 'sending', 'printed',
            'unconfirmed', 'uncertain', 'discarded')),
        CONSTRAINT fk_print_job_voucher_id FOREIGN KEY(voucher_id) REFERENCES voucher (id),
        CONSTRAINT fk_print_job_created_by FOREIGN KEY(created_by) REFERENCES user (id)
    ) STRICT
    """,
    """
    INSERT INTO print_job_new
    SELECT id, title, document, NULL, voucher_id, 1,
        voucher_id IS NOT NULL AND EXISTS (
            SELECT 1 FROM print_job AS older
            WHERE older.voucher_id = print_job.voucher_id AND older.id < print_job.id
        ),
        0, printer_id, state, reason, attempts, 0, created_at, created_by, next_at, finished_at
    FROM print_job
    """,
    "DROP TABLE print_job",
    "ALTER TABLE print_job_new RENAME TO print_job",
    "CREATE INDEX ix_print_job_voucher_id ON print_job (voucher_id)",
    """
    CREATE INDEX ix_print_job_waiting ON print_job (printer_id, id) WHERE state IN ('queued',
        'blocked', 'sending', 'uncertain')
    """,
    """
    CREATE UNIQUE INDEX uq_print_job_original ON print_job (voucher_id, copy_no)
        WHERE reprint = 0
    """,
    """
    CREATE TABLE drawer_opening (
        id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        entry_id INTEGER,
        reason TEXT NOT NULL,
        CONSTRAINT pk_drawer_opening PRIMARY KEY (id),
        CONSTRAINT fk_drawer_opening_user_id FOREIGN KEY(user_id) REFERENCES user (id),
        CONSTRAINT fk_drawer_opening_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
    ) STRICT
    """,
    "CREATE INDEX ix_drawer_opening_entry_id ON drawer_opening (entry_id)",
    *(
        f"CREATE TRIGGER drawer_opening_no_{act} BEFORE {act.upper()} ON drawer_opening "
        "BEGIN SELECT RAISE(ABORT, 'drawer_opening only grows'); END"
        for act in ("update", "delete")
    ),
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
