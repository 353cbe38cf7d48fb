"""Clients without a name: what their guards let go of, and whom the audit tells of."""

# ruff: noqa: S608 - names of its own

from alembic import op

revision = "0009"
down_revision = "0008"

_STATEMENTS = (
    """
    ALTER TABLE client ADD COLUMN anonymised_at INTEGER
        CONSTRAINT ck_client_anonymised_at CHECK (anonymised_at IS NULL OR
            name = 'Cliente anónimo n.º ' || id AND document_number || address || phone || email
            || notes = '' AND coalesce(document_key, birthday) IS NULL AND archived)
    """,
    "ALTER TABLE audit_event ADD COLUMN client_id INTEGER",
    """
    CREATE INDEX ix_audit_event_client_id_id ON audit_event (client_id, id)
        WHERE client_id IS NOT NULL
    """,
)

_GONE = "EXISTS (SELECT 1 FROM client WHERE id = OLD.client_id AND anonymised_at IS NOT NULL)"
_GONE_OF_ENTRY = """(
    EXISTS (
        SELECT 1 FROM posting JOIN client ON client.account_id = posting.account_id
        WHERE posting.entry_id = OLD.{entry} AND client.anonymised_at IS NOT NULL
    ) OR EXISTS (
        SELECT 1 FROM voucher JOIN client ON client.id = voucher.client_id
        WHERE voucher.entry_id = OLD.{entry} AND client.anonymised_at IS NOT NULL
    )
)"""

# Of each table: the columns with words about a client, and what may become of them, and when.
_WORDS = {
    "message": (("text",), f"NEW.text = '' AND {_GONE}"),
    "sale": (("authorization",), f"NEW.\"authorization\" = '' AND {_GONE}"),
    # What stands before the mark is the program's: the means of a payment, the goods of a return.
    "journal_entry": (
        ("memo",),
        "(NEW.memo = '' OR NEW.memo = substr(OLD.memo, 1, instr(OLD.memo, ' · ') - 1)) AND "
        + _GONE_OF_ENTRY.format(entry="id"),
    ),
    "stock_move": (("reason",), "NEW.reason = '' AND " + _GONE_OF_ENTRY.format(entry="entry_id")),
    # The paragraphs of a paper; neither its figures, nor its number, nor how many they are.
    "voucher": (
        ("document",),
        f"""{_GONE}
        AND json_remove(NEW.document, '$.blocks') = json_remove(OLD.document, '$.blocks')
        AND json_array_length(NEW.document, '$.blocks')
            = json_array_length(OLD.document, '$.blocks')
        AND NOT EXISTS (
            SELECT 1 FROM json_each(OLD.document, '$.blocks') AS was
            JOIN json_each(NEW.document, '$.blocks') AS now ON now.key = was.key
            WHERE now.value <> was.value
              AND json_remove(now.value, '$.text') IS NOT json_remove(was.value, '$.text')
        )""",
    ),
    "audit_event": (
        ("subject", "detail", "words"),
        f"""{_GONE} AND NEW.detail = '' AND (NEW.subject = OLD.subject
            OR NEW.subject = (SELECT name FROM client WHERE id = OLD.client_id))""",
    ),
}


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for table, (words, admitted) in _WORDS.items():
        columns = op.get_bind().exec_driver_sql(f"SELECT name FROM pragma_table_info('{table}')")
        stays = " AND ".join(
            f'NEW."{name}" IS OLD."{name}"' for (name,) in columns if name not in words
        )
        op.execute(f"DROP TRIGGER {table}_no_update")
        op.get_bind().exec_driver_sql(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"WHEN ({stays} AND {admitted}) IS NOT TRUE "
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )
