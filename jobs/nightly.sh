#!/usr/bin/env bash
# One night by spark-submit, for whatever schedules it:
#   jobs/nightly.sh --date 2024-05-01
#   jobs/nightly.sh --master yarn --deploy-mode cluster --date 2024-05-01 --keep-snapshots 30
#
# For spark-submit, as arguments or from the environment:
#   --master, NUTGRAF_MASTER            yarn, spark://HOST:7077, k8s://https://HOST:443, local[*]
#   --deploy-mode, NUTGRAF_DEPLOY_MODE  client (default) or cluster
#   --conf NAME=VALUE, --properties-file FILE, --packages COORDINATES, --name NAME, --queue NAME,
#   --driver-memory, --driver-cores, --executor-memory, --executor-cores, --num-executors,
#   --total-executor-cores, --driver-java-options
#   NUTGRAF_CONFIG  options of the run, default jobs/nightly.conf
#   NUTGRAF_JAR     default nutgraf.jar beside jobs/, or target/nutgraf.jar
#   SPARK_HOME      default: the spark-submit of the PATH
# In cluster mode jar and configuration are read where the driver runs; YARN is sent the
# configuration. All other arguments go to nutgraf run.
#
# The night is never guessed: without --date this ends with 2. In client mode the exit code is that
# of the run. In cluster mode it is not: there only run.json tells.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
submit="${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit"
master="${NUTGRAF_MASTER:-}"
deploy_mode="${NUTGRAF_DEPLOY_MODE:-client}"
config="${NUTGRAF_CONFIG:-$home/jobs/nightly.conf}"
jar="${NUTGRAF_JAR:-$home/nutgraf.jar}"
if [ -z "${NUTGRAF_JAR:-}" ] && [ ! -f "$jar" ]; then jar="$home/target/nutgraf.jar"; fi

spark=()
options=()
night=""
while [ $# -gt 0 ]; do
  case "$1" in
    --master=* | --deploy-mode=* | --config=* | --date=* | --conf=* | --properties-file=* | \
      --packages=* | --name=* | --queue=* | --driver-memory=* | --driver-cores=* | \
      --executor-memory=* | --executor-cores=* | --num-executors=* | --total-executor-cores=* | \
      --driver-java-options=*)
      set -- "${1%%=*}" "${1#*=}" "${@:2}"
      ;;
  esac
  case "$1" in
    --master) master="${2-}" ;;
    --deploy-mode) deploy_mode="${2-}" ;;
    --conf | --properties-file | --packages | --name | --queue | --driver-memory | \
      --driver-cores | --executor-memory | --executor-cores | --num-executors | \
      --total-executor-cores | --driver-java-options)
      spark+=("$1" "${2-}")
      ;;
    --config) config="${2-}" ;;
    --date) night="${2-}" ;;
    *)
      options+=("$1")
      shift
      continue
      ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done

if ! [[ "$night" =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]]; then
  echo "nightly.sh: which night? Give --date YYYY-MM-DD, UTC" >&2
  exit 2
fi

if [ "$deploy_mode" = cluster ]; then
  # Standalone masters answer at once otherwise; the others wait by default.
  spark+=(--conf spark.standalone.submit.waitAppCompletion=true)
  if [ "$master" = yarn ]; then
    spark+=(--files "$config")
    config=$(basename "$config")
  fi
  echo "nightly.sh: in cluster mode the exit code is not that of the run. What tells is \"status\"" \
    "in WAREHOUSE/runs/*-night-$night-*/run.json" >&2
else
  export LOG4J_CONFIGURATION_FILE="${LOG4J_CONFIGURATION_FILE:-$home/jobs/log4j2-json.properties}"
fi

exec "$submit" ${master:+--master "$master"} --deploy-mode "$deploy_mode" \
  --conf spark.log.structuredLogging.enabled=true "${spark[@]}" \
  --class io.nutgraf.cli.Nutgraf "$jar" \
  run --config "$config" --date "$night" "${options[@]}"
