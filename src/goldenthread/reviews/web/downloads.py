"""Documents that a page gives away to keep."""

from django.http import HttpResponse

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_document(data: bytes, *, name: str) -> HttpResponse:
    """A Word document to keep, under this name (without its ending); never shown inside the browser."""
    answer = HttpResponse(data, content_type=_WORD)
    answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return answer
