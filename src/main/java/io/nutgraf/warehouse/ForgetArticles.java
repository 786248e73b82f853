package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unbase64;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Table;
import io.nutgraf.table.Texts;
import io.nutgraf.text.TakenDown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Takes articles out of the facts: every night that has one of them is staged again without it,
 * with the texts that no other article of that night has, and so is every quarantined record that
 * has one of them or one of the outlets as a whole field, as {@link TakenDown} reads it. A
 * paragraph that other articles have too stays, as it was written down.
 *
 * @param articleIds articles to take out
 * @param sources outlets whose articles are all taken out
 */
public record ForgetArticles(Set<String> articleIds, Set<String> sources) {
  private static final List<Table> BY_ARTICLE =
      List.of(Articles.TABLE, Paragraphs.TABLE, Mentions.TABLE, Evidence.TABLE);
  private static final String NIGHT = "date";

  public ForgetArticles {
    articleIds = Set.copyOf(articleIds);
    sources = Set.copyOf(sources);
  }

  /**
   * Stages the nights that change.
   *
   * @return rows taken out by table
   */
  public Map<String, Long> stage(PublishedTables published, StagedTables staged)
      throws IOException {
    Map<String, Long> removed = new TreeMap<>();
    Dataset<Row> forgotten =
        published
            .allNights(Articles.TABLE)
            .where(isAmong(Articles.ARTICLE_ID, articleIds).or(isAmong(Articles.SOURCE, sources)))
            .select(Articles.ARTICLE_ID)
            .distinct();
    Set<String> nights = new TreeSet<>();
    published
        .allNights(Articles.TABLE)
        .join(forgotten, new String[] {Articles.ARTICLE_ID}, "left_semi")
        .select(col(NIGHT).cast("string"))
        .distinct()
        .collectAsList()
        .forEach(row -> nights.add(row.getString(0)));
    for (Table table : BY_ARTICLE) {
      for (Manifest.Night night : among(published, table, nights)) {
        Dataset<Row> kept =
            rows(published, table, night)
                .join(forgotten, new String[] {Articles.ARTICLE_ID}, "left_anti");
        stage(table, night, kept, staged, removed);
      }
    }
    for (Manifest.Night night : among(published, Texts.TABLE, nights)) {
      Dataset<Row> kept =
          rows(published, Texts.TABLE, night)
              .join(
                  staged.read(Paragraphs.TABLE, night.day()).select(Paragraphs.PARAGRAPH_ID),
                  new String[] {Texts.PARAGRAPH_ID},
                  "left_semi");
      stage(Texts.TABLE, night, kept, staged, removed);
    }
    Column isNamed = isNamed(TakenDown.of(articleIds, sources));
    for (Manifest.Night night : published.nights(Quarantine.TABLE)) {
      Dataset<Row> rejected = rows(published, Quarantine.TABLE, night);
      if (night.rows() > 0 && !rejected.where(isNamed).isEmpty()) {
        stage(Quarantine.TABLE, night, rejected.where(not(isNamed)), staged, removed);
      }
    }
    return removed;
  }

  /** From now on none of them is taken in again. */
  public void block(Warehouse warehouse) throws IOException {
    Forgotten.of(warehouse).with(TakenDown.of(articleIds, sources)).write(warehouse);
  }

  private static List<Manifest.Night> among(
      PublishedTables published, Table table, Set<String> nights) {
    return published.nights(table).stream().filter(n -> nights.contains(n.date())).toList();
  }

  private static Dataset<Row> rows(PublishedTables published, Table table, Manifest.Night night) {
    return published.read(table, List.of(night)).drop(NIGHT);
  }

  private static void stage(
      Table table,
      Manifest.Night night,
      Dataset<Row> kept,
      StagedTables staged,
      Map<String, Long> removed) {
    long rows = staged.write(table, night.day(), kept).count();
    removed.merge(table.name(), night.rows() - rows, Long::sum);
  }

  private static Column isAmong(String column, Set<String> values) {
    return col(column).isNotNull().and(col(column).isInCollection(values));
  }

  private static Column isNamed(TakenDown what) {
    UserDefinedFunction isNamed =
        udf((UDF2<String, byte[], Boolean>) what::isNamedIn, DataTypes.BooleanType);
    return isNamed.apply(col(Quarantine.FILE), unbase64(col(Quarantine.RAW)));
  }
}
