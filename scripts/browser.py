"""Print the path of a Chromium that the browser tests can drive; install one where there is none.

Standard library only, so that it runs before anything else is installed. The path is the only thing on the
standard output; what is being tried goes to the standard error.
"""

import os
import shutil
import subprocess
import sys

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = ("fonts-dejavu-core", "fonts-noto-color-emoji")
OWN_BROWSER_OF_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


class NoBrowser(Exception):
    """No Chromium, and none could be installed."""


def find() -> str | None:
    """The first Chromium that starts: the one asked for, one on the path, Playwright's own."""
    asked_for = os.environ.get("ARCHKIT_CHROMIUM")
    if asked_for:
        if not starts(asked_for):
            raise NoBrowser(
                f"ARCHKIT_CHROMIUM is {asked_for}, which does not start; point it at a Chromium or unset it"
            )
        return asked_for
    on_path = (shutil.which(program) for program in PROGRAMS)
    return next((path for path in on_path if path and starts(path)), None) or own_browser_of_playwright()


def starts(path: str) -> bool:
    """Whether the program runs at all; some systems put a stub there that only tells how to install one."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def own_browser_of_playwright() -> str | None:
    """The browser that `playwright install` brought, if it did."""
    asked = subprocess.run([sys.executable, "-c", OWN_BROWSER_OF_PLAYWRIGHT], capture_output=True, text=True)
    path = asked.stdout.strip()
    return path if path and starts(path) else None


def administrator() -> list[str] | None:
    """What to put before a command to run it as root, or None where that needs a password."""
    if os.name != "posix":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_with_apt(*packages: str) -> bool:
    """Install Debian packages; False where that is not possible."""
    prefix = administrator()
    if not shutil.which("apt-get") or prefix is None:
        return False
    print(f"installing {', '.join(packages)} with apt-get", file=sys.stderr)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    return succeeds([*apt, "update"]) and succeeds([*apt, "install", "--no-install-recommends", *packages])


def install_with_playwright() -> bool:
    """Let Playwright fetch its own browser; False where it cannot."""
    print("asking Playwright for its own Chromium", file=sys.stderr)
    return succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def succeeds(command: list[str]) -> bool:
    """Run a command quietly; its last words are shown only if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-5:]), file=sys.stderr)
    return done.returncode == 0


def missing_fonts() -> list[str]:
    """The fonts that pages are drawn with in the tests and that Debian's package list does not show."""
    if not shutil.which("dpkg-query"):
        return []
    state = ["dpkg-query", "--show", "--showformat=${db:Status-Status}"]
    asked = {font: subprocess.run([*state, font], capture_output=True, text=True).stdout for font in FONTS}
    return [font for font, status in asked.items() if status != "installed"]


def find_or_install() -> str:
    """A Chromium that starts, with the fonts that the pictures need.

    Raises:
        NoBrowser: there is none and none could be installed.
    """
    path = find()
    if path is None:
        install_with_apt("chromium", *FONTS)
        path = find()
    if path is None:
        install_with_playwright()
        path = find()
    if path is None:
        raise NoBrowser("no Chromium: install chromium or Google Chrome, or name one in ARCHKIT_CHROMIUM")
    fonts = missing_fonts()
    if fonts and not install_with_apt(*fonts):
        print(f"pictures may show empty boxes: {', '.join(fonts)} could not be installed", file=sys.stderr)
    return path


if __name__ == "__main__":
    try:
        print(find_or_install())
    except NoBrowser as problem:
        sys.exit(f"the browser tests cannot run: {problem}")
