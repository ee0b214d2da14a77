"""Every address of the public site."""

from django.urls import path

from goldenthread.publication import views

urlpatterns = [
    path("", views.library, name="library"),
    path("ready/", views.ready, name="public_ready"),
    path("reports/<slug:slug>/", views.report, name="published_report"),
]
