package io.nutgraf.job;

import io.nutgraf.report.NightPage;
import java.util.List;

/** The few rows of the corpus that the page of a run shows. */
record PageRows(
    List<NightPage.Copied> copied,
    List<NightPage.Flow> flows,
    NightPage.Network network,
    NightPage.Pairs pairs) {

  /** Of a run that ended before there was anything to show. */
  static PageRows none() {
    return new PageRows(
        List.of(),
        List.of(),
        new NightPage.Network(List.of(), List.of()),
        new NightPage.Pairs(List.of(), List.of(), null));
  }
}
