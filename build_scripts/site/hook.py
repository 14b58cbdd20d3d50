"""MkDocs' hook: prepares the project and hands it over.

Named under `hooks:` in mkdocs.yml, so that `mkdocs build` alone gives the whole site. The record is read, judged and
rendered in `on_config`, because MkDocs empties the old site right after it: an `Abort` later would come too late.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from build_scripts.mkdocs_adapter.mkdocs_run import hand_over, is_handed_over
from build_scripts.project import WrongUse, settle_epoch, today
from build_scripts.report import report
from build_scripts.site.prepared import Prepared, prepare


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks the record, unless a build of our own has; stops here when something in it is wrong."""
    if not is_handed_over(config):
        hand_over(_prepared(Path(config.config_file_path).parent).handover, config)
    return config


def _prepared(root: Path) -> Prepared:
    try:
        settle_epoch()
        prepared = prepare(root, today())
    except WrongUse as wrong:
        raise Abort(str(wrong)) from None
    report(prepared.findings, prepared.files, out=sys.stderr)
    if not prepared.may_be_built:
        raise Abort("Arkivet har fel, så inget byggdes. Den gamla webbplatsen är orörd.")
    return prepared
