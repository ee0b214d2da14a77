"""Every address behind sign-in that is about reviews. Each part lists its own."""

from itertools import chain

from django.urls import include, path

from goldenthread.reviews.web.views import (
    action_plan,
    activity,
    agencies,
    agency_report,
    chronology,
    contributions,
    decision,
    disclosure,
    decision_log,
    holds,
    home,
    judgement,
    keyed,
    meeting,
    my_work,
    overview,
    panel,
    proceedings,
    people,
    received_referral,
    referral,
    register,
    release,
    reminders,
    scoping,
    sign_off,
    steps,
    terms,
    your_account,
    your_part,
)

_IN_A_REVIEW = (
    home,
    your_part,
    referral,
    received_referral,
    scoping,
    reminders,
    judgement,
    decision,
    panel,
    contributions,
    terms,
    chronology,
    agency_report,
    overview,
    sign_off,
    release,
    action_plan,
    meeting,
    decision_log,
    register,
    proceedings,
    holds,
    disclosure,
    activity,
    steps,
)

urlpatterns = [
    *my_work.urlpatterns,
    *people.urlpatterns,
    *agencies.urlpatterns,
    *your_account.urlpatterns,
    *keyed.urlpatterns,
    *referral.before_it_is_sent,
    path(
        "reviews/<str:reference>/",
        include(list(chain.from_iterable(part.urlpatterns for part in _IN_A_REVIEW))),
    ),
]
