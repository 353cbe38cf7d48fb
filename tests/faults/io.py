"""Stands between SQLite and the disk: whatever changes the shop's files passes here.

It changes the file system layer (`sqlite3_vfs`) of the very library that Python's sqlite3 uses:
https://www.sqlite.org/vfs.html. No compiler and no privileges are needed.
"""

import ctypes
from contextlib import contextmanager
from pathlib import Path

WRITE, TRUNCATE, SYNC, DELETE = "write", "truncate", "sync", "delete"
# SQLITE_IOERR_WRITE, _TRUNCATE, _FSYNC, _DELETE
EIO = {WRITE: 778, TRUNCATE: 1546, SYNC: 1034, DELETE: 2570}
ENOSPC = EIO | {WRITE: 13}  # SQLITE_FULL
_OK = 0
_KEPT = 0x100 | 0x800 | 0x80000  # the database, its journal and its log

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
# The name goes on as the pointer it is: SQLite keeps it.
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _POINTER),
        ("delete", _POINTER),
    )


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", _INT),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _POINTER),
        ("truncate", _POINTER),
        ("sync", _POINTER),
        ("rest", _POINTER * 13),
    )


def library():
    """Return the library that sqlite3 has loaded; None where it can't be told."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return None
    names = {line.split()[-1] for line in maps.read_text().splitlines() if "libsqlite3" in line}
    return ctypes.CDLL(names.pop()) if len(names) == 1 else None


@contextmanager
def watched(answer):
    """Ask `answer(path, act, offset, data)` before each act; a number above zero is its error.

    Of a truncation `offset` is the length. Connections that are open already are left alone, and
    those that are opened meanwhile must be closed before the end.
    """
    sqlite = library()
    assert sqlite is not None, "see `library`"
    sqlite.sqlite3_vfs_find.restype = _POINTER
    vfs = _Vfs.from_address(sqlite.sqlite3_vfs_find(None))
    own, real_open, real_delete = (vfs.open, vfs.delete), _OPEN(vfs.open), _DELETE(vfs.delete)
    paths: dict[int, Path] = {}
    replaced: dict[int, _Methods] = {}
    kept = []

    def of(methods):
        """Return a file's methods with ours among them."""
        if methods not in replaced:
            mine = _Methods()
            ctypes.memmove(ctypes.addressof(mine), methods, ctypes.sizeof(mine))
            real = _WRITE(mine.write), _TRUNCATE(mine.truncate), _SYNC(mine.sync)

            def write(file, data, size, offset):
                taken = ctypes.string_at(data, size)
                return answer(paths[file], WRITE, offset, taken) or real[0](
                    file, data, size, offset
                )

            def truncate(file, size):
                return answer(paths[file], TRUNCATE, size, b"") or real[1](file, size)

            def sync(file, flags):
                return answer(paths[file], SYNC, 0, b"") or real[2](file, flags)

            ours = _WRITE(write), _TRUNCATE(truncate), _SYNC(sync)
            kept.append(ours)
            mine.write, mine.truncate, mine.sync = (
                ctypes.cast(each, _POINTER).value for each in ours
            )
            replaced[methods] = mine
        return ctypes.addressof(replaced[methods])

    def opened(system, name, file, flags, out):
        status = real_open(system, name, file, flags, out)
        methods = _POINTER.from_address(file)
        if status == _OK and methods.value and flags & _KEPT and name:
            paths[file] = Path(ctypes.string_at(name).decode())
            methods.value = of(methods.value)
        return status

    def delete(system, name, flags):
        path = Path(ctypes.string_at(name).decode())
        return answer(path, DELETE, 0, b"") or real_delete(system, name, flags)

    ours = _OPEN(opened), _DELETE(delete)
    vfs.open, vfs.delete = (ctypes.cast(each, _POINTER).value for each in ours)
    try:
        yield
    finally:
        vfs.open, vfs.delete = own
        del ours
