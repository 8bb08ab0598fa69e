# golden: packages=yes timeout=40
"""SymPy: simplification, calculus, equations, matrices, polynomials, number theory, printing, parsing, sets, logic, combinatorics."""
from sympy import *
from sympy.parsing.sympy_parser import implicit_multiplication_application, parse_expr, standard_transformations
from sympy.logic.boolalg import truth_table
from sympy.combinatorics import Permutation, PermutationGroup
from sympy.physics.units import convert_to, kilometer, meter, hour, second
from sympy.stats import Die, E as Expect, Normal, P as Prob, density, variance

x, y, z, t = symbols("x y z t")
n, k = symbols("n k", integer=True, positive=True)
f = Function("f")


def show(label, call):
    try:
        print(f"{label}: {call()}")
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


for label, call in {
    "expand": lambda: expand((x + y) ** 4 * (x - 1)), "factor": lambda: factor(x ** 6 - y ** 6),
    "simplify": lambda: simplify((x ** 3 + x ** 2 - x - 1) / (x ** 2 + 2 * x + 1)),
    "trig": lambda: [trigsimp(sin(x) ** 4 + 2 * sin(x) ** 2 * cos(x) ** 2 + cos(x) ** 4), expand_trig(sin(x + y)), simplify(tan(x) * cos(x))],
    "collect": lambda: collect(x * y + x - 3 + 2 * x ** 2 - z * x ** 2 + x ** 3, x),
    "apart": lambda: apart((4 * x ** 3 + 21 * x ** 2 + 10 * x + 12) / (x ** 4 + 5 * x ** 3 + 5 * x ** 2 + 4 * x)),
    "cancel": lambda: cancel((x ** 2 + 2 * x + 1) / (x ** 2 + x)),
    "radsimp": lambda: [radsimp(1 / (sqrt(3) + sqrt(2))), sqrtdenest(sqrt(5 + 2 * sqrt(6))), nsimplify(0.333333333, tolerance=1e-6), powsimp(x ** y * x ** z), logcombine(log(n) + log(k))],
    "diff": lambda: [diff(sin(x) * exp(x), x), diff(x ** x, x), diff(f(x) * x, x, 2), Derivative(x ** 3 * y, x, y).doit(), diff(atan(x / y), y)],
    "integrate": lambda: [integrate(x * exp(-x), x), integrate(exp(-x ** 2), (x, -oo, oo)), integrate(1 / (x ** 3 + 1), x), integrate(sin(x) ** 2, (x, 0, pi)), integrate(log(x), x), integrate(x ** 2 * sin(x), x), integrate(1 / sqrt(1 - x ** 2), x)],
    "limit": lambda: [limit(sin(x) / x, x, 0), limit((1 + 1 / x) ** x, x, oo), limit(1 / x, x, 0, "-"), limit((cos(x) - 1) / x ** 2, x, 0)],
    "series": lambda: [series(exp(sin(x)), x, 0, 6), series(1 / (1 - x), x, 0, 4), log(1 + x).series(x, 0, 5).removeO(), series(tan(x), x, pi / 4, 3)],
    "sum": lambda: [summation(k ** 2, (k, 1, n)), summation(1 / k ** 2, (k, 1, oo)), product(k, (k, 1, 5)), Sum(2 ** -k, (k, 0, oo)).doit()],
    "solve": lambda: [solve(x ** 3 - 6 * x ** 2 + 11 * x - 6, x), solve([x + y - 3, x * y - 2], [x, y]), solve(x ** 2 + 1), solveset(sin(x) - 1, x, S.Reals), solve(exp(x) - y, x), linsolve([x + y + z - 6, x - y, z - 3], x, y, z), nonlinsolve([x ** 2 - 1, y - x], [x, y]), solve_univariate_inequality(x ** 2 < 4, x), reduce_inequalities([x > 1, x < 3]), nsolve(cos(x) - x, 1)],
    "dsolve": lambda: [dsolve(f(x).diff(x) - f(x)), dsolve(f(x).diff(x, 2) + f(x), f(x)), dsolve(f(x).diff(x) - x * f(x), f(x), ics={f(0): 2}), rsolve(f(n + 1) - 2 * f(n), f(n), {f(0): 1}) if False else ""],
    "transform": lambda: [laplace_transform(sin(t), t, x, noconds=True), fourier_series(x, (x, -pi, pi)).truncate(3)],
    "matrix": lambda: (lambda M: [M.det(), M.inv(), M.eigenvals(), M.rref(), M.T * M, M.charpoly(x).as_expr(), M.rank(), M ** 3, M.trace(), M.LUdecomposition()[0]])(Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]]).subs(0, 0)[:2, :2]),
    "matrix2": lambda: [Matrix([[1, 2], [3, 4]]).eigenvects(), Matrix([[x, 1], [1, x]]).det(), eye(2) + ones(2), Matrix([[1, 1], [0, 1]]).jordan_form(), Matrix([1, 2, 3]).cross(Matrix([4, 5, 6])), Matrix([[1, 2], [2, 4]]).nullspace(), GramSchmidt([Matrix([1, 1]), Matrix([1, 0])]), Matrix(2, 2, lambda i, j: i + j), diag(1, 2).exp(), hessian(x ** 2 * y, (x, y)), Matrix([x * y, y]).jacobian([x, y]), MatrixSymbol("A", 2, 3).T.shape],
    "poly": lambda: [Poly(x ** 3 - 2 * x + 1, x), div(x ** 3 - 1, x - 2), gcd(x ** 2 - 1, x ** 2 - 2 * x + 1), resultant(x ** 2 - 1, x - 3), discriminant(x ** 2 + y * x + 1, x), roots(x ** 4 - 1), factor_list(x ** 4 + 4), groebner([x ** 2 + y, x * y - 1], x, y, order="lex"), Poly(x ** 5 - x - 1).nroots(n=8), real_roots(x ** 3 - x), factor(x ** 4 + 1, modulus=5), interpolate([1, 4, 9], x), sqf_list(x ** 3 * (x + 1) ** 2), cyclotomic_poly(12, x), minimal_polynomial(sqrt(2) + sqrt(3), x), Poly(x ** 2 + y, x, y).terms(), rem(x ** 4, x ** 2 + 1), count_roots(x ** 3 - x)],
    "number": lambda: [factorint(2 ** 64 - 1), isprime(2 ** 89 - 1), nextprime(10 ** 12), totient(360), divisors(60), primerange(10, 30) and list(primerange(10, 30)), gcdex(12, 8), mod_inverse(3, 11), binomial(50, 25), factorial(30), fibonacci(100), bernoulli(20), catalan(10), harmonic(10), partition(100), continued_fraction(sqrt(7)), primitive_root(23), sqrt_mod(5, 11), jacobi_symbol(2, 15), discrete_log(41, 15, 7), crt([3, 5], [2, 3]) if "crt" in globals() else "", diophantine(x * 3 + y * 5 - 1), perfect_power(1024), multiplicity(2, 96)],
    "evalf": lambda: [pi.evalf(60), N(sqrt(2) + E, 30), (sin(1) ** 2 + cos(1) ** 2).n(), Rational(1, 3) + Rational(1, 6), Float("1.1", 20), nsimplify(pi, tolerance=0.01), zeta(3).n(20), gamma(Rational(1, 2)), erf(1).n(15), besselj(0, 1).n(15), polylog(2, 0.5), exp(I * pi), (1 + I) ** 8, re(sqrt(I)), Abs(3 + 4 * I), arg(1 + I), LambertW(1).n(), EulerGamma.n(30), hyper((1,), (2,), 0.5).n(10), integrate(exp(-x ** 2), (x, 0, 1)).n(20), Integral(sin(x) / x, (x, 0, 1)).evalf()],
    "subs": lambda: [(x ** 2 + y).subs({x: 2, y: z}), (x + sin(x)).replace(sin, cos), (x * y).xreplace({x: y}), (sin(x) + 1).rewrite(exp), expand(cos(3 * x), trig=True), (x ** 2 + 1).has(x ** 2), (x + y).free_symbols == {x, y}, (x ** 2 * y).as_independent(x), sorted((x + y * z).atoms(Symbol), key=str), Wild("a").matches(x), (x ** 2).match(Wild("p") ** Wild("q")), cse([sin(x + y) + cos(x + y), (x + y) ** 2]), lambdify([x, y], x ** 2 + sin(y))(3, 0), srepr(x ** 2 + 1), preorder_traversal(x + 1).__next__(), count_ops(x ** 2 + sin(x) / y)],
    "logic": lambda: [simplify_logic("(a & b) | (a & ~b)"), to_cnf(x | (y & z)), satisfiable((x | y) & ~x), Piecewise((x, x > 0), (0, True)).subs(x, -1), piecewise_fold(x * Piecewise((1, x > 0), (2, True))), Implies(x, y).to_nnf(), Xor(x, y, True), ask(Q.even(2 * n)), And(x > 1, x < 3).as_set(), truth_table(x & y, [x, y]) and [str(r) for r in truth_table(x & y, [x, y])], SOPform([x, y], [[1, 0], [1, 1]]), Eq(x, x), Ne(x, 1), (x > 3) & (x > 5), refine(sqrt(x ** 2), Q.positive(x))],
    "sets": lambda: [Interval(0, 2).union(Interval.open(1, 5)), Interval(0, 3) & FiniteSet(1, 2, 7), S.Reals - Interval(0, 1), ImageSet(Lambda(n, n ** 2), S.Naturals).contains(16), Range(0, 10, 3), ProductSet(FiniteSet(1, 2), FiniteSet(3)), Interval(0, oo).measure, ConditionSet(x, x > 1, S.Integers), imageset(x, 2 * x, S.Integers), FiniteSet(1, 2).powerset(), solveset(x ** 2 - 4 > 0, x, S.Reals), S.Integers.intersect(Interval(-1, 1))],
    "parse": lambda: [sympify("x**2 + sin(pi/3)"), parse_expr("2 x y^2".replace("^", "**"), transformations=standard_transformations + (implicit_multiplication_application,)), S("1/3") + S("0.5"), sympify("[1, {x: 2}]"), parse_expr("f(x)!", local_dict={"f": f}) if False else "", sympify("Matrix([[1,2]])")],
    "bad": lambda: sympify("x +* 2"), "bad2": lambda: Matrix([[1, 2]]) * Matrix([[1, 2]]), "bad3": lambda: Matrix([[1, 1], [1, 1]]).inv(),
    "bad4": lambda: solve(f(x) - sin(x) * f(y), 3), "bad5": lambda: bool(x > y), "bad6": lambda: Symbol(3), "bad7": lambda: integrate(x, 5),
    "bad8": lambda: int(x), "zero": lambda: [1 / S(0), S(0) / 0, oo - oo, zoo * 2, nan == nan],
    "latex": lambda: [latex(Integral(sqrt(1 / x), x)), latex(Matrix([[1, x ** 2]])), latex(Sum(k ** -2, (k, 1, oo))), latex(Derivative(f(x), x)), mathml(x + 1), ccode(x ** 2 + Piecewise((1, x > 0), (2, True))), fcode(sin(x) ** 2).strip(), pycode(sqrt(x) + pi), octave_code(Matrix([[x, 1]])), jscode(Abs(x)), dotprint(x + 1)[:40], str(Rational(-3, 4) * x), octave_code(x ** 2), rust_code(x ** 2), glsl_code(sin(x))],
    "perm": lambda: [Permutation([2, 0, 1]) * Permutation([1, 0, 2]), Permutation(0, 1, 2)(3, 4).order(), PermutationGroup(Permutation(0, 1, 2, 3), Permutation(0, 1)).order(), PermutationGroup(Permutation(0, 1, 2)).is_abelian, Permutation([1, 2, 0]).cyclic_form, Permutation.unrank_lex(4, 10).array_form],
    "geometry": lambda: [Circle(Point(0, 0), 5).intersection(Line(Point(0, 0), Point(1, 1))), Triangle(Point(0, 0), Point(3, 0), Point(0, 4)).incircle.radius, Polygon((0, 0), (1, 0), (1, 1), (0, 1)).area, Line(Point(0, 0), slope=2).equation(), Point(1, 2).distance(Point(4, 6)), Segment((0, 0), (2, 2)).midpoint, Ellipse(Point(0, 0), 3, 2).eccentricity, convex_hull((0, 0), (1, 1), (2, 0), (1, S(1) / 2)), Plane(Point(1, 1, 1), normal_vector=(1, 0, 0)).equation()],
    "units": lambda: [convert_to(72 * kilometer / hour, [meter, second]), Expect(Die("D", 6)), variance(Normal("N", 0, 2)), Prob(Die("D", 6) > 4), density(Die("D", 3)).dict],
    "tensor": lambda: [tensorproduct([1, 2], [3, 4]), LeviCivita(1, 2, 3), KroneckerDelta(1, 2), Array([[1, 2], [3, 4]]).applyfunc(lambda v: v * x), DiracDelta(x).simplify(), Heaviside(-1), Quaternion(1, 2, 3, 4) * Quaternion(0, 1, 0, 0) if "Quaternion" in globals() else "", derive_by_array(x * y, [x, y])],
}.items():
    show(label, call)
for expression in [Integral(sqrt(1 / x), (x, 0, oo)), Matrix([[1, x / y], [sqrt(2), 3]]), Sum(k ** 2 / factorial(k), (k, 1, n)),
    Limit(sin(x) / x, x, 0), Eq(f(x).diff(x, 2), exp(-x ** 2) / (1 + x)), Piecewise((x ** 2, x < 0), (sqrt(x), True)), {x: [1, Rational(1, 2)]},
    Interval(0, 1) * FiniteSet(2), Product(1 + 1 / k, (k, 1, n)), Union(Interval(0, x), {3})]:
    pprint(expression, use_unicode=True)
    print(pretty(expression, use_unicode=False))
