"""`klubbat redigera`: the record's files as forms in the browser, on this machine only."""

from __future__ import annotations

import argparse
import socket
from pathlib import Path
from threading import Thread

from build_scripts.new import asking
from build_scripts.project import WrongUse, add_today, today
from macros.record.home import RECORD

HELP = "Öppnar arkivets filer som formulär i webbläsaren: sammanträden, ärenden, protokoll och nämndens egna."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day and the port."""
    add_today(parser)
    parser.add_argument("--port", default="8001", metavar="N", help="porten som formulären visas på (annars 8001)")


def run(arguments: argparse.Namespace) -> int:
    """Serves until it is interrupted (Ctrl+C)."""
    # Only this command needs a web server; the others start without it.
    import uvicorn

    from build_scripts.editor.app import application
    from build_scripts.editor.editor import Editor
    from build_scripts.editor.security import HOST

    root: Path = arguments.katalog.resolve()
    today(arguments.idag)  # A date that cannot be read is told before anything is opened.
    if not (root / RECORD).is_dir():
        raise WrongUse(f"mappen {RECORD} finns inte här. Stå i projektets mapp, eller ange den med --katalog.")
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, asking.port(arguments.port, lowest=0)))
        except OSError:
            raise WrongUse(f"porten {arguments.port} är upptagen; ange en annan med --port.") from None
        port: int = listening.getsockname()[1]
        # The address is printed before the server runs: who opens it at once waits instead of being refused.
        listening.listen()
        editor = Editor(root, lambda: today(arguments.idag))
        # A large record takes a few seconds: it is read while the address is being opened.
        Thread(target=editor.begin, daemon=True).start()
        gate = application(editor, port)
        print(f"Öppna {gate.start_address}\nAdressen är bara till för dig. Avsluta med Ctrl+C.", flush=True)
        settings = uvicorn.Config(gate, log_level="error", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(settings).run([listening])
    return 0
