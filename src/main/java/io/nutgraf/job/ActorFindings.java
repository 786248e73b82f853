package io.nutgraf.job;

import io.nutgraf.report.NightPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The network and the pairs of the page, names put in the place of identifiers. */
final class ActorFindings {
  private static final int DRAWN = 90;
  private static final int SHOWN = 10;
  private static final int LISTED = 15;
  private static final int INFLATED = 10;

  private final PairTotals totals;
  private final Dataset<Row> cooccurrence;
  private final List<NightPage.Link> strongest;

  ActorFindings(Dataset<Row> cooccurrence, Dataset<Row> associations, Dataset<Row> actors) {
    this.totals = new PairTotals(associations, actors);
    this.cooccurrence = cooccurrence;
    this.strongest = totals.strongest(DRAWN);
  }

  /** The few that the terminal shows. */
  List<RunReport.Pair> strongestPairs() {
    List<NightPage.Link> few = strongest.subList(0, Math.min(SHOWN, strongest.size()));
    Map<String, NightPage.Actor> actors = totals.actorsOf(few);
    return few.stream()
        .map(
            link ->
                new RunReport.Pair(
                    actors.get(link.a()).name(),
                    actors.get(link.b()).name(),
                    link.nRaw(),
                    link.nDistinct()))
        .toList();
  }

  NightPage.Network network() {
    return new NightPage.Network(List.copyOf(totals.actorsOf(strongest).values()), strongest);
  }

  NightPage.Pairs pairs() {
    List<NightPage.Link> listed = strongest.subList(0, Math.min(LISTED, strongest.size()));
    List<NightPage.Link> inflated = totals.inflated(INFLATED);
    RisingPairs window = RisingPairs.over(cooccurrence);
    List<RisingPairs.Rise> rising = window == null ? List.of() : window.gather(cooccurrence);

    List<NightPage.Link> all = new ArrayList<>(listed);
    all.addAll(inflated);
    Set<String> ids = new TreeSet<>();
    all.forEach(link -> ids.addAll(List.of(link.a(), link.b())));
    rising.forEach(rise -> ids.addAll(List.of(rise.a(), rise.b())));
    Map<String, NightPage.Actor> actors = totals.actorsWith(ids);

    return new NightPage.Pairs(
        named(listed, actors), named(inflated, actors), named(window, rising, actors));
  }

  private static List<NightPage.Pair> named(
      List<NightPage.Link> links, Map<String, NightPage.Actor> actors) {
    return links.stream()
        .map(
            link ->
                new NightPage.Pair(
                    actors.get(link.a()).name(),
                    actors.get(link.b()).name(),
                    link.nRaw(),
                    link.nDistinct()))
        .toList();
  }

  private static NightPage.Rising named(
      RisingPairs window, List<RisingPairs.Rise> rising, Map<String, NightPage.Actor> actors) {
    if (window == null) {
      return null;
    }
    List<NightPage.Rise> pairs =
        rising.stream()
            .map(
                rise ->
                    new NightPage.Rise(
                        actors.get(rise.a()).name(),
                        actors.get(rise.b()).name(),
                        rise.recent(),
                        rise.earlier(),
                        rise.expected()))
            .toList();
    return new NightPage.Rising(window.since(), window.last(), window.first(), pairs);
  }
}
