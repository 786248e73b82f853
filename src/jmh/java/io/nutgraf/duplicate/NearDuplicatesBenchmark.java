package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import com.sun.management.OperatingSystemMXBean;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Texts;
import io.nutgraf.text.BandKeys;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.NormalForm;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.NGram;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures the near-duplicate stages over the distinct paragraphs of a JSON Lines corpus whose
 * paragraphs are separated by blank lines.
 *
 * <p>{@code NearDuplicatesBenchmark <mode> <corpus.jsonl.gz> <work folder> <number>}, the number
 * being how many times the corpus is taken ({@code prefix}, {@code bands20x5}, {@code bands32x4}),
 * or how many paragraphs ({@code mllib}, {@code first}, {@code template}). To take a corpus k
 * times, each time its letters are moved on by one: as many paragraphs with as many near copies,
 * none shared.
 */
public final class NearDuplicatesBenchmark {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final OverlapFilter FILTER = new OverlapFilter(0.5, 0.8, 15);
  private static final int CAP = Integer.getInteger("cap", 1000);
  private static final int SLOTS = Integer.getInteger("slots", 1 << 26);

  private final SparkSession spark;
  private final Path work;

  private NearDuplicatesBenchmark(SparkSession spark, Path work) {
    this.spark = spark;
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", System.getProperty("partitions", "4"))
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    NearDuplicatesBenchmark benchmark = new NearDuplicatesBenchmark(spark, Path.of(arguments[2]));
    int number = Integer.parseInt(arguments[3]);
    Path texts = benchmark.prepare(arguments[1]);
    switch (arguments[0]) {
      case "prefix" -> benchmark.warm(texts, number, new PrefixKeys(FILTER.jaccard()));
      case "bands20x5" -> benchmark.warm(texts, number, new BandKeys(20, 5));
      case "bands32x4" -> benchmark.warm(texts, number, new BandKeys(32, 4));
      case "first" -> benchmark.first(texts, number);
      case "template" -> benchmark.template(number);
      case "mllib" -> benchmark.mllib(texts, number);
      default -> throw new IllegalArgumentException("No such mode: " + arguments[0]);
    }
    spark.stop();
  }

  /** The distinct paragraphs of eight words or more, once. */
  private Path prepare(String corpus) {
    Path texts = work.resolve("texts");
    if (!Files.exists(texts)) {
      var normal = udf((UDF1<String, String>) NormalForm::of, DataTypes.StringType);
      spark
          .read()
          .schema("text STRING")
          .json(corpus)
          .selectExpr("explode(split(text, '\n\n')) AS text")
          .withColumn("normal", normal.apply(col("text")))
          .dropDuplicates("normal")
          .selectExpr("md5(normal) AS paragraph_id", "text", "size(split(normal, ' ')) AS words")
          .where("words >= 8")
          .repartition(4)
          .write()
          .parquet(texts.toString());
    }
    return texts;
  }

  private Dataset<Row> texts(Path folder) {
    return spark.read().parquet(folder.toString()).withColumn(Texts.SENTENCES, lit(1));
  }

  private Path times(Path folder, int times) {
    Path taken = work.resolve("texts-" + times);
    if (!Files.exists(taken)) {
      var moved =
          udf((UDF2<String, Integer, String>) NearDuplicatesBenchmark::move, DataTypes.StringType);
      for (int i = 0; i < times; i++) {
        texts(folder)
            .withColumn("text", moved.apply(col("text"), lit(i)))
            .selectExpr("md5(concat(paragraph_id, '" + i + "')) AS paragraph_id", "text", "words")
            .write()
            .mode("append")
            .parquet(taken.toString());
      }
    }
    return taken;
  }

