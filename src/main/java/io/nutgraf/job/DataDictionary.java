package io.nutgraf.job;

import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructField;

/** The meaning of every published column, in Markdown. */
public final class DataDictionary {
  private DataDictionary() {}

  public static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Tables\n\n");
    text.append("Made from the code by `nutgraf schema`; a test keeps it so.\n");
    append(
        text,
        "Facts",
        "A function of one night's input; `date` is the night in which the article arrived.",
        Tables.FACTS);
    append(
        text,
        "Snapshots",
        "A function of all facts; `date` is the newest night among them.",
        Tables.SNAPSHOTS);
    return text.toString();
  }

  private static void append(StringBuilder text, String title, String meaning, List<Table> tables) {
    text.append("\n## ").append(title).append("\n\n").append(meaning).append('\n');
    for (Table table : tables) {
      text.append("\n### ").append(table.name()).append("\n\n");
      text.append("A row is ").append(table.row()).append(". Key: ");
      text.append(String.join(", ", table.key())).append(".\n\n");
      text.append("| column | type | meaning |\n|---|---|---|\n");
      for (StructField column : table.schema().fields()) {
        text.append(
            "| %s | %s | %s |\n"
                .formatted(column.name(), typeOf(column), column.getComment().get()));
      }
    }
  }

  private static String typeOf(StructField column) {
    return column.dataType().catalogString().toLowerCase(Locale.ROOT);
  }
}
