"""A citation style read by citeproc-py, with what that library (0.11) leaves undone of CSL 1.0.

The library looks for its element classes among the subclasses of ``CitationStylesElement`` by name, the newest
winning, so the classes below take the place of its own. Each says which fault it is there for and can go when
the library has mended it.
"""

from __future__ import annotations

from typing import Any

from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    model,
)
from citeproc.source import LiteralDate, VariableError  # type: ignore[import-untyped]
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

_MACROS = "historydesk_macros"
_CALLS = "historydesk_calls"
_FILLED = "historydesk_filled"
_FOUND = "historydesk_found"
_KEY, _DATA = "it", "historydesk_data"


def read_style(name: str, locale: str) -> Any:
    """A style by its name in the CSL collection, for texts in a language; about 5 ms."""
    return CitationStylesStyle(name, locale=locale, validate=False)


class _Item(CitationItem):  # type: ignore[misc]
    """A source of which something is written; holds its data, which the library looks up at each question."""

    @property
    def reference(self) -> Any:
        """The data."""
        return self[_DATA]


def short_form(style: Any, data: dict[str, Any]) -> str:
    """How a text cites a source, with markup and in brackets."""
    listed, cited = _list_of_one(style, data)
    return str(listed.cite(cited, str))


def whole_entry(style: Any, data: dict[str, Any]) -> str:
    """How a bibliography writes a source, with markup."""
    listed, _ = _list_of_one(style, data)
    return str(listed.bibliography()[0])


def _list_of_one(style: Any, data: dict[str, Any]) -> tuple[Any, Any]:
    """A bibliography of one and its citation: the library's own grows slow with the square of its entries."""
    listed = CitationStylesBibliography(style, CiteProcJSON([data | {"id": _KEY}]))
    item = _Item(_KEY)
    item[_DATA] = listed.source[_KEY]
    cited = Citation([item])
    listed.register(cited)
    return listed, cited


class _Tally:
    """How often data were asked for, and how often there were some; counts on while a style is at work."""

    asked = 0
    found = 0

    @classmethod
    def ask(cls, process: Any) -> Any:
        """What ``process`` gives, counted; raises what it raises."""
        cls.asked += 1
        words = process()
        if words:
            cls.found += 1
        return words


