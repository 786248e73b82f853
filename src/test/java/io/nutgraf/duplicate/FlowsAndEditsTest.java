package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Edits;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Pickups;
import io.nutgraf.table.SourceFlows;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FlowsAndEditsTest {
  private static final StructType ACTORS =
      new StructType()
          .add("paragraph_id", DataTypes.StringType)
          .add("actors", DataTypes.createArrayType(DataTypes.StringType));

  @Test
  void aFlowGoesFromTheFirstSourceToEachOther(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            Paragraphs.TABLE,
            row("a1", 0, "p", 10, "Wire", at(0)),
            row("a1", 1, "q", 20, "Wire", at(0)),
            row("a1", 2, "f", 3, "Wire", at(0)),
            row("b1", 0, "p2", 11, "Post", at(60)),
            row("b1", 1, "q", 20, "Post", at(60)),
            row("b1", 2, "f", 3, "Post", at(60)),
            row("b2", 0, "p", 10, "Post", at(30)),
            row("c1", 0, "q", 20, "Sun", null),
            row("c2", 0, "q", 20, null, at(90)));
    Dataset<Row> members =
        rows(
            spark,
            ClusterMembers.TABLE,
            row("p", "p", 2L, 1.0),
            row("p2", "p", 1L, 0.6),
            row("q", "q", 4L, 1.0),
            row("f", "f", 2L, 1.0));
    Dataset<Row> clusters =
        rows(
            spark,
            Clusters.TABLE,
            cluster("p", "syndicated"),
            cluster("q", "syndicated"),
            cluster("f", "furniture"));

    Dataset<Row> pickups = new ListPickups().apply(paragraphs, members, clusters);
    assertRows(
        pickups,
        Pickups.TABLE,
        row("p", "Wire", "Post", "b1", 11, 60L, false),
        row("p", "Wire", "Post", "b2", 10, 30L, true),
        row("q", "Wire", "Post", "b1", 20, 60L, true),
        row("q", "Wire", "Sun", "c1", 20, null, true));
    assertRows(
        new MeasureFlows(Map.of("Wire", "Acme", "Sun", "Acme")).apply(pickups),
        SourceFlows.TABLE,
        row("Wire", "Post", 2L, 30L, 2L, 45.0, "Acme", null, false),
        row("Wire", "Sun", 1L, 20L, 1L, null, "Acme", "Acme", true));
  }

  @Test
  void anEditSaysWhatChangedAgainstTheFirstCopy(SparkSession spark) {
    Dataset<Row> texts =
        rows(
            spark,
            Texts.TABLE,
            row("p", "12 killed in the blast near Kabul, Turkey says.", 9, 1),
            row("q", "30 killed in the blast near Kabul, Turkey says.", 9, 1),
            row("r", "12 killed in the blast near Kabul, Iran said today.", 10, 1),
            row("s", "Something else.", 2, 1));
    Dataset<Row> members =
        rows(
            spark,
            ClusterMembers.TABLE,
            row("p", "p", 1L, 1.0),
            row("q", "p", 1L, 0.7),
            row("r", "p", 1L, 0.5),
            row("s", "s", 2L, 1.0));
    Dataset<Row> actors =
        spark.createDataFrame(
            List.of(
                row("p", new String[] {"TUR", "AFG"}),
                row("q", new String[] {"AFG", "TUR"}),
                row("r", new String[] {"IRN", "AFG"})),
            ACTORS);

    assertRows(
        new TraceEdits().apply(texts, members, actors),
        Edits.TABLE,
        row("p", "q", 1, 1, true, false),
        row("p", "r", 3, 2, false, true));
    assertRows(
        new TraceEdits().apply(texts, members, spark.createDataFrame(List.of(), ACTORS)),
        Edits.TABLE,
        row("p", "q", 1, 1, true, false),
        row("p", "r", 3, 2, false, false));
  }

  private static Row cluster(String id, String kind) {
    return row(id, kind, 2L, 4L, 4L, 3L, "a1", "Wire", at(0), at(90), 0.6, 0, 10);
  }

  private static Timestamp at(long second) {
    return Timestamp.from(Instant.parse("2024-05-01T00:00:00Z").plusSeconds(second));
  }
}
