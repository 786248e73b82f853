#!/usr/bin/env bash
# Night after night from one date to another, both included, stopping at the first that fails:
#   jobs/backfill.sh 2024-05-01 2024-05-31
#   jobs/backfill.sh 2024-05-01 2024-05-31 --master yarn --input 'hdfs:///news/{date}'
# Everything after the dates goes to nightly.sh. A night that is there already is replaced, and the
# order of nights does not matter to what comes out; snapshots are made with the last night alone.
# Each night has a driver of its own: nutgraf run --from D --to D does the same in one. In cluster
# mode a failure may not show in the exit code, so use client mode here. Needs GNU date.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
day_of() { [[ "$1" =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] && date -u -d "$1" +%F; }

if [ $# -lt 2 ] || ! night=$(day_of "$1") || ! last=$(day_of "$2") || [[ "$night" > "$last" ]]; then
  echo "backfill.sh: give the first and the last night, for example 2024-05-01 2024-05-31" >&2
  exit 2
fi
shift 2

while ! [[ "$night" > "$last" ]]; do
  echo "backfill.sh: night $night" >&2
  snapshots=()
  if [ "$night" != "$last" ]; then snapshots=(--snapshots=false); fi
  code=0
  "$here/nightly.sh" --date "$night" "${snapshots[@]}" "$@" || code=$?
  if [ "$code" -ne 0 ]; then
    echo "backfill.sh: night $night ended with $code; nights from $night to $last are left" >&2
    exit "$code"
  fi
  night=$(date -u -d "$night + 1 day" +%F)
done
