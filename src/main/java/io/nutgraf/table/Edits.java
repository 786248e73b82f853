package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** How one near copy differs from its cluster's first copy. */
public final class Edits {
  public static final String CLUSTER_ID = "cluster_id";
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String WORDS_INSERTED = "words_inserted";
  public static final String WORDS_DELETED = "words_deleted";
  public static final String NUMBER_CHANGED = "number_changed";
  public static final String ACTOR_CHANGED = "actor_changed";

  public static final Table TABLE =
      new Table(
          "edits",
          Table.Kind.SNAPSHOT,
          "a near copy against its cluster's first copy",
          new StructType()
              .add(CLUSTER_ID, StringType, true, "Cluster; the paragraph_id of its first copy")
              .add(PARAGRAPH_ID, StringType, true, "The near copy")
              .add(
                  WORDS_INSERTED,
                  IntegerType,
                  true,
                  "Words of the near copy that the first copy has not, in a shortest edit")
              .add(
                  WORDS_DELETED,
                  IntegerType,
                  true,
                  "Words of the first copy that the near copy has not, in a shortest edit")
              .add(NUMBER_CHANGED, BooleanType, true, "A number was replaced by another")
              .add(ACTOR_CHANGED, BooleanType, true, "Not the same actors are named in both"),
          List.of(PARAGRAPH_ID));

  private Edits() {}
}
