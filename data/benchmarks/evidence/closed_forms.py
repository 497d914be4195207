"""Writes the own evidence cases: made-up data whose answers follow from the closed forms beside them.

Python's standard library only; run in this folder: python3 closed_forms.py
"""
import json
import os
from math import erfc, log, sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
T2 = 2 * 0.475 / sqrt(2 * 0.975 * 0.025)          # 97.5 % quantile of t with 2 degrees: 2(p − ½)/√(2p(1 − p))


def two_sided(z):
    return erfc(abs(z) / sqrt(2))


def table(name, header, rows):
    os.makedirs("data", exist_ok=True)
    with open(f"data/{name}.csv", "w", encoding="utf-8", newline="\n") as f:
        f.write(",".join(header) + "\n")
        f.writelines(",".join(str(x) for x in row) + "\n" for row in rows)


def cases(name, rows, description, task, items):
    os.makedirs("cases", exist_ok=True)
    document = {
        "schema": "evidence-cases/1",
        "dataset": {"name": name, "csv": f"data/{name}.csv", "rows": rows, "source": "made up for this project",
                    "licence": "CC0 1.0", "description": description},
        "task": task,
        "cases": [{"id": i, "task": task, "options": o, "expected": e, "rel_tol": t, "note": n} for i, o, e, t, n in items],
    }
    with open(f"cases/{name}--{task}.json", "w", encoding="utf-8", newline="\n") as f:
        json.dump(document, f, indent=1, ensure_ascii=False)
        f.write("\n")


def mean_of_three(tau2):
    """0, 2, 4 with variance 1 each: mean 2, weights equal, Q = 8."""
    se = sqrt((1 + tau2) / 3)
    return {"k": 3, "beta": [2], "se": [se], "stat": [2 / se], "pval": [two_sided(2 / se)],
            "ci_lb": [2 - Z * se], "ci_ub": [2 + Z * se], "tau2": tau2, "QE": 8, "QE_df": 2}


# Equal variances v: every moment rule and REML give s² − v = 4 − 1; ML and Hunter-Schmidt give (k − 1)s²/k − v = 5/3.
table("three-equal-variances", ["study", "effect", "variance"], [(1, 0, 1), (2, 2, 1), (3, 4, 1)])
effects = {"yi": "effect", "vi": "variance"}
knha = mean_of_three(3)
SE = sqrt(4 / 3)                                  # Σ w r²/(k − 1) = 1, so the Knapp-Hartung scale is 1
knha |= {"pval": [1 - (2 / SE) / sqrt(2 + (2 / SE) ** 2)], "ci_lb": [2 - T2 * SE], "ci_ub": [2 + T2 * SE], "ddf": 2,
         "heterogeneity_ci": {"Q_profile": {"tau2": [8 / (-2 * log(0.025)) - 1, 8 / (-2 * log(0.975)) - 1]}}}    # 8/(1 + τ²) = χ²₂
cases("three-equal-variances", 3, "effects 0, 2, 4, all with variance 1", "univariate",
      [(f"{m}-z", effects | {"tau2_method": m, "test": "z", "level": 0.95},
        mean_of_three(t) | ({"I2_percent": 75, "H2": 4} if t in (0, 3) else {"I2_percent": 62.5, "H2": 8 / 3}), 1e-10,
        "with equal variances: " + n)
       for m, t, n in [("EE", 0, "Q = 8, I² = (Q − 2)/Q, H² = Q/2")]
       + [(m, 3, "τ² = s² − v = 3") for m in ("DL", "HE", "PM", "REML", "EB")]
       + [(m, 5 / 3, "τ² = 2s²/3 − v = 5/3") for m in ("ML", "HS")]]
      + [("REML-knha", effects | {"tau2_method": "REML", "test": "knha"}, knha, 1e-10, "t with 2 degrees in closed form")])

# A variance of 0 would be an infinite weight: a refusal is the right answer.
table("no-variance", ["effect", "variance"], [(1, 0), (2, 0)])
cases("no-variance", 2, "effects 1 and 2 without variance", "univariate",
      [("DL", effects | {"tau2_method": "DL", "test": "z"}, {"error": True}, 1e-10, "must be refused")])

