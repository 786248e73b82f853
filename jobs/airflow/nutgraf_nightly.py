"""Nutgraf, one run for each day, one at a time; days that were missed are made up.

The night is Airflow's logical date. The timetable is named, because Airflow 2 and 3 read a bare
cron expression differently: here the run at 03:00 is that of the day before, in both.
"""

from datetime import datetime, timezone

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.timetables.interval import CronDataIntervalTimetable

with DAG(
    dag_id="nutgraf_nightly",
    doc_md=__doc__,
    schedule=CronDataIntervalTimetable("0 3 * * *", timezone="UTC"),
    # The first night; those from there until today are run one after another.
    start_date=datetime(2024, 5, 1, 3, tzinfo=timezone.utc),
    catchup=True,
    # A second run would find the warehouse locked and end with 4.
    max_active_runs=1,
):
    SparkSubmitOperator(
        task_id="run",
        # Master, queue and deploy mode are the connection's; client mode gives the exit code.
        conn_id="spark_default",
        application="/opt/nutgraf/nutgraf.jar",
        java_class="io.nutgraf.cli.Nutgraf",
        conf={"spark.log.structuredLogging.enabled": "true"},
        application_args=[
            "run",
            "--config",
            "/opt/nutgraf/jobs/nightly.conf",
            "--date",
            "{{ ds }}",
        ],
        # A failed check or missing input fails again; a person looks at run.json first.
        retries=0,
    )
