"""Tags that only pages behind sign-in use; they are at hand in every template of the case site."""

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldenthread.reviews.web.once import FIELD

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """A fresh token for a form, so that sending it twice acts once."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4())
