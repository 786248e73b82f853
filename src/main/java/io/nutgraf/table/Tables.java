package io.nutgraf.table;

import java.util.List;
import java.util.stream.Stream;

/** Every published table, in the order in which the data dictionary lists them. */
public final class Tables {
  public static final List<Table> FACTS =
      List.of(
          Articles.TABLE,
          Paragraphs.TABLE,
          Texts.TABLE,
          Mentions.TABLE,
          Evidence.TABLE,
          Quarantine.TABLE,
          Runs.TABLE);

  public static final List<Table> SNAPSHOTS =
      List.of(
          Clusters.TABLE,
          ClusterMembers.TABLE,
          NearDuplicates.TABLE,
          Edits.TABLE,
          Originality.TABLE,
          SourceFlows.TABLE,
          Actors.TABLE,
          ActorVariants.TABLE,
          Cooccurrence.TABLE,
          Associations.TABLE,
          ActorSets.TABLE,
          Communities.TABLE);

  public static final List<Table> PUBLISHED =
      Stream.concat(FACTS.stream(), SNAPSHOTS.stream()).toList();

  private Tables() {}
}
