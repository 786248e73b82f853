package io.nutgraf.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the mapped columns of a Parquet file once to nothing, page checksums checked, so that a
 * damaged file is known before its first row is taken. Holds one row group of those columns.
 */
final class ParquetProbe {
  private final Configuration hadoop;
  private final ColumnMapping mapping;

  ParquetProbe(Configuration hadoop, ColumnMapping mapping) {
    this.hadoop = hadoop;
    this.mapping = mapping;
  }

  /**
   * @return the mapped columns that the file has, with the types to read them as
   * @throws RejectedException if the file cannot be read, or not as articles
   */
  StructType check(InputFile file) throws IOException, RejectedException {
    HadoopInputFile stored = HadoopInputFile.fromPath(new Path(file.path()), hadoop);
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            stored, HadoopReadOptions.builder(hadoop).usePageChecksumVerification(true).build())) {
      MessageType found = reader.getFileMetaData().getSchema();
      MessageType wanted = project(found);
      StructType columns = ParquetTypes.of(wanted, mapping);
      readAll(reader, found, wanted);
      return columns;
    } catch (IOException | RuntimeException e) {
      throw new RejectedException(
          Reason.DAMAGED_PARQUET,
          "%s. None of it was read; get it again".formatted(e.getMessage()));
    }
  }

  private MessageType project(MessageType found) throws RejectedException {
    List<String> columns = found.getFields().stream().map(Type::getName).toList();
    if (mapping.find(Field.TEXT, columns).isEmpty()) {
      throw new RejectedException(
          Reason.BAD_HEADER,
          "the file has no column %s; found are %s. Map the right one to text"
              .formatted(mapping.textName(), columns));
    }
    List<Type> wanted =
        mapping.names().stream().filter(columns::contains).map(found::getType).toList();
    for (Type type : wanted) {
      String name = type.getName().toLowerCase(Locale.ROOT);
      if (columns.stream().filter(other -> other.toLowerCase(Locale.ROOT).equals(name)).count()
          > 1) {
        throw new RejectedException(
            Reason.BAD_HEADER, "two columns are named %s but for their case".formatted(name));
      }
    }
    return new MessageType(found.getName(), wanted);
  }

  private static void readAll(ParquetFileReader reader, MessageType found, MessageType wanted)
      throws IOException {
    reader.setRequestedSchema(wanted);
    MessageColumnIO columns = new ColumnIOFactory().getColumnIO(wanted, found);
    for (PageReadStore rows = reader.readNextRowGroup();
        rows != null;
        rows = reader.readNextRowGroup()) {
      RecordReader<Group> records = columns.getRecordReader(rows, new GroupRecordConverter(wanted));
      for (long i = 0; i < rows.getRowCount(); i++) {
        records.read();
      }
    }
  }
}
