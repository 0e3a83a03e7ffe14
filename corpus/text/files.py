"""Files read up to a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

_OPENED = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Paths of what is open already, as a shell's `<(command)` names it: a pipe there has a writer."""


def read_up_to(path: Path, limit: int) -> bytes:
    """Return at most `limit` bytes of a file; OSError if it cannot be read.

    A device that never ends and a named pipe that nobody writes to are refused and not opened to
    wait for; ValueError for a name with a null byte.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            if stat.S_ISCHR(mode) or not str(path).startswith(_OPENED):
                raise OSError(errno.EINVAL, "a device or a pipe, not a file", str(path))
            os.set_blocking(handle, True)
        return file.read(limit)


def is_file(path: Path) -> bool:
    """Return True for a regular file; False for anything else, a name that is too long too."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def write_whole(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file so that it exists complete or not at all, even if the machine stops.

    FileExistsError if it exists and `overwrite` is not set; OSError if it cannot be written. Of a
    symbolic link the target is replaced; a device or pipe (`/dev/stdout`) is written to directly.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
    import tempfile  # late: it brings much with it that reading does not need

    if overwrite:
        path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _copy_mode(Path(name), path)
        _move(Path(name), path, overwrite)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    _sync_folder(path.parent)


def _move(new: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        new.replace(path)
        return
    try:
        path.hardlink_to(new)  # atomic: fails if the name is taken
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(str(path)) from None
        new.rename(path)


def _copy_mode(new: Path, path: Path) -> None:
    """Set the permissions of the new file to those of the old one, or to the usual ones."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(OSError):
        new.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Flush the folder's entry to the disk too; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
