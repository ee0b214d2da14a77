"""Tags for the parts of a page, and filters that write values as the product's words do. Loaded in every template of both sites.

An empty value stays empty: a page never says “None”. (A missing variable reaches a filter as "".)
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django import template
from django.forms import BoundField
from django.template import Context, Engine
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from goldenthread.pages import words
from goldenthread.pages.marked_text import markdown_html

Day = TypeVar("Day", date, datetime)

register = template.Library()


@register.simple_tag(takes_context=True)
def component(context: Context, name: str, /, **values: Any) -> str:
    """``{% component "clock" title="Sign-off" clock=clock %}``: a part of a page by its name.

    It sees the values that it is given and nothing else of the page, so that a page’s own “title” or
    “kind” cannot slip into it. What each one takes is said at the top of its template.
    """
    return _rendered_alone(context, f"pages/components/{name}.html", values)


@register.simple_tag(takes_context=True)
def field(context: Context, bound: BoundField, /, **values: Any) -> str:
    """``{% field form.reason size="m" %}``: one field of a form (``pages/forms/field.html``)."""
    return _rendered_alone(context, "pages/forms/field.html", {"field": bound, **values})


@register.filter
def day(value: date | None) -> str:
    """``{{ review.decided_on|day }}`` → 3 May 2011. An instant is shown as local time has it."""
    return words.day(_local(value)) if value else ""


@register.filter
def clock_time(value: time | datetime | str | None) -> str:
    """``{{ meeting.starts_at|clock_time }}`` → 2:30pm, in local time."""
    if value is None or isinstance(value, str):
        return ""
    return words.clock_time(_local(value) if isinstance(value, datetime) else value)


@register.filter
def day_and_time(value: datetime | None) -> str:
    """``{{ record.happened_at|day_and_time }}`` → 3 May 2011 at 2:30pm, in local time."""
    return words.day_and_time(_local(value)) if value else ""


@register.filter
def span(value: timedelta | int | str | None) -> str:
    """``{{ days_left|span }}`` → 3 weeks and 2 days; a plain number is days."""
    return "" if value is None or isinstance(value, str) else words.span(value)


@register.filter
def plural(count: int, nouns: str) -> str:
    """``{{ count|plural:"entry,entries" }}`` → 1,204 entries; one noun alone is given an “s”."""
    one, _, many = nouns.partition(",")
    return words.plural(count, one, many)


@register.filter
def number(count: int | str | None) -> str:
    """``{{ count|number }}`` → 1,204."""
    return "" if count is None or isinstance(count, str) else words.number(count)


@register.filter
def listing(values: list[str]) -> str:
    """``{{ names|listing }}`` → police, health and housing."""
    return words.listing(str(value) for value in values)


@register.filter
def file_size(size: int | str | None) -> str:
    """``{{ document.size|file_size }}`` → 2.3 MB, from bytes."""
    return "" if size is None or isinstance(size, str) else words.file_size(size)


@register.filter
def markdown(typed: str | None) -> SafeString:
    """``{{ section.text|markdown }}``: headings begin at h3; HTML that was typed is shown as text."""
    return mark_safe(f'<div class="app-prose">{markdown_html(typed)}</div>' if typed else "")  # noqa: S308 (through the allow-list)


@register.filter
def linebreaks_plain(typed: str | None) -> SafeString:
    """``{{ note.text|linebreaks_plain }}``: escaped, in paragraphs, line breaks kept."""
    return mark_safe(words.paragraphs(typed) if typed else "")  # noqa: S308 (escaped there)


@register.filter
def agency_letter(number: int | str) -> str:
    """``{{ number|agency_letter }}``: the letter of an agency’s place: A for 1. A letter stays."""
    return (
        str(number) if isinstance(number, str) and not number.isdecimal() else chr(64 + int(number))
    )


@register.filter
def navigation_groups(entries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The entries of a side navigation as groups: ``{heading, entries}``; loose ones gather."""
    groups: list[dict[str, Any]] = []
    for entry in entries or ():
        if "heading" in entry:
            groups.append({"heading": entry["heading"], "entries": entry["items"]})
        elif groups and not groups[-1]["heading"]:
            groups[-1]["entries"].append(entry)
        else:
            groups.append({"heading": "", "entries": [entry]})
    return groups


def _rendered_alone(context: Context, name: str, values: Mapping[str, Any]) -> str:
    """A template that is given these values, and from the page only what a form needs to be sent."""
    engine = context.template.engine if context.template else Engine.get_default()
    kept = {key: context.get(key) for key in ("request", "csrf_token")}
    made = engine.get_template(name).render(context.new({**kept, **values}))
    return mark_safe(made.strip())  # noqa: S308 (a template's own output)


def _local(value: Day) -> Day:
    """The same instant on local clocks; a plain date, and an instant of no time zone, as they are."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value
