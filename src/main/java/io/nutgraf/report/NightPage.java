package io.nutgraf.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything the page of a run shows: a few rows that were already gathered, never a whole table.
 *
 * @param about which run it was and how it ended
 * @param numbers the night in numbers, in the order shown
 * @param copied the most copied paragraphs, most outlets first
 * @param flows how much each outlet ran after another had it first
 * @param network the strongest pairs as a graph
 * @param pairs pairs of actors, copies counted and counted once
 * @param rejected records that were not taken in, by reason
 * @param checks gates, warnings, versions, parameters and tables made
 */
public record NightPage(
    About about,
    List<Figure> numbers,
    List<Copied> copied,
    List<Flow> flows,
    Network network,
    Pairs pairs,
    List<Rejected> rejected,
    Checks checks) {

  /** Which run, and how it ended. */
  public record About(
      String runId, LocalDate night, String status, String message, double seconds) {}

  /** One number with what it counts. */
  public record Figure(String label, long value, String explanation) {}

  /**
   * A cluster of copies.
   *
   * @param otherClusters how many more paragraphs of the same first article were copied
   * @param runs who ran it, earliest first; may be cut, {@code articles} is the full number
   */
  public record Copied(
      String clusterId,
      String text,
      String reuseKind,
      long articles,
      long sources,
      String firstSource,
      long otherClusters,
      List<Run> runs) {}

  /** One outlet's article with a copy; {@code at} is null when it has no date. */
  public record Run(String source, Instant at, String articleId, String title) {}

  /** What one outlet had first and another later; {@code medianLag} is null without dates. */
  public record Flow(String from, String to, long clusters, long articles, Duration medianLag) {}

  /** Actors and the pairs between them. */
  public record Network(List<Actor> actors, List<Link> links) {
    public Network {
      actors = List.copyOf(actors);
      links = List.copyOf(links);
    }
  }

  /** An actor; {@code articles} counts the articles that name it. */
  public record Actor(String id, String name, String type, long articles) {}

  /** A pair in the network, by articles. */
  public record Link(String a, String b, long nRaw, long nDistinct) {}

  /**
   * Pairs worth reading.
   *
   * @param strongest in most distinct articles
   * @param inflated those that copies inflate most
   * @param rising compared over time; null when the corpus has one day only
   */
  public record Pairs(List<Pair> strongest, List<Pair> inflated, Rising rising) {}

  /** A pair, by articles: all of them, and copies counted once. */
  public record Pair(String a, String b, long nRaw, long nDistinct) {}

  /** Pairs that grew: the days from {@code since} on against those before. */
  public record Rising(LocalDate since, LocalDate last, LocalDate first, List<Rise> pairs) {}

  /** A pair that grew; {@code expected} is its recent count had it kept its earlier share. */
  public record Rise(String a, String b, long recent, long earlier, double expected) {}

  /** A reason with one example of a message. */
  public record Rejected(String reason, long records, String example) {}

  /** How far the run can be trusted, and what made it. */
  public record Checks(
      Map<String, String> gates,
      List<String> warnings,
      Map<String, String> versions,
      Map<String, String> parameters,
      List<Made> tables) {}

  /** A table that was made. */
  public record Made(String table, long rows, double seconds) {}
}
