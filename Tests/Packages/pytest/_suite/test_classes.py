import unittest

import pytest


class TestThings:
    @classmethod
    def setup_class(cls):
        cls.log = []

    def setup_method(self, method):
        self.log.append(method.__name__)

    @pytest.fixture
    def thing(self):
        return "thing"

    def test_a(self, thing):
        assert thing and self.log == ["test_a"]

    @pytest.mark.parametrize("v", range(3))
    def test_b(self, v):
        assert v < 3

    class TestNested:
        def test_inner(self):
            assert True


class Unit(unittest.TestCase):
    def setUp(self):
        self.value = 3
        self.addCleanup(lambda: None)

    def test_equal(self):
        self.assertEqual(self.value, 3)

    def test_subtests(self):
        for i in range(2):
            with self.subTest(i=i):
                self.assertLess(i, 5)

    @unittest.skip("no")
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIn(1, [])

    def test_fails(self):
        self.assertEqual({"a": [1, 2]}, {"a": [1, 3]}, "message")
