package io.nutgraf.cooccurrence;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Texts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small corpus made by chance: articles put together from a few paragraphs, often the same. */
final class RandomNews {
  private static final int PARAGRAPHS = 16;
  private static final int GROUPS = 11;
  private static final int ARTICLES = 30;
  private static final int ACTORS = 6;

  /** A paragraph with the actors of each sentence; those of a group are near copies. */
  record Paragraph(String id, int group, boolean isFurniture, List<Set<String>> sentences) {}

  record Article(String id, int day, List<Paragraph> paragraphs) {}

  private final List<Article> articles;

  private RandomNews(List<Article> articles) {
    this.articles = articles;
  }

  /** With near copies and furniture. */
  static RandomNews withNearCopies(long seed) {
    return make(new Random(seed), GROUPS);
  }

  /** With exact copies only. */
  static RandomNews withExactCopies(long seed) {
    return make(new Random(seed), PARAGRAPHS);
  }

  private static RandomNews make(Random random, int groups) {
    List<Paragraph> pool = new ArrayList<>();
    for (int p = 0; p < PARAGRAPHS; p++) {
      List<Set<String>> sentences = new ArrayList<>();
      int n = 1 + random.nextInt(3);
      for (int s = 0; s < n; s++) {
        Set<String> actors = new TreeSet<>();
        int named = random.nextInt(4);
        for (int i = 0; i < named; i++) {
          actors.add("actor" + random.nextInt(ACTORS));
        }
        sentences.add(actors);
      }
      int group = p % groups;
      pool.add(
          new Paragraph("%032x".formatted(p), group, groups < PARAGRAPHS && group == 0, sentences));
    }
    List<Article> articles = new ArrayList<>();
    for (int a = 0; a < ARTICLES; a++) {
      List<Paragraph> chosen = new ArrayList<>();
      int n = 1 + random.nextInt(3);
      for (int i = 0; i < n; i++) {
        chosen.add(pool.get(random.nextInt(PARAGRAPHS)));
      }
      articles.add(new Article("article%02d".formatted(a), 1 + random.nextInt(9), chosen));
    }
    return new RandomNews(articles);
  }

  /** Every article k times, under other identifiers. */
  RandomNews copied(int k) {
    List<Article> copies = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      for (Article article : articles) {
        copies.add(new Article(article.id() + "-" + i, article.day(), article.paragraphs()));
      }
    }
    return new RandomNews(copies);
  }

  List<Article> articles() {
    return articles;
  }

  Dataset<Row> mentions(SparkSession spark) {
    List<Row> mentions = new ArrayList<>();
    for (Article article : articles) {
      for (int p = 0; p < article.paragraphs().size(); p++) {
        Paragraph paragraph = article.paragraphs().get(p);
        int start = 0;
        for (int s = 0; s < paragraph.sentences().size(); s++) {
          for (String actor : paragraph.sentences().get(s)) {
            mentions.add(
                row(
                    article.id(),
                    p,
                    s,
                    start,
                    start + 5,
                    actor,
                    actor,
                    "full",
                    null,
                    null,
                    paragraph.id(),
                    "outlet",
                    day(article.day())));
            start += 6;
          }
        }
      }
    }
    return rows(spark, Mentions.TABLE, mentions.toArray(Row[]::new));
  }

  Dataset<Row> paragraphs(SparkSession spark) {
    List<Row> paragraphs = new ArrayList<>();
    for (Article article : articles) {
      for (int p = 0; p < article.paragraphs().size(); p++) {
        paragraphs.add(
            row(
                article.id(),
                p,
                article.paragraphs().get(p).id(),
                20,
                "outlet",
                day(article.day())));
      }
    }
    return rows(spark, Paragraphs.TABLE, paragraphs.toArray(Row[]::new));
  }

  Dataset<Row> distinctParagraphs(SparkSession spark) {
    return rows(
        spark,
        DistinctParagraphs.TABLE,
        occurring().stream()
            .map(p -> row(p.id(), 20, 1L, day(firstDay(Set.of(p))), null, null))
            .toArray(Row[]::new));
  }

  Dataset<Row> texts(SparkSession spark) {
    return rows(
        spark,
        Texts.TABLE,
        occurring().stream()
            .map(p -> row(p.id(), "", 20, p.sentences().size()))
            .toArray(Row[]::new));
  }

  Dataset<Row> members(SparkSession spark) {
    List<Row> members = new ArrayList<>();
    clusters().forEach((id, of) -> of.forEach(p -> members.add(row(p.id(), id, 1L, 1.0))));
    return rows(spark, ClusterMembers.TABLE, members.toArray(Row[]::new));
  }

  Dataset<Row> clusters(SparkSession spark) {
    List<Row> clusters = new ArrayList<>();
    clusters()
        .forEach(
            (id, of) ->
                clusters.add(
                    row(
                        id,
                        of.get(0).isFurniture() ? "furniture" : "syndicated",
                        (long) of.size(),
                        2L,
                        2L,
                        1L,
                        null,
                        "outlet",
                        day(firstDay(of)),
                        day(9),
                        1.0,
                        0,
                        20)));
    return rows(spark, Clusters.TABLE, clusters.toArray(Row[]::new));
  }

  /** Groups that occur twice or more, by their smallest paragraph. */
  private Map<String, List<Paragraph>> clusters() {
    Map<Integer, List<Paragraph>> groups =
        occurring().stream()
            .collect(Collectors.groupingBy(Paragraph::group, TreeMap::new, Collectors.toList()));
    Map<String, List<Paragraph>> clusters = new TreeMap<>();
    for (List<Paragraph> group : groups.values()) {
      long occurrences =
          articles.stream().flatMap(a -> a.paragraphs().stream()).filter(group::contains).count();
      if (occurrences >= 2) {
        clusters.put(group.get(0).id(), group);
      }
    }
    return clusters;
  }

  private List<Paragraph> occurring() {
    return articles.stream()
        .flatMap(article -> article.paragraphs().stream())
        .distinct()
        .sorted(Comparator.comparing(Paragraph::id))
        .toList();
  }

  private int firstDay(Collection<Paragraph> of) {
    return articles.stream()
        .filter(article -> article.paragraphs().stream().anyMatch(of::contains))
        .mapToInt(Article::day)
        .min()
        .orElseThrow();
  }

  private static Timestamp day(int day) {
    return Timestamp.from(Instant.parse("2014-11-0%dT06:00:00Z".formatted(day)));
  }
}
