"""``goldenthread anonymity``: find people, make labelled copies, prove that nobody is left, and go back."""

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

import click

from goldenthread.anonymity import PeopleUnreadable, Register, Replacement, find_report, read_people
from goldenthread.documents.labelling.copies import DROP, KEEP, LabelledCopy, Labelling
from goldenthread.documents.labelling.making import labelled_copy, personal_copy
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.verifying.files import left_in_file

OPEN_QUESTIONS = 3
_PART = "part:"

_people = click.option(
    "--people",
    "people_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="PEOPLE.json: the register of people.",
)
_files = click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
_into = click.option(
    "-o",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder that the copies are written into.",
)


@click.group()
def anonymity() -> None:
    """Find people in texts and files, label them, and prove that nobody is left.

    PEOPLE.json holds the register: {"case": "…", "people": [{"key": "m", "label": "Mother", "role": "mother",
    "agency": "", "names": ["…"], "aliases": ["…"], "not": ["…"]}]}. Only key and label must be there.
    """


@anonymity.command()
@_people
@click.option("--jsonl", is_flag=True, help='Each line of the input is one {"id": …, "text": …}.')
@click.argument("source", type=click.File("r", encoding="utf-8"))
def find(people_file: Path, jsonl: bool, source: TextIO) -> None:
    """Say where in a text (SOURCE, or - for standard input) listed people and identifiers stand.

    Prints one JSON line a text: {"id", "spans": [{start, end, text, kind, candidates, label, decision}]}. The
    decision is "replace" where it is certain, and "ask" where a person decides.
    """
    register = _register(people_file)
    for name, text in _texts(source, jsonl=jsonl):
        for found in find_report([(name, text)], register):
            click.echo(json.dumps(found, ensure_ascii=False))


@anonymity.command()
@_files
@_people
@click.option(
    "--answers",
    "answers_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='ANSWERS.json: {"form of a name": "key of a person", or "" for no name; "part:NAME": "keep" or "drop"}.',
)
@_into
@click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was done, and what is still asked, as JSON.",
)
@click.option(
    "--key",
    "key_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the way back, which holds the names: keep it apart from the copies.",
)
@click.option(
    "--mask-open", is_flag=True, help="Mask what is still a question, and write the copies."
)
def anonymise(
    files: Sequence[Path],
    people_file: Path,
    answers_file: Path | None,
    folder: Path,
    report_file: Path | None,
    key_file: Path | None,
    mask_open: bool,
) -> None:
    """Make labelled copies of FILES (.docx, .xlsx, .csv, .txt, .md), or none while a question is open.

    Exit code 0: every copy was written. 3: something is still a question; nothing was written, and the report
    lists what is asked. 1: a file cannot be labelled, or somebody would survive in a copy; nothing was written.
    """
    labelling = _labelling(_register(people_file), answers_file)
    copies = {path: _copy_of(path, labelling) for path in files}
    _check_names(files)
    unsettled = [
        path
        for path, copy in copies.items()
        if copy.parts_asked or (copy.questions and not mask_open)
    ]
    left = {} if unsettled else _left(copies, labelling.register)
    if report_file:
        _write_json(report_file, _report(copies, left=left, written=not unsettled and not left))
    if unsettled:
        asked = sum(
            len(copies[path].questions) + len(copies[path].parts_asked) for path in unsettled
        )
        click.echo(f"{asked} questions are open, so no copy was written.", err=True)
        for path in unsettled:
            _echo_questions(path, copies[path])
        sys.exit(OPEN_QUESTIONS)
    if left:
        for path, found in left.items():
            click.echo(
                f"{path.name}: something survives in {found} places. No copy was written.", err=True
            )
        sys.exit(1)
    _write_copies(copies, folder)
    if key_file:
        _write_json(key_file, {_digest(copy.data): _way_back(copy) for copy in copies.values()})
    for path in copies:
        click.echo(str(folder / path.name))


@anonymity.command()
@_files
@_people
def verify(files: Sequence[Path], people_file: Path) -> None:
    """Say where in finished FILES anybody survives: read from their bytes, by other means than the labelling.

    Prints one JSON line for each place (file, where, offset, length, kind, key), and never a name. Exit code 1
    when anything survives, or a file cannot be read to its end.
    """
    register = _register(people_file)
    anything = False
    for path in files:
        for one in left_in_file(path.name, path.read_bytes(), register):
            anything = True
            fields = {
                "file": str(path),
                "where": one.where,
                "offset": one.offset,
                "length": one.length,
                "kind": one.kind,
                "key": one.key,
            }
            click.echo(json.dumps(fields, ensure_ascii=False))
    if anything:
        sys.exit(1)


