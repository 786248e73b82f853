package io.nutgraf.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Runs the planned tasks: one partition each, numbered as planned. */
record ReadSplits(ReadOptions options) {

  /**
   * Reads when the result is used.
   *
   * @return rows of {@link RecordRows#SCHEMA}
   */
  Dataset<Row> apply(SparkSession spark, List<List<Split>> tasks) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<byte[][]> packed = context.broadcast(TaskList.pack(tasks));
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return spark
        .range(0, tasks.size(), 1, Math.max(1, tasks.size()))
        .mapPartitions(new ReadTask(packed, hadoop, options), Encoders.row(RecordRows.SCHEMA));
  }

  private record ReadTask(
      Broadcast<byte[][]> tasks, Broadcast<SerializableConfiguration> hadoop, ReadOptions options)
      implements MapPartitionsFunction<Long, Row> {

    @Override
    public Iterator<Row> call(Iterator<Long> numbers) throws IOException {
      List<Split> splits = new ArrayList<>();
      while (numbers.hasNext()) {
        splits.addAll(TaskList.unpack(tasks.value()[numbers.next().intValue()]));
      }
      TaskRows rows =
          new TaskRows(splits.iterator(), new SplitOpener(hadoop.value().value(), options));
      TaskContext.get()
          .addTaskCompletionListener(
              task -> {
                rows.closeQuietly();
              });
      return rows;
    }
  }
}
