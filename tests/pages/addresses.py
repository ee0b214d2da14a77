"""Addresses of the gallery, which no site has."""

from django.http import HttpResponse
from django.urls import path

from goldenthread.pages.gallery import gallery


class SignedIn:
    is_authenticated = True

    def __str__(self):
        return "Maya Okafor, board manager"


def gallery_or_saved(request):
    """The gallery for someone signed in; a form that saves by itself is told that it has been saved."""
    request.user = SignedIn()
    return HttpResponse(status=204) if request.headers.get("X-Autosave") else gallery(request)


def signed_out(_request):
    return HttpResponse("Signed out")


urlpatterns = [
    path("gallery/", gallery_or_saved),
    path("sign-out/", signed_out, name="sign-out"),
    path("account/", gallery_or_saved, name="your_account"),
]
