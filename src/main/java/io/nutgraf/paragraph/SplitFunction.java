package io.nutgraf.paragraph;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.nutgraf.table.SplitArticles;
import io.nutgraf.text.ParagraphBreak;
import io.nutgraf.text.ParagraphScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code split_paragraphs(text, break)}: the paragraphs of a text with their hashes. */
public final class SplitFunction extends CatalogFunction<ArrayData> {
  static final String NAME = "split_paragraphs";

  private static final ThreadLocal<ParagraphScanner> SCANNER =
      ThreadLocal.withInitial(ParagraphScanner::new);

  private record Hash(long h1, long h2) {}

  SplitFunction() {
    super(
        NAME,
        "(text, 'auto' | 'lines' | 'blank_lines'): paragraphs of a text with their hashes",
        createArrayType(SplitArticles.PART, false),
        StringType,
        StringType);
  }

  /** Called by generated code; Spark passes no null here. */
  public static ArrayData invoke(UTF8String text, UTF8String paragraphBreak) {
    ParagraphScanner scanner = SCANNER.get();
    scanner.start(text.getBytes(), breakOf(paragraphBreak));
    List<Object> parts = new ArrayList<>();
    Set<Hash> seen = new HashSet<>();
    while (scanner.advance()) {
      boolean isRepeated = !seen.add(new Hash(scanner.h1(), scanner.h2()));
      parts.add(
          new GenericInternalRow(
              new Object[] {
                parts.size(),
                scanner.words(),
                isRepeated,
                scanner.h1(),
                scanner.h2(),
                scanner.spelling()
              }));
    }
    return new GenericArrayData(parts.toArray());
  }

  static ParagraphBreak breakOf(UTF8String name) {
    return ParagraphBreak.valueOf(name.toString().toUpperCase(Locale.ROOT));
  }
}
