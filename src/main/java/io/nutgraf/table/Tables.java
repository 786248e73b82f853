package io.nutgraf.table;

import java.util.List;
import java.util.stream.Stream;

/** The tables that outlive a run; published ones in the order of the data dictionary. */
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

  /** What the next run makes its snapshots from, beside those of the last. */
  public static final List<Table> KEPT =
      List.of(
          ShingleSets.TABLE,
          ShingleKeys.TABLE,
          GoneParagraphs.TABLE,
          ShingleCounts.TABLE,
          CappedMembers.TABLE,
          LinkedSets.TABLE,
          LinkedParagraphs.TABLE,
          Pickups.TABLE,
          Contents.TABLE,
          ActorCounts.TABLE);

  public static final List<Table> PUBLISHED =
      Stream.concat(FACTS.stream(), SNAPSHOTS.stream()).toList();

  private Tables() {}
}
