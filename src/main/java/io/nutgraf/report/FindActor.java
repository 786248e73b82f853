package io.nutgraf.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Actors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the one actor that a person means by an identifier or, letters of either case, a name.
 *
 * @param text what the person wrote
 */
public record FindActor(String text) {
  private static final int NEAREST = 5;

  /**
   * The identifier of the actor.
   *
   * @throws WrongSettingException when no actor or several are called so; it lists the nearest, or
   *     all of them
   */
  public String apply(Dataset<Row> actors) {
    String folded = text.toLowerCase(Locale.ROOT);
    Column isMeant = col(Actors.ACTOR_ID).equalTo(text).or(lower(col(Actors.NAME)).equalTo(folded));
    List<Row> found = actors.where(isMeant).orderBy(Actors.ACTOR_ID).collectAsList();
    List<Row> byId = found.stream().filter(row -> row.getAs(Actors.ACTOR_ID).equals(text)).toList();
    if (byId.size() == 1) {
      return text;
    }
    if (found.size() == 1) {
      return found.get(0).getAs(Actors.ACTOR_ID);
    }
    if (found.isEmpty()) {
      throw new WrongSettingException(
          "No actor is called %s. Nearest: %s".formatted(text, list(nearest(actors, folded))));
    }
    throw new WrongSettingException(
        "%d actors are called %s; give one of the identifiers: %s"
            .formatted(found.size(), text, list(found)));
  }

  private static List<Row> nearest(Dataset<Row> actors, String folded) {
    Column distance = levenshtein(lower(col(Actors.NAME)), lit(folded));
    Column holds = lower(col(Actors.NAME)).contains(folded);
    return actors
        .orderBy(holds.desc(), distance, col(Actors.MENTIONS).desc(), col(Actors.ACTOR_ID))
        .limit(NEAREST)
        .collectAsList();
  }

  private static String list(List<Row> actors) {
    return actors.stream()
        .map(row -> "%s (%s)".formatted(row.getAs(Actors.ACTOR_ID), row.getAs(Actors.NAME)))
        .collect(Collectors.joining(", "));
  }
}
