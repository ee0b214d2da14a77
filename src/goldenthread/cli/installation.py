"""Commands that look after an installation: its tables, its demo, its trail, its printed pages."""

import sys
from pathlib import Path

import click

from goldenthread.cli.page_assets import collect_page_assets
from goldenthread.cli.setting_up import database_running, set_up_django
from goldenthread.config.installation import DatabaseRole


@click.command()
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
def migrate(quiet: bool) -> None:
    """Bring the tables, the walls and the page assets up to date. Can be repeated safely."""
    with database_running():
        set_up_django(DatabaseRole.OWNER)
        from django.core.management import call_command
        from django.db import connection

        verbosity = 0 if quiet else 1
        call_command("migrate", interactive=False, verbosity=verbosity)
        call_command("createcachetable", verbosity=verbosity)
        call_command("lay_walls", app=DatabaseRole.APP.value, public=DatabaseRole.PUBLIC.value)
        collect_page_assets()
        connection.close()


@click.command()
@click.option("--if-empty", is_flag=True, help="Do nothing when there is any data.")
@click.option("--people-only", is_flag=True, help="Load the agencies and people, and no review.")
def demo(if_empty: bool, people_only: bool) -> None:
    """Load the invented partnership: reviews at every stage and one person for each role."""
    with database_running():
        set_up_django(DatabaseRole.APP)
        from django.db import connection

        from goldenthread.reviews.demo import loading

        try:
            if loading.is_loaded():
                if not if_empty:
                    raise click.ClickException(
                        "There is data already. Remove the data folder to begin again."
                    )
                return
            loading.load(say=click.echo, people_only=people_only)
        finally:
            connection.close()


@click.group()
def audit() -> None:
    """The trail of what was done and seen."""


@audit.command()
def verify() -> None:
    """Check every record of the trail; exits 1 and names each place where it no longer holds."""
    with database_running():
        set_up_django(DatabaseRole.OWNER)
        from django.db import connection

        from goldenthread.audit.verification import verify as verify_trail
        from goldenthread.reviews.models import Review

        verified = verify_trail(reviews=Review.objects.values_list("pk", flat=True))
        connection.close()
    for fault in verified.faults:
        click.echo(f"{fault.chain} {fault.number}: {fault.what}")
    click.echo(
        f"{verified.records} records in {verified.chains} chains, {len(verified.faults)} faults."
    )
    if verified.faults:
        raise click.exceptions.Exit(1)


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a page is stale.")
@click.option("--folder", type=click.Path(path_type=Path), default=Path("docs"), show_default=True)
def docs(check: bool, folder: Path) -> None:
    """Print the pages that are made from the code."""
    set_up_django()
    from goldenthread.reviews.printing import printed_pages

    stale = []
    for name, text in printed_pages(tests_folder=folder.parent / "tests").items():
        path = folder / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.write_text(text, encoding="utf-8")
    if check and stale:
        raise click.ClickException(
            f"Run “make docs”: {', '.join(stale)} no longer agree with the code."
        )


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.option("--as-owner", is_flag=True, help="Ask the database as the owner of the tables.")
def manage(words: tuple[str, ...], as_owner: bool) -> None:
    """Django's own commands, for developers."""
    with database_running():
        set_up_django(DatabaseRole.OWNER if as_owner else DatabaseRole.APP)
        from django.core.management import execute_from_command_line

        execute_from_command_line([sys.argv[0], *words])