  private static String move(String text, int by) {
    return text.chars()
        .map(c -> c >= 'a' && c <= 'z' ? 'a' + (c - 'a' + by) % 26 : c)
        .map(c -> c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + by) % 26 : c)
        .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
        .toString();
  }

  private void warm(Path folder, int times, CandidateKeys keys) throws Exception {
    Path taken = times(folder, times);
    for (int pass = 0; pass < Integer.getInteger("passes", 4); pass++) {
      near("pass " + pass, texts(taken), keys);
    }
  }

  private void first(Path folder, int paragraphs) throws Exception {
    near("first", texts(folder).orderBy("paragraph_id").limit(paragraphs), new PrefixKeys(0.5));
  }

  /** So many variants of one sentence, as no corpus has them. */
  private void template(int variants) throws Exception {
    String sentence = "'Senator ', id, ' announced ', id * 7, ' dollars for ', id * 3";
    String rest =
        "' as part of a program that helps towns and counties all over the state to pay for roads"
            + " bridges schools and other things that people who live there have long asked for'";
    near(
        "template",
        spark
            .range(variants)
            .selectExpr(
                "md5(string(id)) AS paragraph_id",
                "concat(" + sentence + ", " + rest + ") AS text",
                "37 AS words"),
        new PrefixKeys(0.5));
  }

  private void near(String label, Dataset<Row> texts, CandidateKeys keys) throws Exception {
    Row size = texts.agg(sum(octet_length(col("text")))).first();
    Clock all = new Clock(label + " all");
    Clock clock = new Clock(label + " shingles");
    Dataset<Row> sets = stage("sets", new ListShingles(8).apply(texts, undated(texts)));
    clock.stop(size.getLong(0));
    clock = new Clock(label + " counts");
    Dataset<Row> counts = stage("counts", new CountShingles(keys, SLOTS).apply(sets));
    clock.stop(size.getLong(0));
    clock = new Clock(label + " keys");
    Dataset<Row> keysOfSets =
        stage("keys", new ListShingleKeys(keys, EarlyOrder.of(counts)).apply(sets));
    clock.stop(size.getLong(0));
    clock = new Clock(label + " candidates");
    Dataset<Row> candidates =
        stage("candidates", new FindCandidates(keys, FILTER, CAP).apply(keysOfSets, counts));
    clock.stop(size.getLong(0));
    clock = new Clock(label + " links");
    Dataset<Row> compared = new FindComparedSets().apply(sets, candidates);
    Dataset<Row> links = stage("links", new LinkNearCopies(FILTER).apply(compared, candidates));
    clock.stop(size.getLong(0));
    all.stop(size.getLong(0));
    print(
        "%s: candidate rows %d, links %d, of them J >= 0.5 %d"
            .formatted(
                label, candidates.count(), links.count(), links.where("jaccard >= 0.5").count()));
  }

  private static Dataset<Row> undated(Dataset<Row> texts) {
    return texts
        .select("paragraph_id", "words")
        .withColumn(DistinctParagraphs.FIRST_PUBLISHED_AT, lit(null).cast("timestamp"));
  }

  private Dataset<Row> stage(String name, Dataset<Row> rows) {
    String path = work.resolve(name).toString();
    rows.write().mode("overwrite").option("compression", "zstd").parquet(path);
    return spark.read().parquet(path);
  }

  private void mllib(Path folder, int paragraphs) {
    Dataset<Row> texts = texts(folder).orderBy("paragraph_id").limit(paragraphs);
    Row size = texts.agg(sum(octet_length(col("text")))).first();
    var words =
        udf(
            (UDF1<String, List<String>>) text -> List.of(NormalForm.of(text).split(" ")),
            DataTypes.createArrayType(DataTypes.StringType));
    Clock clock = new Clock("mllib");
    Dataset<Row> grams =
        new NGram()
            .setN(3)
            .setInputCol("tokens")
            .setOutputCol("grams")
            .transform(texts.withColumn("tokens", words.apply(col("text"))));
    Dataset<Row> vectors =
        new HashingTF()
            .setNumFeatures(1 << 20)
            .setBinary(true)
            .setInputCol("grams")
            .setOutputCol("features")
            .transform(grams)
            .select("paragraph_id", "features");
    var isEmpty =
        udf((UDF1<Vector, Boolean>) vector -> vector.numNonzeros() == 0, DataTypes.BooleanType);
    Dataset<Row> sets = vectors.where(isEmpty.apply(col("features")).equalTo(lit(false)));
    var model =
        new MinHashLSH()
            .setNumHashTables(5)
            .setSeed(1)
            .setInputCol("features")
            .setOutputCol("hashes")
            .fit(sets);
    long pairs =
        model
            .approxSimilarityJoin(sets, sets, 0.5)
            .where("datasetA.paragraph_id < datasetB.paragraph_id")
            .count();
    clock.stop(size.getLong(0));
    print("mllib: pairs " + pairs);
  }

  private static void print(String line) {
    System.out.println(line);
  }

  /** Wall and processor seconds of the whole process, compiler and collector included. */
  private static final class Clock {
    private final String label;
    private final long wall = System.nanoTime();
    private final long processor = PROCESS.getProcessCpuTime();

    Clock(String label) {
      this.label = label;
    }

    void stop(long bytes) {
      double wallSeconds = (System.nanoTime() - wall) / 1e9;
      double processorSeconds = (PROCESS.getProcessCpuTime() - processor) / 1e9;
      print(
          "%s: wall %.2f s, CPU %.2f s, %.1f MB, %.1f MB/s wall, %.1f MB/s on two cores"
              .formatted(
                  label,
                  wallSeconds,
                  processorSeconds,
                  bytes / 1e6,
                  bytes / 1e6 / wallSeconds,
                  bytes / 1e6 / (processorSeconds / 2)));
    }
  }
}
