"""Commands that serve: both sites and a worker, together or one by one."""

import sys

import click

from goldenthread.cli.people import first_steps
from goldenthread.cli.setting_up import database_running, run_ourselves, set_up_django
from goldenthread.config import processes
from goldenthread.config.installation import DatabaseRole

_HOST = click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
_PORT = click.option("--port", default=8000, show_default=True, help="Port of the case site.")
_PUBLIC_PORT = click.option(
    "--public-port", default=8001, show_default=True, help="Port of the public site."
)


@click.command()
@_HOST
@_PORT
@_PUBLIC_PORT
def run(host: str, port: int, public_port: int) -> None:
    """Set everything up, load the demo if there is no data, and serve."""
    with database_running():
        run_ourselves("migrate", "--quiet")
        _load_demo_once()
        _announce(host, port, public_port)
        _serve(host, port, public_port, demo=True)


@click.command()
@_HOST
@_PORT
@_PUBLIC_PORT
@click.option("--demo", is_flag=True, help="Offer the page to sign in as any demo person.")
def serve(host: str, port: int, public_port: int, demo: bool) -> None:
    """Bring the database up to date and serve both sites, with one worker."""
    with database_running():
        run_ourselves("migrate", "--quiet")
        click.echo(f"Case site:   http://{host}:{port}/\nPublic site: http://{host}:{public_port}/")
        _say_what_comes_first()
        _serve(host, port, public_port, demo=demo)


@click.command()
def worker() -> None:
    """Do the long work that pages ask for, until stopped."""
    set_up_django()
    from django.core.management import call_command

    from goldenthread.audit.verification import require_own_key
    from goldenthread.reviews.models import walled_tables
    from goldenthread.reviews.walls import check_standing

    check_standing(walled_tables())
    require_own_key()
    call_command(
        *("procrastinate", "worker", "--concurrency", "2"),
        # Asking every second needs no connection of its own; a small file is read at once all the same.
        *("--no-listen-notify", "--fetch-job-polling-interval", "1"),
        verbosity=0,
    )


def _serve(host: str, port: int, public_port: int, *, demo: bool) -> None:
    status = processes.run_until_stopped(
        [
            processes.case_site(
                host=host, port=port, demo=demo, public_address=f"http://{host}:{public_port}"
            ),
            processes.public_site(host=host, port=public_port),
            processes.worker(host=host, port=port, demo=demo),
        ]
    )
    click.echo("Stopped.")
    if status:
        raise click.exceptions.Exit(status)


def _say_what_comes_first() -> None:
    set_up_django(DatabaseRole.APP)
    from django.db import connection

    if steps := first_steps():
        click.echo(f"\n{steps}\n")
    sys.stdout.flush()
    connection.close()


def _load_demo_once() -> None:
    set_up_django(DatabaseRole.APP)
    from django.db import connection

    from goldenthread.reviews.demo import loading

    if not loading.is_loaded():
        loading.load(say=click.echo)
    connection.close()


def _announce(host: str, port: int, public_port: int) -> None:
    from goldenthread.reviews.demo.people import sign_in_lines

    click.echo(f"\nGolden Thread is at http://{host}:{port}/")
    click.echo(f"What has been published is at http://{host}:{public_port}/\n")
    for line in sign_in_lines():
        click.echo(line)
    click.echo("\nPress Ctrl-C to stop.")
    sys.stdout.flush()
