"""What PyPI's krippendorff, nltk and irrCAC make of tables of ratings: JSON in, JSON out.

Each table is a list of items, each item a list with one label (a number) or null for each coder. Labels stand for sets of
themes as well: the binary digits of the number are the members.
"""

import json
import sys

import krippendorff
import pandas
from irrCAC.raw import CAC
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, jaccard_distance, masi_distance

# irrCAC writes into a table that it made itself, and pandas says so each time.
pandas.options.mode.chained_assignment = None


def members(label):
    return frozenset(bit for bit in range(label.bit_length()) if label >> bit & 1)


def both_empty_are_equal(distance):
    """nltk divides by zero there."""
    return lambda one, other: 0.0 if not one and not other else distance(one, other)


def task(table, value, distance):
    rated = [item for item in table if sum(label is not None for label in item) > 1]
    data = [
        (str(coder), str(at), value(label))
        for at, item in enumerate(rated)
        for coder, label in enumerate(item)
        if label is not None
    ]
    if len({label for _, _, label in data}) < 2:
        raise ValueError("nltk calls it full agreement when only one answer was used; there is none to speak of")
    return AnnotationTask(data=data, distance=distance)


def alpha_of_krippendorff(table, level):
    by_coder = [[float("nan") if label is None else label for label in coder] for coder in zip(*table)]
    return krippendorff.alpha(reliability_data=by_coder, level_of_measurement=level)


def of_two(table):
    """nltk's view of the first two coders, over the items that both have coded."""
    both = [item[:2] for item in table if item[0] is not None and item[1] is not None]
    return task(both, int, binary_distance)


def of_gwet(table, coefficient):
    """irrCAC rounds as it is told, and calls it full agreement when only one answer was used. For its variance it has to have
    two items: each stands there twice, which no mean minds."""
    if len({label for item in table for label in item if label is not None}) < 2:
        raise ValueError("there is no agreement to speak of")
    raw = CAC(pandas.DataFrame(table * 2, dtype=float), digits=15)
    return float(getattr(raw, coefficient)()["est"]["coefficient_value"])


def or_none(compute):
    """None where a package gives up: that is where Postil has to say that there is no value."""
    try:
        value = compute()
    except (ValueError, ZeroDivisionError, AssertionError):
        return None
    return None if value != value else value


def values(table):
    sets = lambda distance: task(table, members, both_empty_are_equal(distance)).alpha()
    return {
        "alpha_nominal": or_none(lambda: alpha_of_krippendorff(table, "nominal")),
        "alpha_ordinal": or_none(lambda: alpha_of_krippendorff(table, "ordinal")),
        "alpha_nominal_nltk": or_none(lambda: task(table, int, binary_distance).alpha()),
        "cohen_kappa": or_none(lambda: of_two(table).kappa()),
        "scott_pi": or_none(lambda: of_two(table).pi()),
        "fleiss_kappa_generalised": or_none(lambda: of_gwet(table, "fleiss")),
        "gwet_ac1": or_none(lambda: of_gwet(table, "gwet")),
        "alpha_jaccard": or_none(lambda: sets(jaccard_distance)),
        "alpha_masi": or_none(lambda: sets(masi_distance)),
    }


json.dump([values(table) for table in json.load(sys.stdin)], sys.stdout)
