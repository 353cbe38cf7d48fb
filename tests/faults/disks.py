"""Disks of a test's own: small, full, or that can't be written to. They need to be mounted."""

import os
import subprocess
from contextlib import contextmanager

import pytest

PAGE = 4096


def _mount(*words):
    order = ["mount", *map(str, words)]
    if os.geteuid() != 0 or subprocess.run(order, capture_output=True, check=False).returncode:
        pytest.skip("no disks can be mounted here")


@contextmanager
def _let_go(place):
    try:
        yield
    finally:
        # Lazily: a test that fails has files open on it.
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def small(place, size=8_000_000):
    """Put an empty disk of so many bytes at a place."""
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", place)
    with _let_go(place):
        yield place


@contextmanager
def read_only(place):
    """Let a file or a folder only be read."""
    _mount("--bind", place, place)
    with _let_go(place):
        _mount("-o", "remount,bind,ro", place)
        yield place


@contextmanager
def full(disk, pages=0):
    """Fill a disk but for so many pages."""
    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free - pages * PAGE)
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def frozen(*places):
    """Let nobody change files or folders, not even who has them open."""
    order = ["chattr", "+i", *map(str, places)]
    if os.geteuid() != 0 or subprocess.run(order, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be made immutable here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *map(str, places)], check=True)