@anonymity.command()
@_files
@_people
@click.option(
    "--key",
    "key_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The way back, as “anonymise --key” wrote it.",
)
@_into
def personalise(files: Sequence[Path], people_file: Path, key_file: Path, folder: Path) -> None:
    """Put every name back where it stood in labelled FILES: the exact inverse, on what is written."""
    labelling = _labelling(_register(people_file), None)
    try:
        ways = json.loads(key_file.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise click.ClickException(
            f"{key_file} is not a file that “anonymise --key” wrote."
        ) from problem
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        data = path.read_bytes()
        if _digest(data) not in ways:
            raise click.ClickException(
                f"{path} has been changed since it was labelled, or is none of the files of this key."
            )
        replaced = {
            part: tuple(Replacement(**one) for one in ones)
            for part, ones in ways[_digest(data)].items()
        }
        (folder / path.name).write_bytes(personal_copy(path.name, data, replaced, labelling))
        click.echo(str(folder / path.name))


# ---------------------------------------------------------------------- what is given


def _register(path: Path) -> Register:
    try:
        return read_people(path.read_text(encoding="utf-8-sig"))
    except (PeopleUnreadable, UnicodeDecodeError, ValueError) as problem:
        raise click.ClickException(f"{path}: {problem}") from problem


def _labelling(register: Register, answers_file: Path | None) -> Labelling:
    if answers_file is None:
        return Labelling(register)
    try:
        said = json.loads(answers_file.read_text(encoding="utf-8-sig"))
    except ValueError as problem:
        raise click.ClickException(f"{answers_file} is not JSON: {problem}") from problem
    if not isinstance(said, dict) or not all(isinstance(one, str) for one in said.values()):
        raise click.ClickException(
            f"{answers_file}: the answers are texts, by the form they are for."
        )
    parts = {key.removeprefix(_PART): word for key, word in said.items() if key.startswith(_PART)}
    answers = {key: word for key, word in said.items() if not key.startswith(_PART)}
    keys = {person.key for person in register.people}
    for form, key in answers.items():
        if key and key not in keys:
            raise click.ClickException(
                f"{answers_file}: “{form}” is answered with “{key}”, and nobody in the register has that key."
            )
    for name, word in parts.items():
        if word not in (KEEP, DROP):
            raise click.ClickException(f"{answers_file}: say “keep” or “drop” of {name}.")
    return Labelling(register, answers, parts)


def _texts(source: TextIO, *, jsonl: bool) -> Iterator[tuple[str, str]]:
    if not jsonl:
        yield getattr(source, "name", "-"), source.read()
        return
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            read = json.loads(line)
            yield str(read["id"]), str(read["text"])
        except (ValueError, KeyError, TypeError) as problem:
            raise click.ClickException(
                f"Line {number} of the input is not {{“id”: …, “text”: …}} in JSON."
            ) from problem


def _copy_of(path: Path, labelling: Labelling) -> LabelledCopy:
    try:
        return labelled_copy(path.name, path.read_bytes(), labelling)
    except FileRefused as problem:
        raise click.ClickException(f"{path}: {problem.reason}") from problem


def _check_names(files: Sequence[Path]) -> None:
    names = [path.name for path in files]
    for name in names:
        if names.count(name) > 1:
            raise click.ClickException(
                f"Two files are called {name}. Label them one after the other."
            )


# ---------------------------------------------------------------------- what comes out


def _left(copies: dict[Path, LabelledCopy], register: Register) -> dict[Path, int]:
    found = {
        path: len(left_in_file(path.name, copy.data, register)) for path, copy in copies.items()
    }
    return {path: number for path, number in found.items() if number}


def _report(
    copies: dict[Path, LabelledCopy], *, left: dict[Path, int], written: bool
) -> dict[str, Any]:
    return {
        "written": written,
        "files": [
            {
                "file": path.name,
                "digest": _digest(copy.data),
                "labels": _labels_used(copy),
                "said": list(copy.said),
                "survives": left.get(path, 0),
                "questions": [
                    {
                        "form": span.text,
                        "kind": span.kind.value,
                        "candidates": list(span.candidates),
                        "start": span.start,
                    }
                    for span in copy.questions
                ],
                "parts": [{"part": one.name, "what": one.what} for one in copy.parts_asked],
            }
            for path, copy in copies.items()
        ],
    }


def _labels_used(copy: LabelledCopy) -> dict[str, int]:
    used: dict[str, int] = {}
    for ones in copy.replaced.values():
        for one in ones:
            used[one.key or "masked"] = used.get(one.key or "masked", 0) + 1
    return used


def _way_back(copy: LabelledCopy) -> dict[str, list[dict[str, Any]]]:
    return {
        part: [
            {
                "start": one.start,
                "end": one.end,
                "original": one.original,
                "key": one.key,
                "origin": one.origin,
            }
            for one in ones
        ]
        for part, ones in copy.replaced.items()
    }


def _echo_questions(path: Path, copy: LabelledCopy) -> None:
    for span in copy.questions:
        whose = " or ".join(span.candidates) or "nobody in the register"
        click.echo(f"  {path.name}: “{span.text}” could be {whose}", err=True)
    for one in copy.parts_asked:
        click.echo(f"  {path.name}: {one.name}: {one.what}", err=True)


def _write_copies(copies: dict[Path, LabelledCopy], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in copies:
        if (folder / path.name).resolve() == path.resolve():
            raise click.ClickException(
                "The copies would be written over the files themselves. Choose another folder."
            )
    for path, copy in copies.items():
        (folder / path.name).write_bytes(copy.data)


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
