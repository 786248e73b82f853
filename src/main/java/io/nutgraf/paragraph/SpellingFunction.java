package io.nutgraf.paragraph;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.nutgraf.text.ParagraphScanner;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code paragraph_spellings(text, break, positions)}: the paragraphs at these ascending positions,
 * as they are written.
 */
public final class SpellingFunction extends CatalogFunction<ArrayData> {
  static final String NAME = "paragraph_spellings";

  private static final StructType SPELLING =
      new StructType()
          .add("paragraph", IntegerType)
          .add("h1", LongType)
          .add("h2", LongType)
          .add("spelling", LongType)
          .add("words", IntegerType)
          .add("text", StringType);

  private static final ThreadLocal<ParagraphScanner> SCANNER =
      ThreadLocal.withInitial(ParagraphScanner::new);

  SpellingFunction() {
    super(
        NAME,
        "(text, break, positions): the paragraphs at these positions",
        createArrayType(SPELLING, false),
        StringType,
        StringType,
        createArrayType(IntegerType));
  }

  /** Called by generated code; Spark passes no null here. */
  public static ArrayData invoke(UTF8String text, UTF8String paragraphBreak, ArrayData positions) {
    byte[] utf8 = text.getBytes();
    ParagraphScanner scanner = SCANNER.get();
    scanner.start(utf8, SplitFunction.breakOf(paragraphBreak));
    List<Object> spellings = new ArrayList<>(positions.numElements());
    for (int i = 0, p = 0; i < positions.numElements() && scanner.advance(); p++) {
      if (p == positions.getInt(i)) {
        i++;
        spellings.add(
            new GenericInternalRow(
                new Object[] {
                  p,
                  scanner.h1(),
                  scanner.h2(),
                  scanner.spelling(),
                  scanner.words(),
                  UTF8String.fromBytes(utf8, scanner.begin(), scanner.end() - scanner.begin())
                }));
      }
    }
    return new GenericArrayData(spellings.toArray());
  }
}
