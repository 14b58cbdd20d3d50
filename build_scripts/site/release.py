"""A release of the site: built in a folder of its own, then shown by one rename.

`site` is a symbolic link to a numbered folder in `.site` beside it. A build fills `.site/nytt`, which nobody is shown;
when it is whole it gets the next number, and a new link takes the place of the old one with a single `rename(2)`.
Whoever reads `site` sees the old release or the new one, never a mixture, however a build is interrupted. The release
before is kept, so that whoever was reading it can go on; it is not for showing again, since what it says of the day is old
(`klubbat backa` builds an earlier version for today). The one before those that are kept is put aside as a spare
(`.site/reserv`) for the next build to change where pages have changed, instead of writing all of them; each release has its
listing beside it (`.site/0007.lista`). A release that shows what was withdrawn since is not kept at all.
A lock lets one build at a time work on a target; the kernel drops it when a build dies.

A real folder `site`, as `mkdocs build` leaves it, changes places with the link in one step and becomes the release before.
Where the system makes no links (Windows, unless it is asked to) `site` is a real folder, renamed in two steps: enough for
a preview; what is published is built where there are links.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_scripts.project import WrongUse
from build_scripts.site.exchange import change_places

if sys.platform != "win32":
    import fcntl

_SPARE = "reserv"
_LINK = "länk"
_NUMBER = re.compile(r"\d{4,}")
_MAKES_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPROTO)
"""What a file system answers that has no links; a full disk, or a folder that nobody may write in, is no such."""

MARKS_OF_A_SITE = ("index.html", "404.html", "assets/klubbat.css")
"""Files of every site of ours, and of no other that may stand in a folder where nothing is to be lost."""


def store_of(target: Path) -> Path:
    """The folder beside `target` that holds its releases."""
    target = target.absolute()
    return target.parent / f".{target.name}"


def listing_of(release: Path) -> Path:
    """Where the listing of a release, or of the folder that is being built, is kept."""
    return release.parent / f"{release.name}.lista"


@dataclass(frozen=True)
class Keeping:
    """How many releases stay, the shown one included, and which of the older ones may."""

    most: int = 2
    may_be_kept: Callable[[Path], bool] = lambda release: True


@contextmanager
def new_release(
    target: Path,
    waiting: Callable[[], None] = lambda: None,
    keeping: Keeping = Keeping(),
    as_folder: bool = False,
) -> Iterator[Path]:
    """A folder to build in; when the block ends without an exception, `target` shows what is in it.

    It is empty, or holds an earlier release with its listing at `listing_of(folder)`: the caller changes it and puts a new
    listing there. On an exception nothing but the lock file is left behind and `target` is untouched.
    `waiting` is called when another build has to be waited for; with `as_folder` the target is a real folder, for whoever
    packs it up. Raises `WrongUse` when `target` is something else than a site.
    """
    target = target.absolute()
    store = store_of(target)
    refuse_what_is_no_site(target)
    with _readable_by_all():
        store.mkdir(parents=True, exist_ok=True)
    with _locked(store / "lås", waiting), _readable_by_all():
        fresh = store / "nytt"
        _remove_listed(fresh)
        if (store / _SPARE).is_dir() and listing_of(store / _SPARE).is_file():
            (store / _SPARE).rename(fresh)
            listing_of(store / _SPARE).rename(listing_of(fresh))
        else:
            _remove_listed(store / _SPARE)
            fresh.mkdir()
        release = fresh
        try:
            yield fresh
            release = _numbered(fresh, store, target)
            before = _show_folder(target, release) if as_folder else _show(target, release)
        except BaseException:
            if target.resolve() != release.resolve():
                _remove(store / _LINK)
                _remove_listed(release)
            raise
        _clean(store, release, before, keeping)


def refuse_what_is_no_site(target: Path) -> None:
    """Raises `WrongUse` when something else than a site stands where it is to be."""
    target = target.absolute()
    if target.is_symlink():
        if (target.parent / target.readlink()).parent != store_of(target):
            raise WrongUse(f"{target} är en länk till något annat än en utgåva av webbplatsen; ange en annan mapp.")
    elif target.is_dir():
        if any(target.iterdir()) and not all((target / name).is_file() for name in MARKS_OF_A_SITE):
            raise WrongUse(
                f"{target} innehåller annat än en webbplats från Klubbat och skrivs inte över; ange en annan mapp."
            )
    elif target.exists():
        raise WrongUse(f"{target} är en fil; ange en mapp.")


@contextmanager
def _readable_by_all() -> Iterator[None]:
    """What is made in the block can be read by who serves it, also where its maker keeps all other files to themselves."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _locked(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    with file.open("w") as lock:
        if sys.platform == "win32":
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _numbers(store: Path) -> list[int]:
    return sorted(int(entry.name) for entry in store.iterdir() if _NUMBER.fullmatch(entry.name))


def _numbered(fresh: Path, store: Path, target: Path) -> Path:
    """The fresh folder under its number; a real folder that is shown will need the number before."""
    spare = 0 if target.is_symlink() or not target.exists() else 1
    release = store / f"{max(_numbers(store), default=0) + 1 + spare:04}"
    if listing_of(fresh).is_file():
        listing_of(fresh).rename(listing_of(release))
    fresh.rename(release)
    return release


def _show(target: Path, release: Path) -> Path | None:
    """Lets `target` show the release; returns where what it showed before is now."""
    link = release.parent / _LINK
    _remove(link)
    try:
        link.symlink_to(f"{release.parent.name}/{release.name}")
    except OSError as error:
        if sys.platform != "win32" and error.errno not in _MAKES_NO_LINKS:
            raise
        return _show_folder(target, release)
    if not target.is_symlink() and target.is_dir():
        adopted = release.parent / f"{int(release.name) - 1:04}"
        change_places(link, target, adopted)
        return adopted
    before = release.parent / target.readlink().name if target.is_symlink() else None
    link.replace(target)
    return before


def _show_folder(target: Path, release: Path) -> Path | None:
    """Puts the release itself in the place of `target`, and what it showed at the number before."""
    before = release.parent / f"{int(release.name) - 1:04}"
    if target.is_symlink():
        target.unlink()
    elif target.is_dir():
        target.rename(before)
    release.rename(target)
    listing_of(release).unlink(missing_ok=True)
    return before if before.is_dir() else None


def _clean(store: Path, shown: Path, before: Path | None, keeping: Keeping) -> None:
    """Removes every release but those to keep; the latest of them that may be kept and has a listing becomes the spare.

    So do listings whose folder is gone, as a killed build or somebody's hand leaves them.
    """
    spare = store / _SPARE
    if not keeping.may_be_kept(spare):
        _remove_listed(spare)
    numbered = [store / f"{number:04}" for number in reversed(_numbers(store))]
    older = sorted((release for release in numbered if release != shown), key=lambda release: release != before)
    may_stay = [release for release in older if keeping.may_be_kept(release)]
    stays = {shown, *may_stay[: keeping.most - 1]}
    for release in numbered:
        if release in stays:
            continue
        if listing_of(release).is_file() and not spare.exists() and release in may_stay:
            # The folder first: a spare without its listing is only removed, never trusted.
            release.rename(spare)
            listing_of(release).rename(listing_of(spare))
        else:
            _remove_listed(release)
    for listing in store.glob("*.lista"):
        if not listing.with_suffix("").is_dir():
            listing.unlink()


def _remove_listed(folder: Path) -> None:
    """A folder with its listing; the listing first, so that it never tells of a folder that is half gone."""
    _remove(listing_of(folder))
    _remove(folder)


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
