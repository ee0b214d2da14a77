"""The command ``goldenthread``: the sites, the installation, and the engines on their own."""

import click

from goldenthread.cli import (
    anonymity,
    chronology,
    dates,
    deadlines,
    engines,
    installation,
    people,
    sites,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="goldenthread")
def main() -> None:
    """Golden Thread: the workspace in which a safeguarding board runs a review."""


for command in (
    sites.run,
    sites.serve,
    sites.worker,
    installation.migrate,
    installation.demo,
    people.people,
    installation.audit,
    installation.docs,
    installation.manage,
    engines.criteria,
    dates.dates,
    deadlines.deadlines,
    chronology.chronology,
    anonymity.anonymity,
):
    main.add_command(command)
