"""Finds every function of core that writes, by what it and those it calls name."""

import importlib
import inspect
import pkgutil
import re
from types import CodeType, FunctionType

import sqlalchemy
from sqlalchemy import TextClause
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import UpdateBase

from kioskifly_desktop import core
from kioskifly_desktop.core.prepared import Prepared

_WRITERS = {sqlalchemy.insert, sqlalchemy.update, sqlalchemy.delete, sqlite.insert}
_STATEMENT = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\s")


def writes_of_core():
    """Return by their names the public functions that take a work, or the file, and write."""
    found = {}
    for info in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
        if ".migrations" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name, function in vars(module).items():
            if not isinstance(function, FunctionType) or function.__module__ != info.name:
                continue
            first = next(iter(inspect.signature(function).parameters), "")
            if not name.startswith("_") and first in {"work", "database"} and _writes(function):
                found[f"{info.name.removeprefix(f'{core.__name__}.')}.{name}"] = function
    return found


def _writes(function):
    seen = set()
    waiting = [function]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for named in _named(current.__code__, current.__globals__):
            if _is_write(named):
                return True
            if isinstance(named, type) and named.__module__.startswith(core.__name__):
                waiting += [each for each in vars(named).values() if isinstance(each, FunctionType)]
            elif isinstance(named, FunctionType) and named.__module__.startswith(core.__name__):
                waiting.append(named)
    return False


def _named(code, names):
    for name in code.co_names:
        if name in names:
            yield names[name]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _named(constant, names)
        else:
            yield constant


def _is_write(named):
    if isinstance(named, Prepared):
        named = named.statement
    if isinstance(named, UpdateBase):
        return True
    if isinstance(named, TextClause | str):
        return bool(_STATEMENT.match(str(named)))
    return callable(named) and getattr(named, "__hash__", None) and named in _WRITERS
