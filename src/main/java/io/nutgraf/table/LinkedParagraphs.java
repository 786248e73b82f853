package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A distinct paragraph in some link, with all it is connected with. */
public final class LinkedParagraphs {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String COMPONENT_ID = "component_id";
  public static final String CLUSTER_ID = "cluster_id";
  public static final String SIMILARITY = "similarity";

  public static final Table TABLE =
      new Table(
          "linked_paragraphs",
          Table.Kind.KEPT,
          "a distinct paragraph that is linked with another",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits")
              .add(
                  COMPONENT_ID,
                  StringType,
                  true,
                  "paragraph_id of the first copy of all that links connect it with")
              .add(
                  CLUSTER_ID,
                  StringType,
                  true,
                  "paragraph_id of the first copy that it is like; null when it was split off and"
                      + " has no link left")
              .add(
                  SIMILARITY,
                  DoubleType,
                  true,
                  "Jaccard similarity to that first copy; null without one"),
          List.of(PARAGRAPH_ID));

  private LinkedParagraphs() {}
}
