"""Who changed a file, when and what."""

from __future__ import annotations

from starlette.responses import Response

from build_scripts.editor import git
from build_scripts.editor.addresses import EDIT, at
from build_scripts.editor.documents import stored
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.opened import named
from build_scripts.editor.templating import page


def show(editor: Editor, path: str) -> Response:
    """The file's commits, the latest first."""
    now = stored(editor.root, path)
    return page("historik.html", name=named(now), changes=git.history(editor.root, path), edit=at(EDIT, path))
