"""The package as it is installed: the wheel holds all it needs, wherever the repository is."""

import subprocess
import sys
import zipfile
from pathlib import Path

from claimcheck.packs import shipped_folder

ROOT = Path(__file__).parent.parent


def test_the_packs_are_found_in_a_checkout() -> None:
    assert Path(shipped_folder()) == ROOT / "rules"


def test_the_wheel_works_by_itself(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
        names = archive.namelist()
    assert "claimcheck/_packs/README.md" in names
    assert not [name for name in names if name.startswith(("tests/", "claims/"))]
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import claimcheck, claimcheck.packs, claimcheck.__main__ as m\n"
        f"assert claimcheck.__file__.startswith({str(tmp_path)!r}), claimcheck.__file__\n"
        f"assert claimcheck.packs.shipped_folder().startswith({str(tmp_path)!r})\n"
        f"sys.exit(m.main(['check', {str(ROOT / 'claims')!r}, '-f', 'concise']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "values/conflict" in done.stdout
