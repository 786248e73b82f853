package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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

  private static final StructType FIRST_COPY =
      new StructType()
          .add(DistinctParagraphs.PARAGRAPH_ID, DataTypes.StringType)
          .add(DistinctParagraphs.FIRST_ARTICLE_ID, DataTypes.StringType);

  private final List<CopiedCluster> paragraphs;
  private final List<Story> stories;

  /** The most copied cluster of a story, and how many others of it were considered. */
  private record Story(CopiedCluster cluster, long others) {}

  /**
   * What is shown, most copied first.
   *
   * @param paragraphs for the terminal
   * @param stories for the page
   */
  record Shown(List<RunReport.Copied> paragraphs, List<NightPage.Copied> stories) {}

  CopiedStories(Dataset<Row> clusters) {
    List<CopiedCluster> considered = CopiedCluster.most(clusters, CONSIDERED);
    this.paragraphs = considered.stream().limit(PARAGRAPHS).toList();
    this.stories = stories(considered);
  }

  /** The first copies whose texts are shown: paragraph_id, first_article_id. */
  Dataset<Row> firstCopies(SparkSession spark) {
    return spark.createDataFrame(
        shown().map(cluster -> RowFactory.create(cluster.id(), cluster.firstArticleId())).toList(),
        FIRST_COPY);
  }

  /**
   * Looks up what is to be shown of them.
   *
   * @param texts those of the {@link #firstCopies} among them
   */
  Shown show(
      Dataset<Row> texts, Dataset<Row> members, Dataset<Row> occurrences, Dataset<Row> articles) {
    if (stories.isEmpty()) {
      return new Shown(List.of(), List.of());
    }
    Map<String, String> excerpts = excerpts(texts);
    Map<String, List<NightPage.Run>> runs =
        StoryRuns.gather(
            stories.stream().map(story -> story.cluster().id()).toList(),
            members,
            occurrences,
            articles);
    return new Shown(paragraphs(excerpts), stories(excerpts, runs));
  }

  private List<RunReport.Copied> paragraphs(Map<String, String> excerpts) {
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

  private List<NightPage.Copied> stories(
      Map<String, String> excerpts, Map<String, List<NightPage.Run>> runs) {
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

  private Map<String, String> excerpts(Dataset<Row> texts) {
    return texts
        .where(col(Texts.PARAGRAPH_ID).isin(shown().map(CopiedCluster::id).toArray()))
        .select(col(Texts.PARAGRAPH_ID), substring(col(Texts.TEXT), 1, STORY_CHARACTERS))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1), (a, b) -> a));
  }

  private Stream<CopiedCluster> shown() {
    return Stream.concat(paragraphs.stream(), stories.stream().map(Story::cluster)).distinct();
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
