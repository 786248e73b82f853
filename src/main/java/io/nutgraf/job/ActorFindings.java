package io.nutgraf.job;

import io.nutgraf.report.NightPage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The network and the pairs of the page, names put in the place of identifiers. */
final class ActorFindings {
  private static final int DRAWN = 90;
  private static final int SHOWN = 10;
  private static final int LISTED = 15;
  private static final int INFLATED = 10;

  private final List<NightPage.Link> strongest;
  private final List<NightPage.Link> inflated;
  private final RisingPairs window;
  private final List<RisingPairs.Rise> rising;
  private final Map<String, NightPage.Actor> actorById;

  ActorFindings(Dataset<Row> cooccurrence, Dataset<Row> associations, Dataset<Row> actors) {
    PairTotals totals = new PairTotals(associations, actors);
    this.strongest = totals.strongest(DRAWN);
    this.inflated = totals.inflated(INFLATED);
    // Without a pair there is no day with one.
    this.window = strongest.isEmpty() ? null : RisingPairs.over(cooccurrence);
    this.rising = window == null ? List.of() : window.gather(cooccurrence, totals);
    this.actorById =
        totals.actorsWith(
            Stream.concat(
                    Stream.concat(strongest.stream(), inflated.stream())
                        .flatMap(link -> Stream.of(link.a(), link.b())),
                    rising.stream().flatMap(rise -> Stream.of(rise.a(), rise.b())))
                .distinct()
                .toArray());
  }

  /** The few that the terminal shows. */
  List<RunReport.Pair> strongestPairs() {
    return strongest.stream()
        .limit(SHOWN)
        .map(
            link ->
                new RunReport.Pair(name(link.a()), name(link.b()), link.nRaw(), link.nDistinct()))
        .toList();
  }

  NightPage.Network network() {
    Set<String> drawn = new TreeSet<>();
    strongest.forEach(link -> drawn.addAll(List.of(link.a(), link.b())));
    return new NightPage.Network(
        actorById.values().stream().filter(actor -> drawn.contains(actor.id())).toList(),
        strongest);
  }

  NightPage.Pairs pairs() {
    return new NightPage.Pairs(
        named(strongest.stream().limit(LISTED)), named(inflated.stream()), namedRising());
  }

  private List<NightPage.Pair> named(Stream<NightPage.Link> links) {
    return links
        .map(
            link ->
                new NightPage.Pair(name(link.a()), name(link.b()), link.nRaw(), link.nDistinct()))
        .toList();
  }

  private NightPage.Rising namedRising() {
    if (window == null) {
      return null;
    }
    List<NightPage.Rise> pairs =
        rising.stream()
            .map(
                rise ->
                    new NightPage.Rise(
                        name(rise.a()),
                        name(rise.b()),
                        rise.recent(),
                        rise.earlier(),
                        rise.expected()))
            .toList();
    return new NightPage.Rising(window.since(), window.last(), window.first(), pairs);
  }

  private String name(String actorId) {
    return actorById.get(actorId).name();
  }
}
