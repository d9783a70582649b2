"""What the preview puts into pages: the script that loads them again, and what is wrong with the kit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from rolebook.problem import Problem


def overlay(problems: Sequence[Problem]) -> Markup:
    """What lies over each page while a kit has problems; nothing where there are none."""
    return _render("overlay.html", problems=problems) if problems else Markup("")


def reload_script(version: str) -> Markup:
    """The element that loads a page again when there is another version than this one."""
    return Markup('<script type="module" src="/livereload.js?{}"></script>').format(version)


def status_page(status: str, said: str, inserted: Markup) -> bytes:
    """A page that says why there is none.

    Args:
        status: What HTTP calls it.
        said: What is wrong, as text; may be empty.
        inserted: Markup that belongs into every page.
    """
    return _render("status.html", status=status, said=said, inserted=inserted).encode()


def insert(page: bytes, inserted: Markup) -> bytes:
    """Put markup at the end of a page's body."""
    head, end, tail = page.rpartition(b"</body>")
    return head + inserted.encode() + end + tail if end else page + inserted.encode()


def _render(template: str, **values: object) -> Markup:
    return Markup(_environment().get_template(template).render(values))  # noqa: S704  # it escapes what it is given


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("rolebook", "templates/html"), autoescape=True)
