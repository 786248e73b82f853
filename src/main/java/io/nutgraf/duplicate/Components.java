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

  /**
   * Finds them in the way that suits so many links.
   *
   * @param links with the columns {@link #A} and {@link #B}
   */
  static Components of(Dataset<Row> links, long maxLinksOnDriver) {
    return links.count() > maxLinksOnDriver
        ? new GraphComponents(links)
        : new DriverComponents(links);
  }

  /** Those of the rows whose {@link #KEY} has a link, with their {@link #COMPONENT}. */
  Dataset<Row> label(Dataset<Row> rows);
}
