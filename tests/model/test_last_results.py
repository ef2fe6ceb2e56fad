from archkit.model.last_results import last_results


def counted():
    calls = []

    @last_results
    def joined(items, names=()):
        calls.append(1)
        return [*items, *names]

    return joined, calls


def test_the_same_object_is_computed_once():
    joined, calls = counted()
    items = ["a"]

    assert joined(items, ("b",)) == joined(items, tuple("b")) == ["a", "b"]

    assert len(calls) == 1


def test_an_equal_object_is_another_one_unless_it_is_a_tuple():
    joined, calls = counted()

    assert joined(["a"]) == joined(["a"]) == ["a"]

    assert len(calls) == 2


def test_other_arguments_have_their_own_result():
    joined, _ = counted()
    items = ["a"]

    assert [joined(items), joined(items, ("b",)), joined(items, ("c",)), joined(items, names=("d",))] == [
        ["a"], ["a", "b"], ["a", "c"], ["a", "d"],
    ]  # fmt: skip


def test_what_was_long_ago_is_computed_anew():
    joined, calls = counted()
    first = ["a"]
    joined(first)

    for other in range(20):
        joined([other])
    joined(first)

    assert len(calls) == 22
