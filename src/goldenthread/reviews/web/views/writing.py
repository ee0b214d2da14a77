"""Write one section: shared by the agency's report and the overview, which differ only in who saves."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from goldenthread.reviews.services.written import WrittenMeanwhile
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.sections import WriteForm
from goldenthread.reviews.web.page import ReviewRequest
from goldenthread.reviews.web.rendering import show


def write(
    request: ReviewRequest,
    template: str,
    *,
    section: Any,
    save: Callable[..., object],
    saved: Callable[[], HttpResponse],
    context: dict[str, Any],
) -> HttpResponse:
    """Show the section to write, save it, or show both texts when somebody else has saved meanwhile."""
    form = WriteForm(
        request.POST or None,
        label=section.outline.heading,
        initial={"text": section.text, "version": section.version},
    )
    theirs = ""
    if request.method == "POST" and form.is_valid():
        words = {key: form.cleaned_data[key] for key in ("text", "version")}
        try:
            if attempt(form, lambda: save(**words), passing=WrittenMeanwhile):
                return saved()
        except WrittenMeanwhile as meanwhile:
            form.begin_again_from(meanwhile.version)
            form.add_error("text", meanwhile.reason)
            theirs = meanwhile.text
    return show(request, template, context | {"section": section, "form": form, "theirs": theirs})
