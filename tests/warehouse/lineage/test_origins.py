from tests.warehouse.lineage.shelf import NOON
from warehouse.lineage.origins import Witness, origins
from warehouse.lineage.rulings import Rulings


def article(name: str, *credits: str, owner: str | None = None) -> Witness:  # noqa: A002 - the word of the design
    return Witness(name, NOON, f"https://{name}.test/", owner or name.title(), name, credits)


def test_the_first_wire_that_the_lineage_credits_is_the_origin_of_all_of_it() -> None:
    lineage = [article("one"), article("two", "Island Herald", "AP"), article("three", "Reuters")]
    assert origins(lineage, Rulings()) == {"one": "AP", "two": "AP", "three": "AP"}


def test_without_a_wire_each_article_speaks_for_whom_it_credits_or_else_for_the_first() -> None:
    lineage = [article("one"), article("two", "Island Herald"), article("three")]
    assert origins(lineage, Rulings()) == {"one": "One", "two": "Island Herald", "three": "One"}


def test_copies_of_a_credited_text_share_its_origin() -> None:
    assert origins([article("one", "Island Herald"), article("two")], Rulings()) == {
        "one": "Island Herald",
        "two": "Island Herald",
    }


def test_unnamed_agencies_are_nobodys_origin() -> None:
    assert origins([article("one", "agencies")], Rulings()) == {"one": "One"}


def test_who_is_credited_is_one_voice_with_his_own_articles() -> None:
    lineage = [article("island herald", owner="Island Group"), article("two", "Island Herald")]
    assert set(origins(lineage, Rulings()).values()) == {"Island Group"}
    assert origins([article("three", "KFVS")], Rulings()) == {"three": "Gray Media"}


def test_a_station_that_credits_itself_speaks_for_its_owner() -> None:
    assert origins([article("kfvx", "KFVX", owner="Veld")], Rulings()) == {"kfvx": "Veld"}


def test_people_can_merge_and_split_origins() -> None:
    rulings = Rulings(independent={"two"})
    rulings.merge_origins(["Island Group", "One"])
    rulings.merge_origins(["Veld", "Island Group"])
    lineage = [article("one"), article("two", "AP"), article("three", owner="Island Group")]
    assert origins(lineage, rulings) == {"one": "AP", "two": "Two", "three": "AP"}
    assert origins([article("one")], rulings) == {"one": "Veld"}


def test_merging_origins_in_a_circle_ends() -> None:
    rulings = Rulings()
    rulings.merge_origins(["A", "B"])
    rulings.merge_origins(["B", "A"])
    assert {rulings.voice("A"), rulings.voice("B")} == {"A"}
