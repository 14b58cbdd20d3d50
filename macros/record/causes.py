"""Why a file or a folder cannot be used."""

from __future__ import annotations

import errno

_CAUSES = {
    errno.EACCES: "du har inte rätt att öppna den",
    errno.EPERM: "du har inte rätt att ändra den",
    errno.ENOENT: "den finns inte",
    errno.EISDIR: "det är en mapp, ingen fil",
    errno.ENOTDIR: "en del av sökvägen är en fil, ingen mapp",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "utrymmet som du får använda är slut",
    errno.EFBIG: "den blir större än en fil får vara",
    errno.EIO: "disken har ett fel",
    errno.EROFS: "platsen går bara att läsa",
    errno.ELOOP: "den är en länk som leder till sig själv",
}


def cause(error: OSError) -> str:
    """The cause in Swedish: the system's own words follow the machine's language."""
    return _CAUSES.get(error.errno or 0, f"systemfel {error.errno}")
