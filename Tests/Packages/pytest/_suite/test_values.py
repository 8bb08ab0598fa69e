import dataclasses
import math
import warnings

import pytest
from helper import double


@dataclasses.dataclass
class Item:
    name: str
    sizes: list


def compute(x):
    return x + 1


def test_simple():
    assert double(2) == 4


def test_int():
    value = 3
    assert compute(value) == 5, f"compute({value}) is wrong"


def test_text():
    assert "one\ntwo\nthree" == "one\n2\nthree"


def test_list():
    a, b = [1, 2, 3, 4], [1, 2, 4]
    assert a == b


def test_dict():
    assert {"a": 1, "b": {"c": [1, 2]}, "d": 0} == {"a": 1, "b": {"c": [1, 3]}, "e": 0}


def test_set():
    assert {1, 2, 3} == {2, 3, 4}


def test_dataclass():
    assert Item("a", [1, 2]) == Item("a", [1, 3])


def test_in():
    assert "needle" not in "hay needle stack"


def test_boolean():
    x, y = 1, None
    assert (x and not y and all(n > 1 for n in [1, 2])) or double(y or 0)


def test_complex():
    assert 1j == 2j


def test_comparison_chain():
    a = 3
    assert 1 < a < 2


def test_attribute():
    item = Item("n", [])
    assert not item.name.upper().startswith("N"), item


def test_walrus():
    if (n := len("abc")) and True:
        assert (m := n + 1) == 5


def test_square():
    assert 3 ** 2 == 9


def test_square_negative():
    assert (-3) ** 2 == 9


def test_approx():
    assert 0.1 + 0.2 == pytest.approx(0.3)
    assert [1.0, 2.1] == pytest.approx([1, 2])


def test_raises():
    with pytest.raises(ValueError, match=r"math domain") as info:
        math.sqrt(-1)
    assert info.type is ValueError
    with pytest.raises((KeyError, IndexError)):
        [][0]
    with pytest.raises(ZeroDivisionError):
        pass


def test_raises_other():
    with pytest.raises(ValueError, match="xyz"):
        int("abc")


def test_warns():
    with pytest.warns(UserWarning, match="careful"):
        warnings.warn("careful now")
    with pytest.deprecated_call():
        warnings.warn("old", DeprecationWarning)
    warnings.warn("this one shows")


def test_chain():
    try:
        {}["key"]
    except KeyError as error:
        raise RuntimeError("no key") from error


@pytest.mark.skip(reason="not now")
def test_skipped():
    assert False


@pytest.mark.skipif(math.pi > 3, reason="pi is big")
def test_skipped_if():
    assert False


@pytest.mark.xfail(reason="known", strict=True)
def test_xfail():
    assert 1 == 2


@pytest.mark.xfail
def test_xpass():
    pass


@pytest.mark.slow
def test_slow():
    print("some output")
    import logging
    logging.getLogger("t").warning("a warning %d", 3)
    pytest.fail("on purpose")


def test_group():
    raise ExceptionGroup("several", [ValueError(1), TypeError("t")])


def test_importorskip():
    pytest.importorskip("no_such_module_at_all")
