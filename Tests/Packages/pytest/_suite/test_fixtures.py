import os
import sys

import pytest


@pytest.fixture(params=["x", "y"], ids=["ex", "why"])
def letter(request):
    return request.param


@pytest.fixture(autouse=True)
def around(request):
    request.node.seen = True
    yield


@pytest.fixture
def finalised(request):
    request.addfinalizer(lambda: print("finalised"))
    return 1


@pytest.fixture
def bad():
    raise LookupError("fixture fails")


@pytest.fixture
def bad_teardown():
    yield
    raise OSError("teardown fails")


def test_numbers(numbers, factor):
    assert numbers == [2, 4, 6] and factor == 2


def test_letter(letter, generated):
    assert letter + generated != "yg2"


@pytest.mark.parametrize("n, square", [(1, 1), (2, 4), pytest.param(3, 8, id="wrong", marks=pytest.mark.xfail), (-2, 4)])
def test_square(n, square):
    assert n * n == square


@pytest.mark.parametrize("a", [1, 2])
@pytest.mark.parametrize("b", [None, "s", 1.5, int])
def test_product(a, b):
    assert a


def test_tmp(tmp_path, monkeypatch, capsys, request):
    (tmp_path / "f.txt").write_text("hi")
    monkeypatch.setenv("MY_VAR", "1")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "mars")
    print("out", sys.platform, os.listdir("."))
    captured = capsys.readouterr()
    assert captured.out == "out mars ['f.txt']\n" and os.environ["MY_VAR"] == "1"
    assert request.node.name == "test_tmp" and request.node.seen


def test_caplog(caplog, capfd, recwarn):
    import logging
    with caplog.at_level(logging.INFO):
        logging.info("hello %s", "log")
    assert caplog.messages == ["hello log"]
    os.write(1, b"raw")
    assert capfd.readouterr().out == "raw"
    assert len(recwarn) == 0


def test_finalised(finalised):
    assert finalised == 1


def test_bad(bad):
    pass


def test_bad_teardown(bad_teardown):
    pass


def test_unknown(no_such_fixture):
    pass
