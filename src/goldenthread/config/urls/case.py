"""Every address of the case site."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.accounts.urls")),
    path("", include("goldenthread.reviews.web.urls")),
]

handler400 = "goldenthread.reviews.web.refusals.bad_request"
handler403 = "goldenthread.reviews.web.refusals.not_yours"
handler404 = "goldenthread.reviews.web.refusals.not_found"
handler500 = "goldenthread.reviews.web.refusals.went_wrong"
