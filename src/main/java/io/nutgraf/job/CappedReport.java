package io.nutgraf.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.nutgraf.table.CappedMembers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says how many buckets are over the cap and how many paragraphs they touch: completeness is given
 * up there alone.
 */
record CappedReport(int bucketCap, RunReport report) {

  /**
   * Counts and warns.
   *
   * @param members {@link CappedMembers}, just made
   * @param paragraphs that can have near copies
   */
  void tell(Dataset<Row> members, long paragraphs) {
    if (report.counts().get(CappedMembers.TABLE.name()) == 0) {
      report.count("capped_buckets", 0);
      return;
    }
    Row buckets =
        members
            .groupBy(CappedMembers.BUCKET)
            .agg(count(lit(1)).as("members"))
            .agg(count(lit(1)), max("members"))
            .first();
    long touched = members.select(CappedMembers.PARAGRAPH_KEY).distinct().count();
    report.count("capped_buckets", buckets.getLong(0));
    report.count("capped_bucket_largest", buckets.getLong(1));
    report.count("capped_bucket_paragraphs", touched);
    report.warn(
        ("%,d groups of paragraphs share a shingle with more than %,d others, the largest has %,d:"
                + " not all their pairs were tried. They hold %,d of %,d paragraphs (%.2f %%);"
                + " raise --near-bucket-cap")
            .formatted(
                buckets.getLong(0),
                bucketCap,
                buckets.getLong(1),
                touched,
                paragraphs,
                100.0 * touched / paragraphs));
  }
}
