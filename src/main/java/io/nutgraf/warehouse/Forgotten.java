package io.nutgraf.warehouse;

import io.nutgraf.text.TakenDown;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;

/**
 * What was taken down and must not come back, {@code control/forgotten.json}: hashes alone, so that
 * the list does not keep what it forbids. Held in memory whole.
 *
 * @param articleHashes SHA-256 of identifiers, hexadecimal
 * @param sourceHashes SHA-256 of the names of outlets, hexadecimal
 */
public record Forgotten(Set<String> articleHashes, Set<String> sourceHashes) {
  private static final String FILE = "forgotten.json";

  public Forgotten {
    articleHashes = Set.copyOf(articleHashes);
    sourceHashes = Set.copyOf(sourceHashes);
  }

  /** What a warehouse must not take in. */
  public static Forgotten of(Warehouse warehouse) throws IOException {
    Path file = warehouse.controlFile(FILE);
    return warehouse.files().exists(file)
        ? Json.parse(warehouse.wholeFile().read(file), Forgotten.class)
        : new Forgotten(Set.of(), Set.of());
  }

  public boolean isEmpty() {
    return articleHashes.isEmpty() && sourceHashes.isEmpty();
  }

  /** For looking for them in records. */
  public TakenDown takenDown() {
    return new TakenDown(articleHashes, sourceHashes);
  }

  /** This and some more. */
  Forgotten with(TakenDown more) {
    Set<String> articles = new TreeSet<>(articleHashes);
    articles.addAll(more.articleHashes());
    Set<String> outlets = new TreeSet<>(sourceHashes);
    outlets.addAll(more.sourceHashes());
    return new Forgotten(articles, outlets);
  }

  void write(Warehouse warehouse) throws IOException {
    warehouse.wholeFile().write(warehouse.controlFile(FILE), Json.format(this));
  }
}
