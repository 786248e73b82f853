package io.nutgraf.duplicate;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds which paragraphs are connected by links, directly or through others. */
interface Components {
  /** Columns of the links: keys of the two paragraphs. */
  String A = "a";

  String B = "b";

  /** Column that holds a paragraph's key. */
  String KEY = "key";

  /** Column that is equal for connected paragraphs. */
  String COMPONENT = "component";

  /** What suits so many links. */
  static Components of(Dataset<Row> links, long maxLinksOnDriver) {
    return links.count() > maxLinksOnDriver ? new GraphComponents() : new DriverComponents();
  }

  /** Those of the keys that have a link, with all their columns and their component. */
  Dataset<Row> label(Dataset<Row> links, Dataset<Row> keys);
}
