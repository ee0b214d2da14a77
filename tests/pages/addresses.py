"""Addresses of the gallery, which no site has."""

from django.http import HttpResponse
from django.urls import path

from goldenthread.pages.gallery import gallery


def signed_out(_request):
    return HttpResponse("Signed out")


urlpatterns = [
    path("gallery/", gallery),
    path("sign-out/", signed_out, name="sign-out"),
]
