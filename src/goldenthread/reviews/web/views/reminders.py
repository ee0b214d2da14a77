"""Chase an agency by hand, and see what was sent (P7)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.reminders import ABOUT_WORDS, About
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import reminders as queries
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.queries.recipients import those_to_tell
from goldenthread.reviews.services import reminders as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@review_page("Chase an agency", material=Material.SCOPING, duties=(Duty.P7,), is_read=False)
def chase(request: ReviewRequest, agency_key: str, about: str) -> HttpResponse:
    """One more e-mail to whoever does it at the agency, without a word of the case."""
    review = request.review
    agency = agencies_of(review).filter(key=agency_key).first()
    if agency is None or about not in set(About):
        raise Http404
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.chase(review, agency, about=about, by=request.user)):
            messages.success(request, f"{agency} has been sent a reminder.")
            if request.POST.get("from") == "my-work":
                return redirect("my_work")
            return redirect("scoping", reference=review.reference)
    return show(
        request,
        "reminders/chase.html",
        {
            "form": form,
            "agency": agency,
            "what": ABOUT_WORDS[About(about)],
            "may": queries.may_be_chased(request.user, review, agency, About(about)),
            "people": those_to_tell(review, agency, About(about)),
            "sent": queries.sent_in_words(request.user, review, agency),
        },
    )


urlpatterns = [path("chase/<slug:agency_key>/<slug:about>/", chase, name="chase")]
