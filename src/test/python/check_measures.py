"""Measures the exported pairs again with NLTK, from their counts alone.

Usage: check_measures.py CSV_FOLDER MIN_DISTINCT
"""

import csv
import math
import sys
from pathlib import Path

from nltk.metrics.association import BigramAssocMeasures as Nltk

MEASURES = ("lift", "pmi", "npmi", "dice", "logdice", "jaccard", "cosine", "phi", "g2")


def again(ab, a, b, n):
    counts = (ab, (a, b), n)
    pmi = Nltk.pmi(*counts)
    # Perfect association makes a cell of zero, which NLTK takes as almost zero.
    values = {
        "lift": 2**pmi,
        "pmi": pmi,
        "npmi": None if ab == n else pmi / -math.log2(ab / n),
        "dice": Nltk.dice(*counts),
        "logdice": 14 + math.log2(Nltk.dice(*counts)),
        "jaccard": Nltk.jaccard(*counts),
        "cosine": ab / math.sqrt(a * b),
    }
    sign = -1 if ab * n < a * b else 1
    if a < n and b < n:
        values["phi"] = sign * math.sqrt(Nltk.phi_sq(*counts))
        values["g2"] = sign * Nltk.likelihood_ratio(*counts)
    return values


def main(folder, min_distinct):
    measured = 0
    with open(Path(folder) / "edges.csv", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            ab, a, b, n = (int(row[c]) for c in ("n_distinct", "n_a", "n_b", "n"))
            assert ab <= min(a, b) and max(a, b) <= n, row
            if ab < int(min_distinct):
                assert all(row[m] == "" for m in MEASURES), row
                continue
            measured += 1
            for name, value in again(ab, a, b, n).items():
                if value is None:
                    assert row[name] == "", (name, row)
                else:
                    ours = float(row[name])
                    assert math.isclose(ours, value, rel_tol=1e-9, abs_tol=1e-9), (name, value, row)
    assert measured, "no pair was measured"
    print(f"{measured} pairs measured by NLTK, all values agree")


if __name__ == "__main__":
    main(*sys.argv[1:])
