"""The site: English from this folder, Chinese from `zh/` with `-c docs -t zh`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from sphinx.search.zh import SearchChinese

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

chinese = tags.has("zh")  # type: ignore[name-defined]  # noqa: F821 (Sphinx gives it)

project = "ssrules"
author = "ssrules"
project_copyright = "ssrules, MIT"
language = "zh_CN" if chinese else "en"
html_title = "ssrules 社会保障卡规则" if chinese else "ssrules"
SearchChinese.language_name = "English"  # a class of Sphinx 9 that lacks its name
for talkative in ("jieba", "traitlets"):
    logging.getLogger(talkative).setLevel(logging.WARNING)

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "sphinx_design",
    "ssrules_docs",
]
exclude_patterns = [] if chinese else ["zh", "_ext"]
suppress_warnings = ["config.cache"]

# Links and anchors are checked as the pages are built: every warning is an error there.
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_mime_priority_overrides = [("html", "text/html", 0), ("html", "image/svg+xml", 1)]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
default_role = "code"
smartquotes = False  # quotations stand as they are
add_module_names = False
python_display_short_literal_types = True

html_theme = "furo"
html_static_path = [str(HERE / "_static")]
html_css_files = ["ssrules.css"]
templates_path = [str(HERE / "_templates")]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {"footer_icons": []}
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
copybutton_prompt_text = "$ "
copybutton_exclude = ".linenos, .gp, .go"
