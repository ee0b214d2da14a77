"""Every address of the public site."""

from django.urls import include, path

urlpatterns = [path("", include("goldenthread.publication.urls"))]
