"""What is packaged says one version, and names only what is there."""

import configparser
import plistlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from kioskifly_desktop import __version__

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
APP = "ar.kioskifly.Desktop"
INNO = {
    "Languages": {"Name", "MessagesFile"},
    "Tasks": {"Name", "Description", "GroupDescription", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Files": {"Source", "DestDir", "Flags"},
    "Icons": {"Name", "Filename", "Tasks"},
    "Run": {"Filename", "Description", "Flags"},
}
"""The sections of entries in the installer's script, and the parameters Inno Setup gives them."""


def test_every_paper_of_the_package_tells_the_programs_version():
    newest = next(ET.parse(PACKAGING / f"linux/{APP}.metainfo.xml").iter("release"))
    assert newest.get("version") == __version__
    first = (PACKAGING / "linux/changelog").read_text("utf-8").split("\n")[0]
    assert f"({__version__})" in first
    assert f'"Kioskifly {__version__}"' in (PACKAGING / "linux/kioskifly.1").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'version = "{__version__}"' in project


def test_windows_version_resource_reads_and_tells_the_version():
    source = (PACKAGING / "windows/version.txt").read_text("utf-8")
    numbers: dict[str, Any] = {}
    told: dict[str, str] = {}
    parts = ("VSVersionInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    kinds = {
        **dict.fromkeys(parts, lambda *_parts, **_named: None),
        "FixedFileInfo": lambda **named: numbers.update(named),
        "StringStruct": lambda name, value: told.update({name: value}),
    }
    eval(source, {"__builtins__": {}, **kinds})
    assert told["FileVersion"] == told["ProductVersion"] == __version__
    four = tuple(int(part) for part in f"{__version__}.0".split("."))
    assert numbers["filevers"] == numbers["prodvers"] == four


def inno_sections():
    sections: dict[str, list[str]] = {}
    at: list[str] = []
    for line in (PACKAGING / "windows/kioskifly.iss").read_text("utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith((";", "#")):
            continue
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            at = sections.setdefault(heading[1], [])
        else:
            at.append(line)
    return sections


def parameters(line):
    pairs = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;"]+)(?:; |$)', line)
    assert "; ".join(f"{name}: {value}" for name, value in pairs) == line, line
    return {name: value.strip('"') for name, value in pairs}


def test_the_windows_installer_script_is_well_formed():
    sections = inno_sections()
    assert set(sections) == {"Setup", *INNO}
    for section, allowed in INNO.items():
        for line in sections[section]:
            assert set(parameters(line)) <= allowed, line
    setup = dict(line.split("=", 1) for line in sections["Setup"])
    assert len(setup) == len(sections["Setup"]), "a directive twice"
    assert setup["AppVersion"] == "{#Version}"
    assert setup["PrivilegesRequired"] == "lowest"
    tasks = {parameters(line)["Name"] for line in sections["Tasks"]}
    assert {parameters(line).get("Tasks") for line in sections["Icons"]} - {None} <= tasks
    licence = setup["LicenseFile"].removeprefix("{#Root}\\").replace("\\", "/")
    assert (ROOT / licence).is_file()


def test_uninstalling_on_windows_never_touches_the_shops_folder():
    # Only what the installer put there goes: no section removes anything by name at the end.
    assert "UninstallDelete" not in inno_sections()
    for line in inno_sections()["InstallDelete"]:
        assert parameters(line)["Name"].startswith("{app}\\_internal")


def test_macos_entitlements_read():
    told = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert told == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_desktop_entry_names_the_program_and_its_icon():
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / f"linux/{APP}.desktop", "utf-8")
    assert entry["Desktop Entry"]["Exec"] == "kioskifly"
    assert (ROOT / "resources/brand" / f"{entry['Desktop Entry']['Icon']}.svg").is_file()


def workflow():
    return yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))


def steps():
    return [(name, step) for name, job in workflow()["jobs"].items() for step in job["steps"]]


def test_the_workflow_names_only_files_that_are_there():
    named = [
        path
        for _, step in steps()
        for path in re.findall(r"(?:packaging|\.ci)/[\w./-]+", step.get("run", ""))
    ]
    assert "packaging/windows/installer.ps1" in named
    missing = [path for path in named if not (ROOT / path).is_file()]
    assert not missing


def test_the_workflow_runs_actions_by_their_commits_and_signs_only_with_a_key():
    for _, step in steps():
        if "uses" in step:
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
    signing = [step for _, step in steps() if re.search(r"sign\.ps1|keychain", step.get("run", ""))]
    assert [step["if"] for step in signing] == ["env.CERTIFICATE != ''"] * 2
    assert set(workflow()["jobs"]) >= {"test", "linux", "windows", "macos"}


@pytest.mark.parametrize(
    "script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: str(path.relative_to(PACKAGING))
)
def test_scripts_have_no_error_of_syntax_and_may_be_run(script):
    checked = subprocess.run(["bash", "-n", script], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert script.stat().st_mode & 0o111


def test_every_folder_the_build_reads_is_there():
    spec = (PACKAGING / "kioskifly.spec").read_text("utf-8")
    compile(spec, "kioskifly.spec", "exec")
    for part in re.findall(r'root / ((?:"[^"]+"(?: / )?)+)', spec):
        path = ROOT.joinpath(*re.findall(r'"([^"]+)"', part))
        assert path.exists() or path.parts[len(ROOT.parts)] == "build", path


def test_the_licence_of_each_part_goes_with_the_program(tmp_path):
    subprocess.run([sys.executable, PACKAGING / "parts.py", tmp_path / "licences"], check=True)
    parts = (tmp_path / "licences" / "PARTS.txt").read_text("utf-8")
    for name in ("PySide6_Essentials", "SQLAlchemy", "python-escpos", "openai", "reportlab"):
        assert f"\n{name} " in parts
    assert "pytest" not in parts
    for text in ("LGPL-3.txt", "GPL-3.txt", "SQLAlchemy/LICENSE", "fonts-LICENSE"):
        assert (tmp_path / "licences" / text).stat().st_size > 500


def test_icons_are_made_of_the_drawing(tmp_path):
    subprocess.run([sys.executable, PACKAGING / "icons.py", tmp_path], check=True)
    from PIL import Image  # noqa: PLC0415 - only here

    with Image.open(tmp_path / "kioskifly.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / f"{APP}-256.png") as picture:
        assert picture.size == (256, 256)
        clear, _opaque = picture.getchannel("A").getextrema()
        assert clear == 0, "the corners are clear"
        assert len(picture.getcolors(65536) or ()) > 3, "it is drawn"
