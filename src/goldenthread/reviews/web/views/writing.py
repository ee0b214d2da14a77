"""Write one section: shared by the agency's report and the overview, which differ only in who saves."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from goldenthread.domain.answers import Refused
from goldenthread.reviews.services.written import WrittenMeanwhile
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.differences import differences
from goldenthread.reviews.web.forms.sections import WriteForm
from goldenthread.reviews.web.page import ReviewRequest
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

CONFLICT, NOT_KEPT = 409, 422


def write(
    request: ReviewRequest,
    template: str,
    *,
    section: Any,
    who_sees: str,
    save: Callable[..., Any],
    back: str,
    onward: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Show the section to write, save it, or show both texts when somebody else has saved meanwhile.

    ``back`` is the address of the report, ``onward`` that of its next section ("" after the last).
    """
    form = WriteForm(
        posted(request),
        label=section.outline.heading,
        purpose=section.outline.purpose,
        who_sees=who_sees,
        initial={"text": section.text, "version": section.version},
    )
    if request.method == "POST" and request.headers.get("X-Autosave"):
        return _saved_by_itself(form, save)
    theirs, parted = "", None
    if request.method == "POST" and form.is_valid():
        words = {key: form.cleaned_data[key] for key in ("text", "version")}
        try:
            if attempt(form, lambda: save(**words), passing=WrittenMeanwhile):
                messages.success(request, f"“{section.outline.heading}” is saved.")
                return redirect(onward if onward and "onward" in request.POST else back)
        except WrittenMeanwhile as meanwhile:
            form.begin_again_from(meanwhile.version)
            form.add_error("text", meanwhile.reason)
            theirs = meanwhile.text
            parted = differences(words["text"], theirs)
    return show(
        request,
        template,
        {"section": section, "form": form, "theirs": theirs, "parted": parted}
        | {"back": back, "onward": onward}
        | context,
    )


def _saved_by_itself(form: WriteForm, save: Callable[..., Any]) -> HttpResponse:
    """The answer to the page's script: the version that the next save begins from, or why not."""
    if not form.is_valid():
        return HttpResponse(status=NOT_KEPT)
    try:
        kept = save(text=form.cleaned_data["text"], version=form.cleaned_data["version"])
    except WrittenMeanwhile:
        return HttpResponse(status=CONFLICT)
    except Refused:
        return HttpResponse(status=NOT_KEPT)
    return JsonResponse({"fields": {"version": str(kept.version)}})
