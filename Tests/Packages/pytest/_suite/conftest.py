import pytest


def pytest_addoption(parser):
    parser.addoption("--factor", type=int, default=2, help="a factor")
    parser.addini("my_list", "a list", type="linelist")


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes long")


@pytest.fixture(scope="session")
def factor(request):
    yield request.config.getoption("--factor")


@pytest.fixture
def numbers(factor):
    data = [1, 2, 3]
    yield [n * factor for n in data]
    data.clear()


def pytest_assertrepr_compare(op, left, right):
    if isinstance(left, complex) and op == "==":
        return ["complex numbers differ:", f"   {left} and {right}"]


def pytest_generate_tests(metafunc):
    if "generated" in metafunc.fixturenames:
        metafunc.parametrize("generated", ["g1", "g2"], ids=lambda v: v.upper())
