package io.nutgraf.cooccurrence;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.table.Marginals;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the sentences of each copy that name an actor, that name any, and all of them. Takes rows
 * of {@link NamingPlaces} that lie sorted by copy and place; holds the actors of one copy and the
 * sentences of one place.
 */
record CountInCopy() implements MapPartitionsFunction<Row, Row> {
  static final String SENTENCES = "sentences";

  static final StructType COLUMNS =
      new StructType()
          .add(NamingPlaces.IS_ARTICLE, DataTypes.BooleanType)
          .add(NamingPlaces.DAY, DataTypes.IntegerType)
          .add(Marginals.OF, DataTypes.StringType)
          .add(Marginals.ACTOR_ID, DataTypes.StringType)
          .add(SENTENCES, DataTypes.IntegerType);

  // Columns of NamingPlaces.
  private static final int IS_ARTICLE = 0;
  private static final int COPY_KEY = 1;
  private static final int PLACE = 2;
  private static final int DAY = 3;
  private static final int ACTOR = 4;
  private static final int SENTENCE = 5;
  private static final int AT_LEAST = 6;

  @Override
  public Iterator<Row> call(Iterator<Row> sortedPlaces) {
    return new Copies(sortedPlaces);
  }

  private static final class Copies extends ExpandedRows {
    private boolean isArticle;
    private String copy;
    private Integer day;
    private int all;
    private int naming;
    private final Map<String, Integer> namingByActor = new TreeMap<>();

    private long place;
    private final BitSet sentences = new BitSet();
    private final Map<String, BitSet> sentencesByActor = new HashMap<>();

    Copies(Iterator<Row> places) {
      super(places);
    }

    @Override
    protected void expand(Row row) {
      boolean article = row.getBoolean(IS_ARTICLE);
      String key = row.getString(COPY_KEY);
      if (!key.equals(copy) || article != isArticle) {
        end();
        isArticle = article;
        copy = key;
        day = row.getAs(DAY);
        place = row.getLong(PLACE);
      } else if (place != row.getLong(PLACE)) {
        endPlace();
        place = row.getLong(PLACE);
      }
      all = Math.max(all, row.getInt(AT_LEAST));
      if (!row.isNullAt(ACTOR)) {
        sentences.set(row.getInt(SENTENCE));
        sentencesByActor
            .computeIfAbsent(row.getString(ACTOR), actor -> new BitSet())
            .set(row.getInt(SENTENCE));
      }
    }

    private void endPlace() {
      naming = Math.max(naming, sentences.cardinality());
      sentencesByActor.forEach(
          (actor, found) -> namingByActor.merge(actor, found.cardinality(), Math::max));
      sentences.clear();
      sentencesByActor.clear();
    }

    @Override
    protected void end() {
      if (copy == null) {
        return;
      }
      endPlace();
      namingByActor.forEach((actor, n) -> give(counted(Marginals.OF_ACTOR, actor, n)));
      if (naming > 0) {
        give(counted(Marginals.OF_ANY_ACTOR, null, naming));
      }
      give(counted(Marginals.OF_ALL, null, all));
      namingByActor.clear();
      naming = 0;
      all = 0;
    }

    private Row counted(String of, String actor, int n) {
      return RowFactory.create(isArticle, day, of, actor, n);
    }
  }
}
