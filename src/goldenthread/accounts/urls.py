"""Addresses of signing in and out."""

from allauth.account import views as allauth_views
from django.urls import path

urlpatterns = [
    path("sign-in/", allauth_views.login, name="account_login"),
    path("sign-out/", allauth_views.logout, name="sign-out"),
]
