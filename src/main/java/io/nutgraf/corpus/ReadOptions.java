package io.nutgraf.corpus;

import io.nutgraf.setting.WrongSettingException;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How input is read. Start from {@link #defaults()}.
 *
 * @param format default {@link InputFormat#AUTO}
 * @param columns name in the input by name of ours ({@code article_id}, {@code source}, {@code
 *     url}, {@code title}, {@code published_at}, {@code text}); several names are joined by {@code
 *     |}, the first that a record has is taken. A name not given stands for itself, and {@code
 *     article_id} may then also be called {@code id}. Default empty
 * @param zone of a time of publication that names none, and of days; default UTC
 * @param maxArticleBytes of an article's text in UTF-8; default 8 MiB. A record of more than three
 *     times that and 1 MiB (JSON escapes make three bytes of one) is not even held in memory
 * @param maxDecompressionRatio decompressed bytes by stored bytes; default 200. Enforced only in
 *     files that decompress to more than 64 MiB
 * @param textSource the source of plain-text files; default null: the name of the folder they are
 *     in
 * @param splitBytes a task reads about so many bytes, and no longer a part of a JSON-lines file;
 *     default 32 MiB. Never changes the articles
 */
public record ReadOptions(
    InputFormat format,
    Map<String, String> columns,
    ZoneId zone,
    int maxArticleBytes,
    int maxDecompressionRatio,
    String textSource,
    long splitBytes)
    implements Serializable {

  private static final int MIB = 1 << 20;

  /**
   * @throws WrongSettingException naming the parameter at fault
   */
  public ReadOptions {
    columns = Map.copyOf(columns);
    List<String> known = Arrays.stream(Field.values()).map(Field::column).toList();
    columns.forEach(
        (ours, theirs) -> {
          if (!known.contains(ours) || theirs.isBlank()) {
            throw new WrongSettingException(
                "Column mapping %s=%s: give NAME=COLUMN with NAME one of %s"
                    .formatted(ours, theirs, known));
          }
        });
    requireAtLeastOne("maxArticleBytes", maxArticleBytes);
    requireAtLeastOne("maxDecompressionRatio", maxDecompressionRatio);
    requireAtLeastOne("splitBytes", splitBytes);
    if (maxArticleBytes > 512 * MIB) {
      throw new WrongSettingException(
          "maxArticleBytes must be at most 536870912 (512 MiB), but is " + maxArticleBytes);
    }
  }

  public static ReadOptions defaults() {
    return new ReadOptions(
        InputFormat.AUTO, Map.of(), ZoneOffset.UTC, 8 * MIB, 200, null, 32L * MIB);
  }

  public ReadOptions withFormat(InputFormat newFormat) {
    return new ReadOptions(
        newFormat, columns, zone, maxArticleBytes, maxDecompressionRatio, textSource, splitBytes);
  }

  public ReadOptions withColumns(Map<String, String> newColumns) {
    return new ReadOptions(
        format, newColumns, zone, maxArticleBytes, maxDecompressionRatio, textSource, splitBytes);
  }

  public ReadOptions withZone(ZoneId newZone) {
    return new ReadOptions(
        format, columns, newZone, maxArticleBytes, maxDecompressionRatio, textSource, splitBytes);
  }

  public ReadOptions withMaxArticleBytes(int bytes) {
    return new ReadOptions(
        format, columns, zone, bytes, maxDecompressionRatio, textSource, splitBytes);
  }

  public ReadOptions withMaxDecompressionRatio(int ratio) {
    return new ReadOptions(format, columns, zone, maxArticleBytes, ratio, textSource, splitBytes);
  }

  public ReadOptions withTextSource(String source) {
    return new ReadOptions(
        format, columns, zone, maxArticleBytes, maxDecompressionRatio, source, splitBytes);
  }

  public ReadOptions withSplitBytes(long bytes) {
    return new ReadOptions(
        format, columns, zone, maxArticleBytes, maxDecompressionRatio, textSource, bytes);
  }

  /** The largest record that is held in memory. */
  int maxRecordBytes() {
    return 3 * maxArticleBytes + MIB;
  }

  private static void requireAtLeastOne(String name, long value) {
    if (value < 1) {
      throw new WrongSettingException(name + " must be at least 1, but is " + value);
    }
  }
}
