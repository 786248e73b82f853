package io.nutgraf.quality;

import io.nutgraf.setting.WrongSettingException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What a night must look like to be published. A feed that broke sends little or rubbish, and the
 * night of such a feed must not stand beside the others as if it were one.
 *
 * @param minArticles fewest articles taken in
 * @param maxQuarantineShare greatest share of the records, blank ones aside, that is rejected; 0..1
 * @param maxDrop how far the articles may fall short of the median of the nights before, as a share
 *     of it; 0..1
 */
public record Gates(long minArticles, double maxQuarantineShare, double maxDrop) {
  /** Nights before that the drop is measured against, at most. */
  public static final int NIGHTS_BEFORE = 14;

  /** Fewer nights before say nothing about what is usual. */
  private static final int LEAST_NIGHTS_BEFORE = 3;

  public Gates {
    checkShare("maxQuarantineShare", maxQuarantineShare);
    checkShare("maxDrop", maxDrop);
  }

  /**
   * Looks at a night.
   *
   * @param articlesBefore articles of each of the nights before, at most {@link #NIGHTS_BEFORE}
   */
  public List<Gate> look(Intake intake, List<Long> articlesBefore) {
    return List.of(
        new Gate("reconciliation", intake.addsUp(), intake.toString()),
        enoughArticles(intake),
        fewRejected(intake),
        noGreatDrop(intake, articlesBefore));
  }

  private Gate enoughArticles(Intake intake) {
    return new Gate(
        "min_articles",
        intake.accepted() >= minArticles,
        "%,d articles, at least %,d wanted".formatted(intake.accepted(), minArticles));
  }

  private Gate fewRejected(Intake intake) {
    long records = intake.read() - intake.blank();
    double share = records == 0 ? 0 : (double) intake.quarantined() / records;
    return new Gate(
        "max_quarantine_share",
        share <= maxQuarantineShare,
        "%,d of %,d records quarantined (%.2f %%), at most %.2f %% allowed"
            .formatted(intake.quarantined(), records, 100 * share, 100 * maxQuarantineShare));
  }

  private Gate noGreatDrop(Intake intake, List<Long> articlesBefore) {
    if (articlesBefore.size() < LEAST_NIGHTS_BEFORE) {
      return new Gate(
          "max_drop",
          true,
          "%d nights before: too few to compare with".formatted(articlesBefore.size()));
    }
    double[] before = articlesBefore.stream().mapToDouble(Long::doubleValue).toArray();
    double median = new Median().evaluate(before);
    double least = (1 - maxDrop) * median;
    return new Gate(
        "max_drop",
        intake.accepted() >= least,
        "%,d articles, the median of %d nights before is %,.0f; at least %,.0f wanted (%s)"
            .formatted(intake.accepted(), before.length, median, least, Arrays.toString(before)));
  }

  private static void checkShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new WrongSettingException(name + " must be in 0..1, but is " + share);
    }
  }
}
