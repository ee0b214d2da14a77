"""A visitor without a browser, who can send what no browser would: forms by their fields, files as they come."""

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from uuid import uuid4

import lxml.html

CHUNK = 1024 * 1024
PATIENCE = 120


@dataclass(frozen=True)
class Answer:
    """What came back: its status, where it led in the end, and the page."""

    status: int
    address: str
    html: str = field(repr=False)

    @property
    def page(self) -> Any:
        """The page as a tree."""
        return lxml.html.fromstring(self.html)

    @property
    def wrong(self) -> str:
        """What the page says is wrong, in the summary at its top."""
        return _text(self.of_class("govuk-error-summary__list"))

    @property
    def done(self) -> str:
        """What the page says is done."""
        return _text(self.of_class("govuk-notification-banner__content"))

    @property
    def main(self) -> str:
        """The words of the page’s main part."""
        return _text(self.page.xpath("//main"))

    @property
    def heading(self) -> str:
        """The page’s heading."""
        return _text(self.page.xpath("//h1"))

    @property
    def form(self) -> dict[str, list[str]]:
        """The fields of the page’s own form as a browser would send them; AssertionError without one."""
        kept: dict[str, list[str]] = {}
        for one in self._own_form.inputs:
            kind = one.get("type", one.tag)
            if not one.name or kind in ("submit", "button", "file"):
                continue
            if kind not in ("radio", "checkbox"):
                kept.setdefault(one.name, []).append(one.value or "")
            elif "checked" in one.attrib:
                kept.setdefault(one.name, []).append(one.get("value", "on"))
        return kept

    @property
    def names(self) -> dict[str, str]:
        """The name and the kind of each field a person fills in."""
        return {
            one.name: one.get("type", one.tag)
            for one in self._own_form.inputs
            if one.name and one.get("type") != "hidden" and one.tag != "button"
        }

    @property
    def _own_form(self) -> Any:
        forms = [one for one in self.page.xpath("//main//form") if one.method == "POST"]
        assert forms, f"There is no form to send: {self.main[:300]}"
        return forms[0]

    def of_class(self, name: str) -> Any:
        """The elements of this class."""
        return self.page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")


class Visitor:
    """Somebody signed in on the demo’s page."""

    def __init__(self, address: str, name: str) -> None:
        self.address = address
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.cookies), urllib.request.ProxyHandler({})
        )
        welcome = self.get("/demo/")
        (form,) = welcome.page.xpath(f"//form[.//button[normalize-space()='{name}']]")
        self.post("/demo/", dict(form.form_values()))

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self._ask(urllib.request.Request(self._at(path)))

    def post(self, path: str, fields: Mapping[str, Any]) -> Answer:
        """Send a form."""
        data = urllib.parse.urlencode(fields, doseq=True).encode()
        return self._ask(urllib.request.Request(self._at(path), data=data))

    def post_file(
        self, path: str, fields: Mapping[str, Any], name: str, pieces: Iterable[bytes], size: int
    ) -> Answer:
        """Send a form with a file, piece by piece; ``size`` is that of all pieces together."""
        boundary = uuid4().hex
        before, after = _around(boundary, fields, name)
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Content-Length": str(len(before) + size + len(after)),
        }
        return self._ask(
            urllib.request.Request(
                self._at(path), data=_body(before, pieces, after), headers=headers
            )
        )

    def _at(self, path: str) -> str:
        return urllib.parse.urljoin(self.address, path)

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=PATIENCE) as response:
                return Answer(response.status, response.url, response.read().decode())
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.code, refused.url, refused.read().decode())


def _around(boundary: str, fields: Mapping[str, Any], name: str) -> tuple[bytes, bytes]:
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, values in fields.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    file = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    before = "".join(parts) + file + "Content-Type: application/octet-stream\r\n\r\n"
    return before.encode(), f"\r\n--{boundary}--\r\n".encode()


def _body(before: bytes, pieces: Iterable[bytes], after: bytes) -> Iterator[bytes]:
    yield before
    yield from pieces
    yield after


def _text(found: Any) -> str:
    return " ".join(" ".join(one.text_content().split()) for one in found)
