"""Reads the exported GEXF and GraphML back with networkx and compares them with the CSV.

Usage: check_exports.py NETWORK.gexf NETWORK.graphml CSV_FOLDER
"""

import csv
import sys
from pathlib import Path

import networkx as nx

FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r")


def cell(text):
    """A cell as it was before formulas were made text."""
    return text[1:] if text.startswith(FORMULA) else text


def rows(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return [{k: cell(v) for k, v in row.items()} for row in csv.DictReader(lines)]


def compare(name, graph, nodes, edges):
    assert not graph.is_directed() and not graph.is_multigraph(), f"{name}: not a simple graph"
    expected_nodes = {row["Id"]: row["Label"] for row in nodes}
    found_nodes = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert found_nodes == expected_nodes, f"{name}: nodes differ"
    expected_edges = {}
    for row in edges:
        assert row["Type"] == "Undirected"
        pair = frozenset((row["Source"], row["Target"]))
        assert len(pair) == 2 and pair not in expected_edges, f"a pair twice: {pair}"
        expected_edges[pair] = (
            float(row["Weight"]),
            int(row["n_raw"]),
            float(row["g2"]) if row["g2"] else None,
        )
    found_edges = {
        frozenset((a, b)): (float(data["weight"]), data["n_raw"], data.get("g2"))
        for a, b, data in graph.edges(data=True)
    }
    assert found_edges == expected_edges, f"{name}: edges differ"
    print(f"{name}: {len(found_nodes)} nodes and {len(found_edges)} edges as in the CSV")


def main(gexf, graphml, folder):
    nodes = rows(Path(folder) / "nodes.csv")
    edges = rows(Path(folder) / "edges.csv")
    assert edges, "the network has no edges"
    compare("GEXF", nx.read_gexf(gexf), nodes, edges)
    compare("GraphML", nx.read_graphml(graphml), nodes, edges)


if __name__ == "__main__":
    main(*sys.argv[1:])
