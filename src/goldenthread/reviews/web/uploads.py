"""Receive files into memory, never onto a disk in the clear, and never more than we said."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MAX_BYTES = 25 * 1024 * 1024
MAX_WORDS = "25 MB"


class BoundedUploadHandler(FileUploadHandler):
    """Keeps files in memory; what is larger is not kept, and ``upload_too_large`` is set on the request.

    The bound is on all files of a request together: nobody, signed in or not, fills the memory by
    sending many at once.
    """

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self._size = 0

    def new_file(self, *args: Any, **words: Any) -> None:
        """A file begins."""
        super().new_file(*args, **words)
        self._kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep the next piece, or stop keeping once there is too much."""
        self._size += len(raw_data)
        if self._size > MAX_BYTES:
            self._kept = BytesIO()
            self.request.upload_too_large = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        self._kept.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The whole file, ready to be read."""
        self._kept.seek(0)
        return InMemoryUploadedFile(
            self._kept,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )
