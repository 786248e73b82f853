package io.nutgraf.paragraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline_outer;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;

import com.sun.management.OperatingSystemMXBean;
import io.nutgraf.text.ParagraphBreak;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Split + normalise + hash + group (count and first copy, no text moved), beside a bare Parquet
 * scan, Spark SQL expressions and DuckDB.
 *
 * <p>{@code jobs/bench io.nutgraf.paragraph.ExactCopiesBenchmark CORPUS.jsonl.gz [COPIES]
 * [ROUNDS]}. Each engine runs in a JVM of its own, five times; the last, warm pass is measured, in
 * CPU and wall seconds. The order of the engines rotates with each round. COPIES multiplies the
 * corpus, each copy with words of its own.
 */
public final class ExactCopiesBenchmark {
  private static final List<String> ENGINES =
      List.of("scan", "nutgraf", "nutgraf-count", "sql", "duckdb", "duckdb-raw");
  private static final String SQL_NORMAL_FORM =
      "trim(regexp_replace(lower(p), '[^\\\\p{L}\\\\p{N}]+', ' '))";
  private static final String DUCKDB_NORMAL_FORM =
      "trim(regexp_replace(lower(p), '[^\\p{L}\\p{N}]+', ' ', 'g'))";

  private static final int WARM_UP_PASSES = 4;

  private ExactCopiesBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("Give CORPUS.jsonl.gz, and if wanted COPIES and ROUNDS");
    }
    if (arguments[0].equals("--engine")) {
      measure(arguments[1], arguments[2]);
      return;
    }
    int copies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    Path folder = Files.createTempDirectory("nutgraf-bench");
    try {
      run("--engine", "prepare:" + copies + ":" + arguments[0], folder.toString());
      Map<String, List<double[]>> seconds = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < ENGINES.size(); i++) {
          String engine = ENGINES.get((i + round) % ENGINES.size());
          seconds
              .computeIfAbsent(engine, e -> new ArrayList<>())
              .add(run("--engine", engine, folder.toString()));
        }
      }
      print(seconds);
    } finally {
      org.apache.commons.io.FileUtils.deleteDirectory(folder.toFile());
    }
  }

  private static void print(Map<String, List<double[]>> seconds) {
    double scan = median(seconds.get("scan"), 0);
    double own = median(seconds.get("nutgraf"), 0);
    System.out.println("| engine | CPU s | wall s | of the scan's rate | nutgraf is faster by |");
    System.out.println("|---|---|---|---|---|");
    for (String engine : ENGINES) {
      double cpu = median(seconds.get(engine), 0);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %.1f |%n",
          engine,
          cpu,
          median(seconds.get(engine), 1),
          scan / cpu,
          cpu / own);
    }
  }

  private static double median(List<double[]> runs, int figure) {
    return runs.stream().mapToDouble(run -> run[figure]).sorted().toArray()[runs.size() / 2];
  }

  /** Runs this class in a JVM of its own; gives the CPU and wall seconds it prints. */
  private static double[] run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), ExactCopiesBenchmark.class.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + " failed:\n" + output);
    }
    String[] figures = output.strip().lines().reduce("", (a, b) -> b).split(" ");
    return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
  }

  private static void measure(String engine, String folder) throws SQLException {
    if (engine.startsWith("duckdb")) {
      duckDb(engine.equals("duckdb"), folder);
      return;
    }
    SparkSession spark =
        SparkSession.builder()
            .config(ParagraphFunctions.CATALOG_SETTING, ParagraphFunctions.class.getName())
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    if (engine.startsWith("prepare:")) {
      String[] parts = engine.split(":", 3);
      prepare(spark, parts[2], Integer.parseInt(parts[1]), folder);
      System.out.println("0 0");
    } else {
      time(() -> query(spark, engine, folder).write().format("noop").mode("overwrite").save());
    }
    spark.stop();
  }

  private static void prepare(SparkSession spark, String corpus, int copies, String folder) {
    spark
        .read()
        .schema("id string, published_at string, text string")
        .json(corpus)
        .repartition(4)
        .withColumn("copy", explode(sequence(lit(1), lit(copies))))
        .select(
            expr("concat(copy, '-', id)").as("article_id"),
            expr("timestamp(published_at)").as("published_at"),
            expr("if(copy = 1, text, replace(text, ' the ', concat(' the', copy, ' ')))")
                .as("text"),
            lit("jsonl").as("format"),
            lit("s").as("source"),
            lit("u").as("url"),
            lit("t").as("title"))
        .write()
        .option("compression", "zstd")
        .option("parquet.block.size", 16L << 20)
        .parquet(folder + "/articles");
  }

  private static Dataset<Row> query(SparkSession spark, String engine, String folder) {
    Dataset<Row> articles = spark.read().parquet(folder + "/articles");
    return switch (engine) {
      case "scan" -> articles.agg(sum(octet_length(col("text"))));
      case "nutgraf" ->
          occurrences(articles)
              .groupBy("h1", "h2")
              .agg(count(lit(1)), min(expr("struct(published_at, article_id, paragraph)")));
      case "nutgraf-count" -> occurrences(articles).groupBy("h1", "h2").agg(count(lit(1)));
      case "sql" ->
          articles
              .selectExpr("article_id", "published_at", "posexplode(split(text, '\n\n')) as (i, p)")
              .withColumn("h", expr("md5(" + SQL_NORMAL_FORM + ")"))
              .groupBy("h")
              .agg(count(lit(1)), min(expr("struct(published_at, article_id, i)")));
      default -> throw new IllegalArgumentException("No engine " + engine);
    };
  }

  private static Dataset<Row> occurrences(Dataset<Row> articles) {
    // For a plain inline Spark would first ask whether there are parts, and split each text thrice.
    return new SplitParagraphs(ParagraphBreak.BLANK_LINES)
        .apply(articles)
        .select(col("article_id"), col("published_at"), inline_outer(col("parts")))
        .where(col("h1").isNotNull());
  }

  private static void duckDb(boolean isNormalised, String folder) throws SQLException {
    String key = isNormalised ? "md5_number(" + DUCKDB_NORMAL_FORM + ")" : "hash(p)";
    String query =
        """
        SELECT count(*), sum(n), max(first) FROM (
          SELECT %s AS h, count(*) AS n,
                 min({'t': published_at, 'a': article_id, 'i': i}) AS first
          FROM (SELECT article_id, published_at, unnest(string_split(text, E'\\n\\n')) AS p,
                       generate_subscripts(string_split(text, E'\\n\\n'), 1) AS i
                FROM read_parquet('%s/articles/*.parquet'))
          GROUP BY h)
        """
            .formatted(key, folder);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      time(
          () -> {
            try {
              statement.executeQuery(query).close();
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  /** Prints CPU and wall seconds of a pass after those that warm up the compiler. */
  private static void time(Runnable pass) {
    for (int i = 0; i < WARM_UP_PASSES; i++) {
      pass.run();
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    pass.run();
    System.out.printf(
        Locale.ROOT,
        "%.3f %.3f%n",
        (system.getProcessCpuTime() - cpu) / 1e9,
        (System.nanoTime() - wall) / 1e9);
  }
}
