package io.nutgraf.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** The mapped columns of each Parquet file as JSON; empty for a file that is to be rejected. */
record LookAtFiles(
    Broadcast<byte[][]> tasks, Broadcast<SerializableConfiguration> hadoop, ReadOptions options)
    implements MapPartitionsFunction<Long, String> {

  @Override
  public Iterator<String> call(Iterator<Long> numbers) throws IOException {
    List<Split> splits = new ArrayList<>();
    while (numbers.hasNext()) {
      splits.addAll(TaskList.unpack(tasks.value()[numbers.next().intValue()]));
    }
    ParquetProbe probe =
        new ParquetProbe(hadoop.value().value(), new ColumnMapping(options.columns()));
    return splits.stream().map(split -> look(probe, split.file())).iterator();
  }

  private static String look(ParquetProbe probe, InputFile file) {
    try {
      return probe.check(file).json();
    } catch (RejectedException e) {
      return ""; // Why is found again, with the bytes, when its record is written.
    } catch (IOException e) {
      throw new UncheckedIOException(
          "File %s cannot be read (%s); see to the storage and run again"
              .formatted(file.path(), e.getMessage()),
          e);
    }
  }
}
