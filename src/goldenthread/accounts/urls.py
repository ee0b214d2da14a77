"""Addresses of signing in and out. A stranger can open these, and no others."""

from allauth.account import views as library
from django.urls import path

from goldenthread.accounts import views
from goldenthread.accounts.forms import SignInForm

urlpatterns = [
    path("sign-in/", library.LoginView.as_view(form_class=SignInForm), name="account_login"),
    path("sign-out/", library.logout, name="sign-out"),
    path("no-longer/", library.account_inactive, name="account_inactive"),
    path("ready/", views.ready, name="ready"),
    path("demo/", views.demo_sign_in, name="demo_sign_in"),
]
