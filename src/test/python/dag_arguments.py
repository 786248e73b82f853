"""Prints the application_args of each operator in an Airflow DAG as JSON, without Airflow."""

import ast
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    tree = ast.parse(file.read(), sys.argv[1])
print(
    json.dumps(
        [
            ast.literal_eval(keyword.value)
            for call in ast.walk(tree)
            if isinstance(call, ast.Call)
            for keyword in call.keywords
            if keyword.arg == "application_args"
        ]
    )
)
