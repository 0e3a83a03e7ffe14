"""Files written whole or not at all: settings, exports, ledgers and links files."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file so that it exists complete or not at all, even if the machine stops.

    FileExistsError if it exists and `overwrite` is not set; OSError if it cannot be written. Of a
    symbolic link the target is replaced; a device or pipe (`/dev/stdout`) is written to directly.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
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