# Two studies: every estimator gives ((y₁ − y₂)² − v₁ − v₂)/2 = 3.
table("two-studies", ["effect", "variance"], [(0, 1), (3, 2)])
weight = 1 / 4 + 1 / 5
two = {"k": 2, "beta": [(3 / 5) / weight], "se": [sqrt(1 / weight)], "tau2": 3, "QE": 3, "weights_percent": [500 / 9, 400 / 9]}
cases("two-studies", 2, "effects 0 and 3 with variances 1 and 2", "univariate",
      [(m, effects | {"tau2_method": m, "test": "z"}, two, 1e-10, "τ² = (9 − 3)/2; weights 1/4 and 1/5")
       for m in ("DL", "HE", "REML", "PM", "EB")])

# Two 2 × 2 tables.
TABLES = [(10, 10, 5, 15), (20, 20, 8, 32)]
table("two-tables", ["ai", "bi", "ci", "di"], TABLES)
cells = {"ai": "ai", "bi": "bi", "ci": "ci", "di": "di"}
cases("two-tables", 2, "events and non-events in two groups, two trials", "escalc", [
    ("OR", {"measure": "OR"} | cells, {"yi": [log(a * d / (b * c)) for a, b, c, d in TABLES],
                                      "vi": [1 / a + 1 / b + 1 / c + 1 / d for a, b, c, d in TABLES]}, 1e-12, "ln(ad/bc), Σ 1/cell"),
    ("RR", {"measure": "RR"} | cells, {"yi": [log(a / (a + b) / (c / (c + d))) for a, b, c, d in TABLES],
                                      "vi": [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in TABLES]}, 1e-12,
     "ln of the ratio of risks"),
    ("RD", {"measure": "RD"} | cells, {"yi": [a / (a + b) - c / (c + d) for a, b, c, d in TABLES],
                                      "vi": [a * b / (a + b) ** 3 + c * d / (c + d) ** 3 for a, b, c, d in TABLES]}, 1e-12,
     "difference of risks"),
])
R = [a * d / (a + b + c + d) for a, b, c, d in TABLES]
S = [b * c / (a + b + c + d) for a, b, c, d in TABLES]
P = [(a + d) / (a + b + c + d) for a, b, c, d in TABLES]
r, s = sum(R), sum(S)
rbg = (sum(p * x for p, x in zip(P, R)) / (2 * r * r)
       + sum(p * y + (1 - p) * x for p, x, y in zip(P, R, S)) / (2 * r * s)
       + sum((1 - p) * y for p, y in zip(P, S)) / (2 * s * s))      # Robins, Breslow, Greenland 1986
cases("two-tables", 2, "events and non-events in two groups, two trials", "mantel-haenszel", [
    ("OR", {"measure": "OR"} | cells | {"level": 0.95}, {"k": 2, "estimate": log(r / s), "se": sqrt(rbg), "stat": log(r / s) / sqrt(rbg),
     "pval": two_sided(log(r / s) / sqrt(rbg)), "ci_lb": log(r / s) - Z * sqrt(rbg), "ci_ub": log(r / s) + Z * sqrt(rbg)}, 1e-10,
     "Σ ad/n over Σ bc/n with the variance of Robins, Breslow and Greenland")])
O, V = 0.0, 0.0
for a, b, c, d in TABLES:
    n1, n2, m, n = a + b, c + d, a + c, a + b + c + d
    O += a - n1 * m / n
    V += n1 * n2 * m * (n - m) / (n * n * (n - 1))
cases("two-tables", 2, "events and non-events in two groups, two trials", "peto", [
    ("OR", cells, {"k": 2, "estimate": O / V, "se": sqrt(1 / V), "stat": O / sqrt(V), "pval": two_sided(O / sqrt(V))}, 1e-10,
     "Σ(O − E)/ΣV with hypergeometric variances")])

# Signs: of the 16 ways to sign 1, 2, 3, 4 only two reach |sum| = 10.
table("four-signs", ["effect", "variance"], [(y, 1) for y in (1, 2, 3, 4)])
cases("four-signs", 4, "effects 1 to 4 with variance 1", "permutation", [
    ("EE-z", effects | {"mods": None, "tau2_method": "EE", "test": "z", "exact": True},
     {"permutations": 16, "observed_stat": [5], "pval": [0.125], "p_count": [2], "parametric_pval": [two_sided(5)]}, 1e-10,
     "mean 2.5, standard error ½; two of 16 sums are as far from 0")])
zs = sum((1, 2, 3, 4))
cases("four-signs", 4, "effects 1 to 4 with variance 1", "failsafe", [
    ("Rosenthal", effects | {"type": "Rosenthal", "alpha": 0.05},
     {"fsnum": -(-((zs / NormalDist().inv_cdf(0.95)) ** 2 - 4) // 1)}, 1e-10, "(Σz/z₀.₉₅)² − k, rounded up")])
