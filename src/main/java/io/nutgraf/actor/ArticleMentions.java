package io.nutgraf.actor;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The rows of one article into its mentions, in the order of the text. */
record ArticleMentions(Broadcast<Dictionary> dictionary) implements FlatMapFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Row article) {
    SortedMap<Integer, List<Span>> spans = new TreeMap<>();
    String source = article.getAs("source");
    String outlet = source == null ? null : TaggedNames.organisationId(source);
    TreeMap<Integer, String> paragraphIds = new TreeMap<>();
    for (Row part : article.<Row>getList(article.fieldIndex("parts"))) {
      int paragraph = part.getInt(0);
      paragraphIds.put(paragraph, hex(part.getLong(1)) + hex(part.getLong(2)));
      spans.put(
          paragraph,
          part.<Row>getList(3).stream()
              .map(ArticleMentions::span)
              .filter(span -> !isSignature(span, outlet))
              .toList());
    }
    LocalDate day =
        article.isNullAt(article.fieldIndex("day"))
            ? null
            : LocalDate.ofEpochDay(article.<Long>getAs("day"));
    return new ArticleResolver(dictionary.value())
        .resolve(spans, day).stream()
            .map(span -> mention(article, span, paragraphIds.get(span.paragraph()), day))
            .iterator();
  }

  private Row mention(Row article, ResolvedSpan resolved, String paragraphId, LocalDate day) {
    Span span = resolved.span();
    String actorId = resolved.actorId();
    DictionaryActor actor = actorId == null ? null : dictionary.value().actor(actorId);
    return RowFactory.create(
        article.getAs("article_id"),
        resolved.paragraph(),
        span.sentence(),
        span.start(),
        span.end(),
        span.surface(),
        actorId,
        span.method(),
        resolved.candidates() == null ? null : resolved.candidates().toArray(String[]::new),
        actor == null ? null : actor.codeOn(day),
        paragraphId,
        article.getAs("source"),
        article.getAs("published_at"));
  }

  /** An outlet that names itself signs its article; it does not act in it. */
  private static boolean isSignature(Span span, String outlet) {
    return span.method().equals(Span.TAGGED)
        && span.candidates().size() == 1
        && span.candidates().get(0).equals(outlet);
  }

  private static Span span(Row row) {
    return new Span(
        row.getAs("start"),
        row.getAs("end"),
        row.getAs("sentence"),
        row.getAs("method"),
        List.copyOf(row.<String>getList(row.fieldIndex("candidates"))),
        row.getAs("title"),
        row.getAs("surface"));
  }

  private static String hex(long half) {
    return HexFormat.of().toHexDigits(half);
  }
}
