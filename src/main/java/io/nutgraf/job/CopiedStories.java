package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was copied most: the paragraphs for the terminal, and for the page the most copied paragraph
 * of each of the most copied stories, with who ran it when.
 *
 * <p>A story is what stands first in one article: five paragraphs of one dispatch would otherwise
 * fill the page.
 */
final class CopiedStories {
  private static final int PARAGRAPHS = 5;
  private static final int PARAGRAPH_CHARACTERS = 100;
  private static final int STORIES = 12;
  private static final int STORY_CHARACTERS = 280;

  /** Stories are told apart among this many of the most copied clusters. */
  private static final int CONSIDERED = 1_000;

  private final List<CopiedCluster> paragraphs;
  private final List<Story> stories;
  private final Map<String, String> excerpts;

  /** The most copied cluster of a story, and how many others of it were considered. */
  private record Story(CopiedCluster cluster, long others) {}

  /**
   * @param texts gives those of distinct paragraphs
   */
  CopiedStories(Dataset<Row> clusters, UnaryOperator<Dataset<Row>> texts) {
    List<CopiedCluster> considered = CopiedCluster.most(clusters, CONSIDERED);
    this.paragraphs = considered.stream().limit(PARAGRAPHS).toList();
    this.stories = stories(considered);
    this.excerpts =
        excerpts(
            clusters,
            texts,
            Stream.concat(paragraphs.stream(), stories.stream().map(Story::cluster))
                .map(CopiedCluster::id)
                .distinct()
                .toArray());
  }

  /** The few paragraphs that the terminal shows. */
  List<RunReport.Copied> mostCopied() {
    return paragraphs.stream()
        .map(
            cluster ->
                new RunReport.Copied(
                    cluster.reuseKind(),
                    cluster.articles(),
                    cluster.sources(),
                    cluster.firstSource(),
                    start(excerpts.getOrDefault(cluster.id(), ""), PARAGRAPH_CHARACTERS)))
        .toList();
  }

  List<NightPage.Copied> stories(
      Dataset<Row> members, Dataset<Row> occurrences, Dataset<Row> articles) {
    if (stories.isEmpty()) {
      return List.of();
    }
    Map<String, List<NightPage.Run>> runs =
        StoryRuns.gather(
            stories.stream().map(story -> story.cluster().id()).toList(),
            members,
            occurrences,
            articles);
    return stories.stream()
        .map(
            story ->
                new NightPage.Copied(
                    story.cluster().id(),
                    cut(excerpts.getOrDefault(story.cluster().id(), "")),
                    story.cluster().reuseKind(),
                    story.cluster().articles(),
                    story.cluster().sources(),
                    story.cluster().firstSource(),
                    story.others(),
                    runs.getOrDefault(story.cluster().id(), List.of())))
        .toList();
  }

  private static List<Story> stories(List<CopiedCluster> mostFirst) {
    Map<String, Story> storyByArticle = new LinkedHashMap<>();
    for (CopiedCluster cluster : mostFirst) {
      storyByArticle.merge(
          cluster.firstArticleId(),
          new Story(cluster, 0),
          (story, another) -> new Story(story.cluster(), story.others() + 1));
    }
    return storyByArticle.values().stream().limit(STORIES).toList();
  }

  private static Map<String, String> excerpts(
      Dataset<Row> clusters, UnaryOperator<Dataset<Row>> texts, Object[] ids) {
    if (ids.length == 0) {
      return Map.of();
    }
    Dataset<Row> firstCopies =
        clusters
            .where(col(Clusters.CLUSTER_ID).isin(ids))
            .select(
                col(Clusters.CLUSTER_ID).as(DistinctParagraphs.PARAGRAPH_ID),
                col(Clusters.FIRST_ARTICLE_ID).as(DistinctParagraphs.FIRST_ARTICLE_ID));
    return texts
        .apply(firstCopies)
        .where(col(Texts.PARAGRAPH_ID).isin(ids))
        .select(col(Texts.PARAGRAPH_ID), substring(col(Texts.TEXT), 1, STORY_CHARACTERS))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1), (a, b) -> a));
  }

  /** Counted as SQL counts, so that no character is cut in two. */
  private static String start(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static String cut(String excerpt) {
    return excerpt.length() < STORY_CHARACTERS ? excerpt : excerpt + "…";
  }
}