class Locale(model.Locale, model.CitationStylesElement):  # type: ignore[misc]
    """Finds a term once, as ``Text`` does a macro."""

    def get_term(self, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
        """The term; raises ``IndexError`` where there is none."""
        known = self.__dict__.setdefault(_FOUND, {})
        key = (name, form, zero_padded)
        if key not in known:
            try:
                known[key] = super().get_term(name, form, zero_padded)
            except IndexError:
                known[key] = None
        if known[key] is None:
            raise IndexError(name)
        return known[key]


class Group(model.Group, model.CitationStylesElement):  # type: ignore[misc]
    """Vanishes when it asked for data and found none; the library counts what branches not taken would ask."""

    def process(self, item: Any, context: Any = None, **more: Any) -> Any:
        """The words of the group; raises ``VariableError`` without."""
        asked, found = _Tally.asked, _Tally.found
        words = super().process(item, context=context, **more)
        if _Tally.asked > asked and _Tally.found == found:
            raise VariableError
        return words


class Text(model.Text, model.CitationStylesElement):  # type: ignore[misc]
    """Finds a macro once, not by a search for each of its thousand uses (more than half of the time)."""

    def get_macro(self, name: str) -> Any:
        """The macro of a name."""
        known = self.get_root().__dict__.setdefault(_MACROS, {})
        if name not in known:
            known[name] = super().get_macro(name)
        return known[name]

    def calls_variable(self) -> bool:
        """Whether it shows data: of a macro the same whenever it is asked."""
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known = self.get_root().__dict__.setdefault(_CALLS, {})
        if name not in known:
            known[name] = self.get_macro(name).calls_variable()
        return bool(known[name])

    def xpath_search(self, expression: str) -> Any:
        """What stands around this element: asked again and again while it is written."""
        found = self.__dict__.setdefault(_FOUND, {})
        if expression not in found:
            found[expression] = super().xpath_search(expression)
        return found[expression]

    def case(self, text: Any, language: str | None = None) -> Any:
        """The words in the case of the style; capitals that a script does not write are not made."""
        return super().case(text, language) if _has_capitals(str(text)[:1]) else text

    def _variable(self, item: Any, context: Any) -> Any:
        if self.get("variable") in self.generated_variables:
            return super()._variable(item, context)
        return _Tally.ask(lambda: super(Text, self)._variable(item, context))


class Number(model.Number, model.CitationStylesElement):  # type: ignore[misc]
    """Is counted, for ``Group``."""

    def process(self, item: Any, context: Any = None, **more: Any) -> Any:
        """The number in words; raises ``VariableError`` without."""
        return _Tally.ask(lambda: super(Number, self).process(item, context=context, **more))


class Date(model.Date, model.CitationStylesElement):  # type: ignore[misc]
    """Is counted, for ``Group``; a date in words of its own stands for the year, and is not repeated for the day."""

    def process(self, item: Any, *parts: Any, **more: Any) -> Any:
        """The date in words; raises ``VariableError`` without."""
        name = parts[0] if parts else more.get("variable") or self.get("variable", "")
        if isinstance(item.reference.get(name.replace("-", "_")), LiteralDate):
            own = [part.get("name") for part in self.iterchildren()]
            if "year" not in (self.get("date-parts") or "-".join(own) or "year"):
                raise VariableError
        return _Tally.ask(lambda: super(Date, self).process(item, *parts, **more))


class Names(model.Names, model.CitationStylesElement):  # type: ignore[misc]
    """Editors in an author's place look like authors, are alone there, and are not named a second time.

    The library sees only substitutes that are not within a ``choose``, suppresses none, and shows them all.
    """

    def process(self, item: Any, names_context: Any = None, context: Any = None, **more: Any) -> Any:
        """The names in words; raises ``VariableError`` without."""
        self.__dict__.pop(_FILLED, None)
        substitutes = self.xpath_search("ancestor::cs:substitute[1]")
        outer = substitutes[0].getparent() if substitutes else None
        if outer is not None and outer.__dict__.get(_FILLED):
            raise VariableError
        if names_context is None and self.name is None:
            names_context = outer
        suppressed = (self if context is None else context).get_layout().repressed.setdefault(self.tag, [])
        asked = self.get("variable")
        roles = [role for role in asked.split() if role not in suppressed]
        if not roles:
            raise VariableError
        self.set("variable", " ".join(roles))
        try:
            process = super().process
            words = _Tally.ask(lambda: process(item, names_context=names_context, context=context, **more))
        finally:
            self.set("variable", asked)
        if words and outer is not None:
            outer.__dict__[_FILLED] = True
            suppressed += roles
        return words


class Name(model.Name, model.CitationStylesElement):  # type: ignore[misc]
    """Heeds ``initialize="false"``, and leaves names whole whose script has no capitals to make initials of."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        """An option of this element, else of what stands around it."""
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        return super().get_option(name, context, sort_options)

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Given names as initials."""
        return str(super().initialize(given, mark, context)) if _has_capitals(given[:1]) else given


class Label(model.Label, model.CitationStylesElement):  # type: ignore[misc]
    """Says nothing of data that are not there, counts volumes, and sets “Eds.” with a capital where it should."""

    def process(
        self, item: Any, variable: Any = None, plural: Any = None, context: Any = None, **more: Any
    ) -> Any:
        """The word for a kind of data; raises ``VariableError`` without such data."""
        own = self.get("variable")
        if variable is None and own not in (None, "locator") and own.replace("-", "_") not in item.reference:
            raise VariableError
        return super().process(item, variable, plural, context, **more)

    def case(self, text: Any, language: str | None = None) -> Any:
        """The words of a label in the case of the style: the library asks for the language of a term."""
        return super().case(text, language or "en")

    def _is_plural(self, item: Any) -> bool:
        own = self.get("variable")
        if own is not None and own.startswith("number-of"):
            return str(item.reference.get(own.replace("-", "_"), "")).strip() not in ("", "1")
        return bool(super()._is_plural(item))


def _has_capitals(letter: str) -> bool:
    """Whether a letter has a capital that is written: not in Georgian, to which Unicode gives some."""
    return letter.upper() != letter.lower() and not "\u10d0" <= letter <= "\u10ff"
