package io.nutgraf.job;

import io.nutgraf.report.FindActor;
import io.nutgraf.report.ListPlaces;
import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Associations;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import io.nutgraf.warehouse.PublishedTables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Where a pair of actors stands together, for a person to read.
 *
 * @param actorA the smaller identifier
 * @param actorB the greater identifier
 * @param nRaw units that name both
 * @param nDistinct the same, copies counted once
 * @param g2 how strong that is; null when too few to be measured
 * @param pieces the paragraphs, copies together, as many as were wanted
 * @param allPieces how many there are
 */
public record PairExplanation(
    String actorA,
    String actorB,
    long nRaw,
    long nDistinct,
    Double g2,
    List<Piece> pieces,
    long allPieces) {

  /**
   * A paragraph and its copies; {@code reuseKind} and {@code firstSource} are null and the counts 1
   * without copies.
   */
  public record Piece(
      String text,
      String reuseKind,
      long occurrences,
      long sources,
      String firstSource,
      List<Place> places) {}

  /** Where a paragraph stands; {@code day} and {@code source} may be null. */
  public record Place(LocalDate day, String articleId, String source, int paragraph) {}

  public PairExplanation {
    pieces = List.copyOf(pieces);
  }

  /**
   * Looks a pair up in the newest snapshot.
   *
   * @param a identifier or name of one actor
   * @param b identifier or name of the other
   * @throws NightException when the warehouse is not there or was made by an older version
   */
  public static PairExplanation of(
      SparkSession spark, String warehouse, String a, String b, String unit, int limit) {
    PublishedTables tables = Warehouses.open(spark, warehouse);
    return Warehouses.reading(() -> find(tables, a, b, unit, limit));
  }

  private static PairExplanation find(
      PublishedTables tables, String a, String b, String unit, int limit) throws IOException {
    Dataset<Row> actors = tables.newest(Actors.TABLE);
    String one = new FindActor(a).apply(actors);
    String other = new FindActor(b).apply(actors);
    if (one.equals(other)) {
      throw new WrongSettingException("Both are " + one + "; give two actors");
    }
    String first = one.compareTo(other) < 0 ? one : other;
    String second = one.compareTo(other) < 0 ? other : one;
    Dataset<Row> places =
        new ListPlaces(unit, first, second)
            .apply(
                tables.facts(Evidence.TABLE),
                tables.facts(Mentions.TABLE),
                tables.newest(ClusterMembers.TABLE),
                tables.newest(Clusters.TABLE),
                tables.allNights(Texts.TABLE));
    List<Row> rows = places.collectAsList();
    Row counts = counts(tables.newest(Associations.TABLE), unit, first, second);
    return new PairExplanation(
        first,
        second,
        counts == null ? 0 : counts.getLong(0),
        counts == null ? 0 : counts.getLong(1),
        counts == null ? null : (Double) counts.get(2),
        rows.stream().limit(limit).map(PairExplanation::piece).toList(),
        rows.size());
  }

  private static Row counts(Dataset<Row> associations, String unit, String a, String b) {
    List<Row> rows =
        associations
            .where(functions.col(Associations.WINDOW).equalTo(Associations.WHOLE))
            .where(functions.col(Associations.UNIT).equalTo(unit))
            .where(functions.col(Associations.ACTOR_A).equalTo(a))
            .where(functions.col(Associations.ACTOR_B).equalTo(b))
            .select(Associations.N_RAW, Associations.N_DISTINCT, Associations.G2)
            .collectAsList();
    return rows.isEmpty() ? null : rows.get(0);
  }

  private static Piece piece(Row row) {
    List<Place> places =
        row.<Row>getList(row.fieldIndex("places")).stream().map(PairExplanation::place).toList();
    Long occurrences = row.getAs(Clusters.OCCURRENCES);
    Long sources = row.getAs(Clusters.SOURCES);
    return new Piece(
        row.getAs(Texts.TEXT),
        row.getAs(Clusters.REUSE_KIND),
        occurrences == null ? 1 : occurrences,
        sources == null ? 1 : sources,
        row.getAs(Clusters.FIRST_SOURCE),
        places);
  }

  private static Place place(Row place) {
    return new Place(
        place.isNullAt(0) ? null : place.getDate(0).toLocalDate(),
        place.getAs(Evidence.ARTICLE_ID),
        place.getAs(Evidence.SOURCE),
        place.<Integer>getAs(Evidence.PARAGRAPH));
  }
}
