"""What stands above a block in braces."""

from __future__ import annotations

from tests.unit.packs.conftest import Desk


def test_a_view_tells_each_thing_once_and_no_nearer_than_the_map_goes(desk: Desk) -> None:
    desk.read(
        'One\n\n{#a view="place:gori zoom:16"}\nA\n\n{#b view="zoom:16.5"}\nB\n\n{#c view="zoom:5 zoom:6"}\nC\n'
    )
    assert desk.messages() == [
        "en/chapters/gori.md:6: “zoom:16.5” is too near; write a value from 0 to 16",
        "en/chapters/gori.md:9: “zoom” stands twice in one map view; keep one of them",
    ]


def test_attributes_that_stand_where_they_mean_nothing_are_reported_at_their_line(desk: Desk) -> None:
    desk.read("One\n\n{.fact}\n## Two\n\n{.pull}\nThree\n\n{#Ä}\nFour\n\n{view=step:2}\nFive\n")
    assert [message.split(";")[0] for message in desk.messages()] == [
        "en/chapters/gori.md:3: “.fact” stands before a heading or a rule",
        "en/chapters/gori.md:6: “.pull” stands before something else",
        "en/chapters/gori.md:9: “Ä” is not a valid passage id",
        "en/chapters/gori.md:12: “step:2” belongs to no journey",
    ]
