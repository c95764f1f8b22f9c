"""Sources in Chicago, APA and MLA."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from historydesk.domain.citation import CitationStyle
from historydesk.errors import HistoryDeskError
from historydesk.packs.bibliography import read_sources
from historydesk.packs.citations import Citation, cite_all
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems


def cite(folder: Path, text: str, language: str = "en") -> dict[CitationStyle, list[Citation]]:
    (folder / "sources.bib").write_text(text, encoding="utf-8")
    problems = Problems()
    sources = read_sources(PackFolder(folder, problems), "sources.bib", problems)
    assert not problems.found
    return cite_all([each.entry for each in sources], language)


BOOK = (
    "@book{a, author={Suny, Ronald Grigor}, title={The Making of the {Georgian} Nation}, edition={2nd}, "
    "publisher={Indiana University Press}, address={Bloomington}, year={1994}}"
)
ARTICLE = (
    "@article{a, author={Ellman, Michael}, title={Soviet Repression Statistics: Some Comments}, "
    "journal={Europe-Asia Studies}, volume={54}, number={7}, pages={1151--1172}, year={2002}}"
)
EDITED = (
    "@book{a, editor={Davies, Sarah and Harris, James}, translator={Doe, Jane}, title={Stalin: A New History}, "
    "publisher={Cambridge University Press}, year={2005}}"
)
CHAPTER = (
    "@incollection{a, author={Kershaw, Ian}, editor={Lewin, Moshe}, title={Working Towards}, "
    "booktitle={Dictatorships}, pages={88--106}, publisher={CUP}, year={1997}, note={primary; dictated}}"
)
ARCHIVE = (
    "@unpublished{a, author={Dzhugashvili, I. V.}, title={Letter}, archive={RGASPI}, "
    "archivelocation={f. 558, op. 4}, date={1915-11-25}}"
)
WEB = "@online{a, author={{Memorial}}, title={Victims}, url={https://a.org/?x=1&y=2}, year={2017}}"


@pytest.mark.parametrize(
    ("entry", "style", "short", "html"),
    [
        (
            BOOK,
            "chicago",
            "Suny 1994",
            "Suny, Ronald Grigor. 1994. <em>The Making of the Georgian Nation</em>. 2nd ed. Indiana University Press.",
        ),
        (
            BOOK,
            "apa",
            "Suny, 1994",
            "Suny, R. G. (1994). <em>The making of the Georgian nation</em> (2nd ed.). Indiana University Press.",
        ),
        (
            BOOK,
            "mla",
            "Suny",
            "Suny, Ronald Grigor. <em>The Making of the Georgian Nation</em>. 2nd ed., Indiana University Press, 1994.",
        ),
        (
            ARTICLE,
            "chicago",
            "Ellman 2002",
            "Ellman, Michael. 2002. “Soviet Repression Statistics: Some Comments.” <em>Europe-Asia Studies</em> "
            "54 (7): 1151–72.",
        ),
        (
            ARTICLE,
            "apa",
            "Ellman, 2002",
            "Ellman, M. (2002). Soviet Repression Statistics: Some Comments. <em>Europe-Asia Studies</em>, "
            "<em>54</em>(7), 1151–1172.",
        ),
        (
            ARTICLE,
            "mla",
            "Ellman",
            "Ellman, Michael. “Soviet Repression Statistics: Some Comments.” <em>Europe-Asia Studies</em>, "
            "vol. 54, no. 7, 2002, pp. 1151–72.",
        ),
        (
            EDITED,
            "chicago",
            "Davies and Harris 2005",
            "Davies, Sarah, and James Harris, eds. 2005. <em>Stalin: A New History</em>. Translated by Jane Doe. "
            "Cambridge University Press.",
        ),
        (
            EDITED,
            "apa",
            "Davies & Harris, 2005",
            "Davies, S., &amp; Harris, J. (Eds.). (2005). <em>Stalin: A New History</em> (J. Doe, Trans.). "
            "Cambridge University Press.",
        ),
        (
            EDITED,
            "mla",
            "Davies and Harris",
            "Davies, Sarah, and James Harris, editors. <em>Stalin: A New History</em>. Translated by Jane Doe, "
            "Cambridge University Press, 2005.",
        ),
        (
            CHAPTER,
            "chicago",
            "Kershaw 1997",
            "Kershaw, Ian. 1997. “Working Towards.” In <em>Dictatorships</em>, edited by Moshe Lewin. CUP.",
        ),
        (
            CHAPTER,
            "apa",
            "Kershaw, 1997",
            "Kershaw, I. (1997). Working Towards. In M. Lewin (Ed.), <em>Dictatorships</em> (pp. 88–106). CUP.",
        ),
        (
            ARCHIVE,
            "chicago",
            "Dzhugashvili 1915",
            "Dzhugashvili, I. V. 1915. “Letter.” November 25. F. 558, op. 4. RGASPI.",
        ),
        (
            ARCHIVE,
            "mla",
            "Dzhugashvili",
            "Dzhugashvili, I. V. “Letter.” 25 Nov. 1915, RGASPI, f. 558, op. 4.",
        ),
        (WEB, "chicago", "Memorial 2017", "Memorial. 2017. “Victims.” https://a.org/?x=1&amp;y=2."),
        (WEB, "apa", "Memorial, 2017", "Memorial. (2017). <em>Victims</em>. https://a.org/?x=1&amp;y=2"),
    ],
)
def test_each_kind_of_entry_in_each_style(
    tmp_path: Path, entry: str, style: CitationStyle, short: str, html: str
) -> None:
    [written] = cite(tmp_path, entry)[style]
    assert (written.short, written.html) == (short, html)


def test_names_in_other_scripts_stay_as_they_are(tmp_path: Path) -> None:
    cited = cite(
        tmp_path,
        "@book{a, author={Троцкий, Лев}, title={Моя жизнь}, publisher={Гранит}, year={1930}}\n"
        "@book{b, author={ჯუღაშვილი, იოსებ}, title={დილა}, publisher={ივერია}, year={1895}}\n",
    )
    assert [each.html for each in cited["chicago"]] == [
        "Троцкий, Лев. 1930. <em>Моя жизнь</em>. Гранит.",
        "ჯუღაშვილი, იოსებ. 1895. <em>დილა</em>. ივერია.",
    ]
    assert cited["apa"][0].html == "Троцкий, Л. (1930). <em>Моя жизнь</em>. Гранит."
    assert cited["apa"][1].html == "ჯუღაშვილი, იოსებ. (1895). <em>დილა</em>. ივერია."


def test_two_works_of_one_year_are_told_apart(tmp_path: Path) -> None:
    cited = cite(
        tmp_path,
        "@book{b, author={Kotkin, Stephen}, title={Beta: More}, publisher={P}, year={2014}}\n"
        "@book{a, author={Kotkin, Stephen}, title={Alpha}, publisher={P}, year={2014}}\n",
    )
    assert [each.short for each in cited["chicago"]] == ["Kotkin 2014b", "Kotkin 2014a"]
    assert [each.short for each in cited["apa"]] == ["Kotkin, 2014b", "Kotkin, 2014a"]
    assert [each.short for each in cited["mla"]] == ["Kotkin, Beta", "Kotkin, Alpha"]
    assert cited["chicago"][0].html == "Kotkin, Stephen. 2014b. <em>Beta: More</em>. P."
    assert [each.order for each in cited["mla"]] == [2, 1]


def test_the_order_is_that_of_the_style(tmp_path: Path) -> None:
    cited = cite(
        tmp_path,
        "@book{a, author={Zola, A.}, title={One}, publisher={P}, year={1930}}\n"
        "@book{b, author={Ábel, B.}, title={The Zebra}, publisher={P}, year={1910}}\n"
        "@book{c, author={Ábel, B.}, title={Ape}, publisher={P}, year={1920}}\n"
        "@book{d, author={Ábel, B. and Cox, C.}, title={Ant}, publisher={P}, year={1900}}\n",
    )
    assert [each.order for each in cited["chicago"]] == [4, 1, 2, 3]
    assert [each.order for each in cited["mla"]] == [4, 2, 1, 3]


def test_markup_and_question_marks_do_no_harm(tmp_path: Path) -> None:
    cited = cite(
        tmp_path,
        "@article{a, author={A, B and others}, title={Is <b>it</b> {\\&} so?}, journal={Past \\& Present}, "
        "volume={12}, year={2004}}",
    )
    assert cited["chicago"][0].html == (
        "A, B, et al. 2004. “Is &lt;b&gt;it&lt;/b&gt; &amp; so?” <em>Past &amp; Present</em> 12."
    )
    assert cited["chicago"][0].short == "A et al. 2004"


@pytest.mark.parametrize(
    ("year", "short"),
    [
        ("n.d.", "A, n.d."),
        ("c. 1924", "A [1924?]"),
        ("1952--1955", "A 1952–1955"),
        ("[1924]", "A [1924]"),
        ("Spring 1924", "A Spring 1924"),
    ],
)
def test_dates_that_are_no_year(tmp_path: Path, year: str, short: str) -> None:
    [written] = cite(tmp_path, f"@book{{a, author={{A, B}}, title={{T}}, year={{{year}}}}}")["chicago"]
    assert written.short == short


def test_a_date_in_words_is_said_once(tmp_path: Path) -> None:
    [written] = cite(
        tmp_path,
        "@article{a, author={A, B}, title={T}, journal={J}, entrysubtype={magazine}, year={Spring 1924}}",
    )["chicago"]
    assert written.html == "A, B. Spring 1924. “T.” <em>J</em>."


@pytest.mark.parametrize(
    ("date", "html"),
    [
        ("1989-02-04", "A, B. 1989. “T.” <em>J</em>, February 4."),
        ("1989-02", "A, B. 1989. “T.” <em>J</em>, February."),
        ("1989-02-03/1989-04-05", "A, B. 1989. “T.” <em>J</em>."),
        ("1989-02-03/1990", "A, B. 1989–1990. “T.” <em>J</em>."),
    ],
)
def test_days_are_written_where_the_style_wants_them(tmp_path: Path, date: str, html: str) -> None:
    [written] = cite(
        tmp_path,
        f"@article{{a, author={{A, B}}, title={{T}}, journal={{J}}, entrysubtype={{newspaper}}, date={{{date}}}}}",
    )["chicago"]
    assert written.html == html


def test_capitals_fall_only_where_braces_say_which_stay(tmp_path: Path) -> None:
    cited = cite(
        tmp_path,
        "@book{a, author={A, B}, title={The {NKVD} and {Stalin}'s Gulag: A Pre-War View}, year={1990}}\n"
        "@book{b, author={C, D}, title={On Stalin's Team}, year={1991}}\n"
        '@book{e, author={E, F}, title={Stalin und die {Trag{\\"o}die} Georgiens}, year={1932}, langid={german}}\n',
    )["apa"]
    assert [each.html for each in cited] == [
        "A, B. (1990). <em>The NKVD and Stalin’s gulag: A pre-war view</em>.",
        "C, D. (1991). <em>On Stalin’s Team</em>.",
        "E, F. (1932). <em>Stalin und die Tragödie Georgiens</em>.",
    ]


def test_the_words_between_are_in_the_language_of_the_pack(tmp_path: Path) -> None:
    [written] = cite(tmp_path, EDITED, "de")["chicago"]
    assert "Cambridge University Press" in written.html
    assert " and " not in written.html and "Translated" not in written.html


@pytest.mark.parametrize("language", ["ka", "ru", "xx", "es", "fr-CA", "uk", "en-GB"])
def test_every_language_can_be_asked_for(tmp_path: Path, language: str) -> None:
    assert all(each.html for listed in cite(tmp_path, f"{CHAPTER}", language).values() for each in listed)


def test_a_pack_without_sources_loads_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("citeproc", "historydesk.packs.csl_style"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    assert cite_all([], "en") == {"chicago": [], "apa": [], "mla": []}
    assert not [name for name in sys.modules if name.startswith("citeproc")]


def test_a_missing_library_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "historydesk.packs.csl_style", None)
    with pytest.raises(HistoryDeskError) as caught:
        cite(tmp_path, BOOK)
    assert "citeproc-py" in str(caught.value)


def test_many_sources_tell_how_far_they_are(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    entries = "".join(f"@book{{k{n}, author={{A{n}, B}}, title={{T}}, year={{1990}}}}\n" for n in range(120))
    (tmp_path / "sources.bib").write_text(entries, encoding="utf-8")
    problems = Problems()
    sources = read_sources(PackFolder(tmp_path, problems), "sources.bib", problems)
    cite_all([each.entry for each in sources], "en", lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[0] == (0, 120) and all(total == 120 for _, total in told)
