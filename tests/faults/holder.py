"""Another program that holds a shop's file: `python -m tests.faults.holder FILE [SECONDS]`.

Says so once it does, and lets go after so many seconds, or when its input ends.
"""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def held(path, seconds=""):
    """Let another process hold the file's write lock, for so long or until the block ends."""
    order = [sys.executable, "-m", "tests.faults.holder", str(path), str(seconds)]
    with subprocess.Popen(
        order, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"held\n"
        yield process
        process.stdin.close()
        assert process.wait(20) == 0


def hold(path, seconds):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        sys.stdout.write("held\n")
        sys.stdout.flush()
        if seconds:
            time.sleep(float(seconds))
        else:
            sys.stdin.read()
        connection.execute("ROLLBACK")


if __name__ == "__main__":
    hold(sys.argv[1], sys.argv[2])
