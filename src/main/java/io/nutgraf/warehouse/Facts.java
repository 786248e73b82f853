package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.nutgraf.table.Articles;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Table;
import io.nutgraf.table.Texts;
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

/**
 * The facts of all nights as they will be once a run is published: its own staged nights beside the
 * published others.
 *
 * <p>Of an article that came in several nights only the last counts; what earlier nights said of it
 * is left out. To be made when the staged nights are complete.
 */
public final class Facts {
  static final String NIGHT = "date";

  private final PublishedTables published;
  private final StagedTables staged;
  private RepeatedArticles repeated;

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
  public long articles() {
    long articles = publishedNights(Articles.TABLE).stream().mapToLong(Manifest.Night::rows).sum();
    for (LocalDate date : staged.nights(Articles.TABLE)) {
      articles += staged.count(new StagedNight(Articles.TABLE, date));
    }
    return articles;
  }

  /** A fact table with an article_id, over all nights. */
  public Dataset<Row> read(Table table) {
    return thatCount(allNights(table));
  }

  /** Those rows of {@link #allNights} that no later night has in another way. */
  Dataset<Row> thatCount(Dataset<Row> rows) {
    return repeated().leaveOutEarlier(rows).drop(NIGHT);
  }

  /** Once only, whichever thread asks first. */
  synchronized RepeatedArticles repeated() {
    if (repeated == null) {
      repeated =
          isOnlyNight() ? RepeatedArticles.NONE : RepeatedArticles.among(allNights(Articles.TABLE));
    }
    return repeated;
  }

  /** Where it is known already which articles came in several nights. */
  synchronized void setRepeated(RepeatedArticles known) {
    repeated = known;
  }

  /**
   * One text for each distinct paragraph, as its first copy is written: that of the night of the
   * first copy's article. So it is the same whatever nights the articles came in.
   *
   * @param distinctParagraphs those that still stand in an article: paragraph_id, first_article_id
   */
  public Dataset<Row> texts(Dataset<Row> distinctParagraphs) {
    return texts(distinctParagraphs, nights());
  }

  /**
   * The same, of paragraphs whose first copies came in some nights.
   *
   * @param nights the only ones that are read
   */
  Dataset<Row> texts(Dataset<Row> distinctParagraphs, Set<LocalDate> nights) {
    if (isOnlyNight()) {
      return allNights(Texts.TABLE).drop(NIGHT);
    }
    Column isRead = col(NIGHT).isInCollection(nights);
    Dataset<Row> nightOfArticle =
        allNights(Articles.TABLE)
            .where(isRead)
            .withColumnRenamed(Articles.ARTICLE_ID, DistinctParagraphs.FIRST_ARTICLE_ID)
            .join(
                distinctParagraphs.select(DistinctParagraphs.FIRST_ARTICLE_ID),
                new String[] {DistinctParagraphs.FIRST_ARTICLE_ID},
                "left_semi")
            .groupBy(DistinctParagraphs.FIRST_ARTICLE_ID)
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

  /** Whatever each night has, with the night in column {@code date}. */
  Dataset<Row> allNights(Table table) {
    List<Manifest.Night> others = publishedNights(table);
    Stream<Dataset<Row>> own =
        staged.nights(table).stream()
            .map(date -> staged.read(table, date).withColumn(NIGHT, lit(date).cast("date")));
    return Stream.concat(
            others.isEmpty() ? Stream.of() : Stream.of(published.read(table, others)), own)
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private boolean isOnlyNight() {
    return nights().size() == 1;
  }

  private NavigableSet<LocalDate> nights() {
    return runs().navigableKeySet();
  }

  /** Those in whose place the run has none. */
  private List<Manifest.Night> publishedNights(Table table) {
    NavigableSet<LocalDate> own = staged.nights(table);
    return published.nights(table).stream().filter(night -> !own.contains(night.day())).toList();
  }
}
