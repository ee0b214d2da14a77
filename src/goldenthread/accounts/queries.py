"""Who looks after whom, and who is there: people, posts, agencies and contacts of a Board."""

from django.db.models import Count, Q, QuerySet

from goldenthread.accounts.models import Agency, Contact, Partnership, Person, Post
from goldenthread.domain.people import MANAGERS

PAGE_SIZE = 50

_MANAGER_VALUES = [role.value for role in MANAGERS]


def boards_managed_by(person: Person) -> QuerySet[Partnership]:
    """The Boards whose people this person looks after, by name."""
    posts = person.posts.filter(role__in=_MANAGER_VALUES, ended_on=None)
    return Partnership.objects.filter(pk__in=posts.values("partnership")).order_by("name")


def manages(person: Person, board: Partnership) -> bool:
    """Whether the person looks after this Board's people, now."""
    return person.is_active and boards_managed_by(person).filter(pk=board.pk).exists()


def managers_of(board: Partnership) -> QuerySet[Person]:
    """Those who look after the Board's people and can sign in."""
    posts = Post.objects.filter(partnership=board, role__in=_MANAGER_VALUES, ended_on=None)
    return Person.objects.filter(is_active=True, pk__in=posts.values("person"))


def board_of(person: Person) -> Partnership | None:
    """The Board that looks after the account: the one named, else the employer's, else the only one there is.

    None, with several Boards, for somebody who belongs to none of them: only the installation's own
    command line changes such an account.
    """
    if person.looked_after_by is not None:
        return person.looked_after_by
    if person.employer is not None:
        return person.employer.partnership
    boards = list(Partnership.objects.all()[:2])
    return boards[0] if len(boards) == 1 else None


def people_of(board: Partnership) -> QuerySet[Person]:
    """Everybody whom the Board looks after, its agencies employ, or who holds a post there, by name."""
    posts = Post.objects.filter(partnership=board, ended_on=None)
    theirs = (
        Q(looked_after_by=board) | Q(employer__partnership=board) | Q(pk__in=posts.values("person"))
    )
    if not Partnership.objects.exclude(pk=board.pk).exists():
        theirs |= Q(looked_after_by=None, employer=None)
    return (
        Person.objects.filter(theirs)
        .select_related("employer")
        .prefetch_related("posts__agency")
        .order_by("name", "pk")
    )


def looking_for(people: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Those in whose name, address, title or agency every word occurs."""
    for word in words.split()[:6]:
        people = people.filter(
            Q(name__icontains=word)
            | Q(email__icontains=word)
            | Q(job_title__icontains=word)
            | Q(employer__name__icontains=word)
        )
    return people


def after(people: QuerySet[Person], key: int | None) -> QuerySet[Person]:
    """Those who come after this person (by id) in the order of the list; all where there is none such."""
    last = Person.objects.filter(pk=key).first() if key else None
    if last is None:
        return people
    return people.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))


def agencies_with_people(board: Partnership) -> QuerySet[Agency]:
    """The Board's agencies by name, each with how many of its people can sign in."""
    return Agency.objects.filter(partnership=board).annotate(
        can_sign_in=Count("people", filter=Q(people__is_active=True))
    )


def contacts_of(board: Partnership, agency: Agency | None = None) -> dict[str, Contact]:
    """The contacts of the Board, or of one of its agencies, by kind."""
    found = Contact.objects.filter(partnership=board, agency=agency)
    return {contact.kind: contact for contact in found}
