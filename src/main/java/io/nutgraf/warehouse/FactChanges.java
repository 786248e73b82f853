package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.nutgraf.table.Articles;
import io.nutgraf.table.ChangedArticles;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What the facts say now that they did not say when the last snapshots were made, and the other way
 * round. All of it comes from the articles of the nights that were added or made again since.
 *
 * <p>Where no article of these nights came in another night, too, other nights are not read for
 * what those articles say.
 */
public final class FactChanges {
  private final Facts before;
  private final Facts now;
  private final Set<LocalDate> added;
  private final Set<LocalDate> replaced;
  private final Dataset<Row> articles;
  private final boolean isAddedTo;

  /**
   * Starts a Spark job where there are several nights and none was replaced.
   *
   * @param before the facts of the last snapshots
   * @param added nights that are among those of now alone
   * @param replaced nights that another run made then than now
   */
  FactChanges(Facts before, Facts now, Set<LocalDate> added, Set<LocalDate> replaced) {
    this.before = before;
    this.now = now;
    this.added = Set.copyOf(added);
    this.replaced = Set.copyOf(replaced);
    this.articles =
        ChangedArticles.TABLE.conform(
            ofChangedNights(Articles.TABLE)
                .select(Articles.ARTICLE_ID)
                .distinct()
                .persist(StorageLevel.MEMORY_AND_DISK()));
    this.isAddedTo = replaced.isEmpty() && !now.repeated().haveOneOf(articles);
    if (isAddedTo) {
      before.setRepeated(now.repeated());
    }
  }

  /** The articles that came in these nights, then or now: {@link ChangedArticles}, each once. */
  public Dataset<Row> articles() {
    return articles;
  }

  /**
   * Whether all that was said is still said. Only when this is false can {@link #before} have rows.
   */
  public boolean onlyAdd() {
    return isAddedTo;
  }

  /** Whatever any night says they said, then or now: {@link ChangedParagraphs}, each once. */
  public Dataset<Row> paragraphs() {
    Dataset<Row> said =
        isAddedTo ? ofChangedNights(Paragraphs.TABLE) : only(ever(Paragraphs.TABLE));
    return ChangedParagraphs.TABLE.conform(said.select(Paragraphs.PARAGRAPH_ID).distinct());
  }

  /**
   * Where some paragraphs occur, and where they did: {@link Paragraphs}, persisted until the end of
   * the run.
   */
  public record Occurrences(Dataset<Row> before, Dataset<Row> now) {}

  /** Those of a few paragraphs, given by paragraph_id. All facts are read once or twice. */
  public Occurrences occurrences(Dataset<Row> paragraphs) {
    Dataset<Row> ofNow = only(now.allNights(Paragraphs.TABLE), paragraphs);
    Dataset<Row> ofThen =
        replaced.isEmpty()
            ? ofNow.where(not(isOf(added)))
            : only(before.allNights(Paragraphs.TABLE), paragraphs);
    return new Occurrences(before.thatCount(ofThen), now.thatCount(ofNow));
  }

  /** What counts now of what these articles say, from a fact table with an article_id. */
  public Dataset<Row> now(Table table) {
    return isAddedTo ? now.thatCount(ofChangedNights(table)) : only(now.read(table));
  }

  /** And what counted then. */
  public Dataset<Row> before(Table table) {
    return isAddedTo ? now.allNights(table).limit(0).drop(Facts.NIGHT) : only(before.read(table));
  }

  /** Texts of paragraphs that no article said then, as {@link Facts#texts} gives them. */
  public Dataset<Row> newTexts(Dataset<Row> distinctParagraphs) {
    // When a night is made again, an article may count as an earlier night has it.
    return isAddedTo ? now.texts(distinctParagraphs, added) : now.texts(distinctParagraphs);
  }

  private Dataset<Row> only(Dataset<Row> rows) {
    return rows.join(articles, new String[] {Articles.ARTICLE_ID}, "left_semi");
  }

  private static Dataset<Row> only(Dataset<Row> occurrences, Dataset<Row> paragraphs) {
    return occurrences
        .join(paragraphs, new String[] {Paragraphs.PARAGRAPH_ID}, "left_semi")
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private Dataset<Row> ofChangedNights(Table table) {
    Set<LocalDate> changed = new HashSet<>(added);
    changed.addAll(replaced);
    Dataset<Row> rows = now.allNights(table).where(isOf(changed));
    return replaced.isEmpty()
        ? rows
        : rows.unionByName(before.allNights(table).where(isOf(replaced)));
  }

  private Dataset<Row> ever(Table table) {
    Dataset<Row> rows = now.allNights(table);
    return replaced.isEmpty()
        ? rows
        : rows.unionByName(before.allNights(table).where(isOf(replaced)));
  }

  private static Column isOf(Set<LocalDate> nights) {
    return col(Facts.NIGHT).isInCollection(nights);
  }
}
