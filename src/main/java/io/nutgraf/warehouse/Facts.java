package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.nutgraf.table.Articles;
import io.nutgraf.table.ChangedArticles;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Table;
import io.nutgraf.table.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The facts of all nights as they will be once a run is published: its own staged nights beside the
 * published others.
 *
 * <p>Of an article that came in several nights only the last counts; what earlier nights said of it
 * is left out. That takes a shuffle of article ids, once for all tables, and none where there is
 * one night. Which articles these are is persisted until the end of the run. To be made when the
 * staged nights are complete.
 */
public final class Facts {
  private static final String NIGHT = "date";

  private final PublishedTables published;
  private final StagedTables staged;
  private Dataset<Row> superseded;
  private boolean hasSuperseded;

  /**
   * @param published as it was before the run
   * @param staged nights that stand beside the others or in their place
   */
  public Facts(PublishedTables published, StagedTables staged) {
    this.published = published;
    this.staged = staged;
  }

  /** The newest night among the facts, which is the date of the snapshots made from them. */
  public LocalDate newestNight() {
    return nights().last();
  }

  /** The run that made each night. */
  NavigableMap<LocalDate, String> runs() {
    NavigableMap<LocalDate, String> runs = new TreeMap<>();
    published.nights(Articles.TABLE).forEach(night -> runs.put(night.day(), night.runId()));
    staged.nights(Articles.TABLE).forEach(night -> runs.put(night, staged.runId()));
    return runs;
  }

  /** How many articles there are, each as often as it came. */
  public long articles() throws IOException {
    long articles = 0;
    for (Manifest.Night night : publishedNights(Articles.TABLE)) {
      articles += night.rows();
    }
    for (LocalDate date : staged.nights(Articles.TABLE)) {
      articles += staged.count(Articles.TABLE, date);
    }
    return articles;
  }

  /** The articles that came in some nights: {@link ChangedArticles}, each once. */
  public Dataset<Row> articlesOf(Set<LocalDate> nights) {
    return ChangedArticles.TABLE.conform(
        allNights(Articles.TABLE)
            .where(col(NIGHT).isInCollection(nights))
            .select(Articles.ARTICLE_ID)
            .distinct());
  }

  /** Whatever any night says some articles said: {@link ChangedParagraphs}, each once. */
  public Dataset<Row> everSaidBy(Dataset<Row> articles) {
    return ChangedParagraphs.TABLE.conform(
        allNights(Paragraphs.TABLE)
            .join(articles, new String[] {Articles.ARTICLE_ID}, "left_semi")
            .select(Paragraphs.PARAGRAPH_ID)
            .distinct());
  }

  /** A fact table with an article_id, over all nights. */
  public Dataset<Row> read(Table table) {
    if (isOnlyNight()) {
      return allNights(table).drop(NIGHT);
    }
    if (superseded == null) {
      superseded = findSuperseded().persist(StorageLevel.MEMORY_AND_DISK());
      hasSuperseded = !superseded.isEmpty();
    }
    Dataset<Row> rows = allNights(table);
    if (!hasSuperseded) {
      return rows.drop(NIGHT);
    }
    return rows.join(
            superseded,
            col(Articles.ARTICLE_ID)
                .equalTo(col("superseded_id"))
                .and(col(NIGHT).lt(col("last_night"))),
            "left_anti")
        .drop(NIGHT);
  }

  private Dataset<Row> findSuperseded() {
    return allNights(Articles.TABLE)
        .groupBy(Articles.ARTICLE_ID)
        .agg(max(NIGHT).as("last_night"), min(NIGHT).as("first_night"))
        .where(col("last_night").gt(col("first_night")))
        .select(col(Articles.ARTICLE_ID).as("superseded_id"), col("last_night"));
  }

  /**
   * One text for each distinct paragraph, as its first copy is written: that of the night of the
   * first copy's article. So it is the same whatever nights the articles came in.
   *
   * @param distinctParagraphs those that still stand in an article
   */
  public Dataset<Row> texts(Dataset<Row> distinctParagraphs) {
    return texts(distinctParagraphs, nights());
  }

  /**
   * The same, of paragraphs whose first copies came in some nights.
   *
   * @param nights the only ones that are read
   */
  public Dataset<Row> texts(Dataset<Row> distinctParagraphs, Set<LocalDate> nights) {
    if (isOnlyNight()) {
      return allNights(Texts.TABLE).drop(NIGHT);
    }
    Column isRead = col(NIGHT).isInCollection(nights);
    Dataset<Row> nightOfArticle =
        allNights(Articles.TABLE)
            .where(isRead)
            .groupBy(col(Articles.ARTICLE_ID).as(DistinctParagraphs.FIRST_ARTICLE_ID))
            .agg(max(NIGHT).as(NIGHT));
    Dataset<Row> nightOfFirstCopy =
        distinctParagraphs
            .join(nightOfArticle, DistinctParagraphs.FIRST_ARTICLE_ID)
            .select(DistinctParagraphs.PARAGRAPH_ID, NIGHT);
    return Texts.TABLE.conform(
        allNights(Texts.TABLE)
            .where(isRead)
            .join(nightOfFirstCopy, new String[] {Texts.PARAGRAPH_ID, NIGHT}, "left_semi"));
  }

  private boolean isOnlyNight() {
    return nights().size() == 1;
  }

  private NavigableSet<LocalDate> nights() {
    return runs().navigableKeySet();
  }

  private Dataset<Row> allNights(Table table) {
    List<Manifest.Night> others = publishedNights(table);
    Stream<Dataset<Row>> own =
        staged.nights(table).stream()
            .map(date -> staged.read(table, date).withColumn(NIGHT, lit(date).cast("date")));
    return Stream.concat(
            others.isEmpty() ? Stream.of() : Stream.of(published.read(table, others)), own)
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  /** Those in whose place the run has none. */
  private List<Manifest.Night> publishedNights(Table table) {
    NavigableSet<LocalDate> own = staged.nights(table);
    return published.nights(table).stream().filter(night -> !own.contains(night.day())).toList();
  }
}
