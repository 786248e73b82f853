package io.nutgraf.job;

import io.nutgraf.quality.Gate;
import io.nutgraf.quality.Intake;
import io.nutgraf.report.NightPage;
import io.nutgraf.table.Clusters;
import io.nutgraf.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * What a run did, gathered while it runs; becomes run.json, the runs table and the summary. Tables,
 * counts and warnings may come from several threads.
 */
public final class RunReport {

  /** A table that was made. */
  public record Made(String table, long rows, double seconds) {}

  /** A cluster of copies worth looking at. */
  public record Copied(
      String reuseKind, long articles, long sources, String firstSource, String text) {}

  /** A pair of actors, by articles. */
  public record Pair(String a, String b, long nRaw, long nDistinct) {}

  /** A line of the merge file, and to how many mentions it applied. */
  public record Corrected(long line, String from, String to, long mentions) {}

  /** An actor that no dictionary has. */
  public record Gap(String actorId, String name, long mentions, long articles) {}

  private static final String RUNNING = "running";

  private final String runId;
  private final Instant startedAt = Instant.now();
  private final LapClock clock = new LapClock();
  private final LocalDate date;
  private final Map<String, String> parameters;
  private final Map<String, String> versions;
  private final List<Made> made = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, String> gates = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private List<Copied> mostCopied = List.of();
  private List<Pair> strongestPairs = List.of();
  private PageRows pageRows = PageRows.none();
  private List<NightPage.Rejected> rejected = List.of();
  private List<Corrected> corrections = List.of();
  private List<Gap> gaps = List.of();
  private Intake intake;
  private String status = RUNNING;
  private String message = "";
  private double seconds;
  private String warehouse;
  private String clusters;

  RunReport(
      String runId, LocalDate date, Map<String, String> parameters, Map<String, String> versions) {
    this.runId = runId;
    this.date = date;
    this.parameters = Redaction.parameters(parameters);
    this.versions = new TreeMap<>(versions);
  }

  void locate(Warehouse place) {
    warehouse = shown(place.root());
  }

  void locateSnapshots(Warehouse place, LocalDate night) {
    clusters = shown(place.nightFolder(Clusters.TABLE, night, runId));
  }

  private static String shown(Path path) {
    return Redaction.text(path.toString()).replaceFirst("^file:/+", "/");
  }

  /** Where the published tables are. */
  public String tablesFolder() {
    return warehouse + "/tables";
  }

  /** Where the run's own clusters are, if it made snapshots. */
  public Optional<String> clustersFolder() {
    return Optional.ofNullable(clusters);
  }

  /** Where the page to look at is. */
  public String pageFile() {
    return warehouse + "/runs/" + runId + "/" + RunPage.FILE;
  }

  /** Where run.json is. */
  public String runFile() {
    return warehouse + "/runs/" + runId + "/run.json";
  }

  /** The clock of the steps that come one after another, from the start. */
  LapClock clock() {
    return clock;
  }

  synchronized void made(String table, long rows, double tableSeconds) {
    made.add(new Made(table, rows, tableSeconds));
    counts.put(table, rows);
  }

  synchronized void count(String what, long n) {
    counts.put(what, n);
  }

  void version(String what, String version) {
    versions.put(what, version);
  }

  void corrected(List<Corrected> lines) {
    corrections = List.copyOf(lines);
  }

  void gaps(List<Gap> actors) {
    gaps = List.copyOf(actors);
  }

  void gate(Gate gate) {
    gates.put(gate.name(), (gate.isPassed() ? "passed: " : "failed: ") + gate.detail());
  }

  synchronized void warn(String warning) {
    warnings.add(Redaction.text(warning));
  }

  void intake(Intake found) {
    intake = found;
    count("read", found.read());
    count("accepted", found.accepted());
    count("superseded", found.superseded());
    count("quarantined", found.quarantined());
    count("blank", found.blank());
    if (found.forgotten() > 0) {
      count("forgotten", found.forgotten());
    }
  }

  void highlights(List<Copied> copied, List<Pair> pairs) {
    mostCopied = List.copyOf(copied);
    strongestPairs = List.copyOf(pairs);
  }

  void rejected(List<NightPage.Rejected> byReason) {
    rejected = List.copyOf(byReason);
  }

  void pageRows(PageRows gathered) {
    pageRows = gathered;
  }

  PageRows pageRows() {
    return pageRows;
  }

  List<NightPage.Rejected> rejected() {
    return rejected;
  }

  String status() {
    return status;
  }

  String message() {
    return message;
  }

  void ended(Outcome outcome, String why) {
    status = outcome.word();
    message = Redaction.text(why);
    seconds = secondsSoFar();
  }

  /** For a run that could not even open its warehouse; others have said why they ended. */
  void endedEarly(Throwable why) {
    if (status.equals(RUNNING)) {
      ended(Outcome.FAILED, FailureMessage.of(why));
    }
  }

  double secondsSoFar() {
    return Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
  }

  Instant endedAt() {
    return startedAt.plusMillis(Math.round(seconds * 1000));
  }

  public String runId() {
    return runId;
  }

  public Intake intake() {
    return intake;
  }

  public synchronized List<Made> tables() {
    return List.copyOf(made);
  }

  public synchronized Map<String, Long> counts() {
    return new LinkedHashMap<>(counts);
  }

  public Map<String, String> gates() {
    return new LinkedHashMap<>(gates);
  }

  public synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  public List<Copied> mostCopied() {
    return mostCopied;
  }

  public List<Pair> strongestPairs() {
    return strongestPairs;
  }

  /** What each line of the merge file did, in the order of the file. */
  public List<Corrected> corrections() {
    return corrections;
  }

  /** The actors most often named that no dictionary has. */
  public List<Gap> gaps() {
    return gaps;
  }

  public Map<String, String> versions() {
    return new TreeMap<>(versions);
  }

  /** The night. */
  public LocalDate date() {
    return date;
  }

  /** The options as given. */
  public Map<String, String> parameters() {
    return new TreeMap<>(parameters);
  }

  public double seconds() {
    return seconds;
  }

  /** The report as run.json has it. */
  public synchronized Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("schema_version", 1);
    map.put("run_id", runId);
    map.put("date", date.toString());
    map.put("status", status);
    map.put("message", message);
    map.put("started_at", startedAt.toString());
    map.put("seconds", seconds);
    map.put("versions", versions);
    map.put("parameters", parameters);
    map.put("counts", counts);
    map.put("gates", gates);
    map.put("warnings", warnings);
    map.put("tables", made);
    map.put("corrections", corrections);
    map.put("gaps", gaps);
    return map;
  }
}
