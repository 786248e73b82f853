package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.Mentions;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The mentions that name one actor, recognised in a way that counts. */
final class CountedMentions {
  private CountedMentions() {}

  static Dataset<Row> of(Dataset<Row> mentions, Set<String> methods) {
    return mentions
        .where(col(Mentions.ACTOR_ID).isNotNull())
        .where(col(Mentions.METHOD).isInCollection(methods));
  }
}
