package io.nutgraf.cooccurrence;

import io.nutgraf.table.Units;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Pairs the actors of an article, with the set of clusters that name one of the two. */
record PairsOfArticle() implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> articles) {
    Iterable<Row> each = () -> articles;
    return java.util.stream.StreamSupport.stream(each.spliterator(), /* parallel= */ false)
        .flatMap(article -> pairs(article).stream())
        .iterator();
  }

  private static List<Row> pairs(Row article) {
    List<Row> actors = article.getList(article.fieldIndex("actors"));
    List<long[]> keys = actors.stream().map(actor -> longs(actor.getSeq(1))).toList();
    List<Row> pairs = new ArrayList<>(actors.size() * (actors.size() - 1) / 2);
    for (int a = 0; a < actors.size(); a++) {
      for (int b = a + 1; b < actors.size(); b++) {
        pairs.add(
            RowFactory.create(
                Units.ARTICLE_UNIT,
                actors.get(a).get(0),
                actors.get(b).get(0),
                article.getAs(PairedUnits.COPY_KEY),
                article.getAs(PairedUnits.OCCURRENCE),
                article.getAs(PairedUnits.DAY),
                article.getAs(PairedUnits.COPY_DAY),
                actors.size(),
                article.getAs(PairedUnits.SOURCE_KEY),
                keyOfUnion(keys.get(a), keys.get(b))));
      }
    }
    return pairs;
  }

  /** A hash of the union of two sorted sets. */
  static long keyOfUnion(long[] left, long[] right) {
    long hash = 0;
    int i = 0;
    int j = 0;
    while (i < left.length || j < right.length) {
      long next;
      if (j == right.length || (i < left.length && left[i] <= right[j])) {
        next = left[i++];
        if (j < right.length && right[j] == next) {
          j++;
        }
      } else {
        next = right[j++];
      }
      hash = mix(hash ^ next);
    }
    return hash;
  }

  /** The finalizer of MurmurHash3 (A. Appleby, 2011) on top of an odd constant. */
  private static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  private static long[] longs(Seq<Long> values) {
    return CollectionConverters.asJava(values).stream().mapToLong(Long::longValue).toArray();
  }
}
