"""Walk the short invented cases to where they rest, and one more to where its agencies bring their files.

Run by the product’s own ``manage shell``; prints the reference of a review at each stage, as JSON.
"""

import json
import sys

from django.utils import timezone

from goldenthread.accounts.models import Agency, Partnership, Person
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import ROLES, Held
from goldenthread.reviews.demo import loading
from goldenthread.reviews.demo.script import short
from goldenthread.reviews.demo.story.accounts import ACCOUNTS
from goldenthread.reviews.demo.story.others import SHORT_CASES, resting_at
from goldenthread.reviews.demo.walk import Walk
from goldenthread.reviews.demo.world import World

for_agency = (Held.AT_AGENCY, Held.IN_REVIEW_FOR_AGENCY)
people = {}
for one in ACCOUNTS:
    key = (one.role, one.agency if ROLES[one.role].held in for_agency else "")
    people.setdefault(key, Person.objects.get(email=one.email))
world = World(
    Partnership.objects.get(prefix="NM"), {one.key: one for one in Agency.objects.all()}, people
)
references = {}
for case in SHORT_CASES:
    walk = Walk(world, short(case, today=timezone.localdate()))
    loading.rest(walk)
    references.setdefault(case.rests_at.value, walk.review.reference)
bringing = Walk(world, short(resting_at(Stage.EVIDENCE)[0], today=timezone.localdate()))
references["bringing"] = bringing.to(Stage.EVIDENCE).reference
sys.stdout.write(json.dumps(references))
