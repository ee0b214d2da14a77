"""The case site for an application server. It refuses to start without its walls and its keys."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings.case")
application = get_wsgi_application()

from goldenthread.audit.verification import require_own_key  # noqa: E402 (as below)
from goldenthread.reviews.models import walled_tables  # noqa: E402 (tables exist only once Django is set up)
from goldenthread.reviews.walls import check_standing  # noqa: E402

check_standing(walled_tables())
require_own_key()
