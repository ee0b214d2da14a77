"""Markdown to HTML that is safe to show: a small language in, an allow-list out.

People write sections of reports in CommonMark. HTML that they type is shown as text, never obeyed;
what the converter makes is then passed through an allow-list all the same, so that neither alone
has to be perfect. Pictures are left out: they could call home.
"""

from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

# The page has the h1 and the section has the h2, so what people write begins at h3.
SHALLOWEST_HEADING = 3
DEEPEST_HEADING = 6

ALLOWED_TAGS = {
    *("p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"),
    *("strong", "em", "s", "code", "pre", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ALLOWED_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
ALLOWED_SCHEMES = {"http", "https", "mailto"}
# Nothing typed is left to collide with these: the allow-list lets no attribute of a table through.
TABLE_OPENS = '<div class="app-scroll" role="region" aria-label="Table" tabindex="0"><table class="govuk-table">'
TABLE_CLOSES = "</table></div>"


def markdown_html(typed: str) -> str:
    """CommonMark with tables and strike-through as HTML that may be put on a page as it is."""
    made = nh3.clean(
        _CONVERTER.render(typed),
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=ALLOWED_SCHEMES,
        link_rel="noopener noreferrer",
    )
    return made.replace("<table>", TABLE_OPENS).replace("</table>", TABLE_CLOSES)


def _heading(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    token = tokens[index]
    level = min(int(token.tag[1:]) + SHALLOWEST_HEADING - 1, DEEPEST_HEADING)
    return f"<h{level}>" if token.nesting == 1 else f"</h{level}>\n"


def _converter() -> MarkdownIt:
    converter = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    converter.disable(["image", "html_block", "html_inline"])
    converter.add_render_rule("heading_open", _heading)
    converter.add_render_rule("heading_close", _heading)
    return converter


_CONVERTER = _converter()
