"""Sending ("skicka") from the browser: what was saved here goes to everybody, or what stops it is told with where to mend it."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.pages.outgoing import outgoing
from build_scripts.editor.pages.titles import naming
from build_scripts.editor.templating import answer, page
from build_scripts.git import GitFailed
from build_scripts.published import BRANCH
from build_scripts.report import Refused
from build_scripts.site.sending import BothChanged, InTheWay, send
from macros.finding import Level


def ask(editor: Editor) -> Response:
    """What sending does and to what, and what the change is to be called."""
    return _page(editor, 200)


def act(editor: Editor, form: Form) -> Response:
    """Sends; 422 with the errors and the way to each file, the files that others have changed too, or what git said."""
    message = form.text("meddelande") or "Ändringar i arkivet"
    try:
        with editor.lock:
            sent = send(editor.root, editor.today(), message, lambda line: None)
    except Refused as refused:
        errors = [found for found in refused.findings if found.level is Level.ERROR]
        return _page(editor, 422, errors=errors, **naming(editor))
    except BothChanged as both:
        return _page(editor, 422, both=both.paths)
    except InTheWay as found:
        return _page(editor, 422, in_the_way=found.paths)
    except GitFailed as failed:
        return _page(editor, 422, said=str(failed))
    told = "Alla har nu det som du har sparat." if sent.anything else "Alla hade redan det som är sparat här."
    if not sent.is_for_all:
        told = f"Det är skickat till grenen {sent.branch}, och publiceras när den har fogats till {BRANCH}."
    return answer("Skickat", told)


def _page(editor: Editor, status: int, **stopped: Any) -> Response:
    """The page, with what stopped the sending."""
    files = outgoing(editor)
    return page(
        "skicka.html", status, files=files, **{"errors": (), "both": (), "in_the_way": (), "said": ""} | stopped
    )
