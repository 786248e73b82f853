package io.nutgraf.text;

import java.io.Serializable;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells what was taken down, by hashes alone, so that whoever holds it does not hold the names.
 *
 * @param articleHashes SHA-256 of identifiers, hexadecimal
 * @param sourceHashes SHA-256 of the names of outlets, hexadecimal
 */
public record TakenDown(Set<String> articleHashes, Set<String> sourceHashes)
    implements Serializable {
  private static final Pattern TEXT_FILE = Pattern.compile("(?i).*[.]txt(?:[.](?:gz|zst))?");

  /** An article that brings no identifier is named by so much of the hash of its url. */
  private static final int DERIVED_ID_DIGITS = 32;

  public TakenDown {
    articleHashes = Set.copyOf(articleHashes);
    sourceHashes = Set.copyOf(sourceHashes);
  }

  /** Articles and outlets by their names. */
  public static TakenDown of(Set<String> articleIds, Set<String> sources) {
    return new TakenDown(hashes(articleIds), hashes(sources));
  }

  /** Null is no article. */
  public boolean hasArticle(String articleId) {
    return articleId != null && articleHashes.contains(DigestUtils.sha256Hex(articleId));
  }

  /** Null is no outlet. */
  public boolean hasSource(String source) {
    return source != null && sourceHashes.contains(DigestUtils.sha256Hex(source));
  }

  /**
   * Whether a record that could not be taken in holds one of them as a whole field: see {@link
   * RecordFields}. Which field is which cannot be known in a broken record, so any that is called
   * as an article or an outlet counts, and a url whose article would be named after it.
   */
  public boolean isNamedIn(byte[] record) {
    return record != null && RecordFields.any(record, this::isName);
  }

  /**
   * The same of a record in a file: the fields of a plain text are its path, as identifier, and its
   * folder, as outlet, and what it says is none.
   */
  public boolean isNamedIn(String file, byte[] record) {
    if (file == null || !TEXT_FILE.matcher(file).matches()) {
      return isNamedIn(record) || (file != null && isEndOfPath(file));
    }
    String[] steps = file.split("/");
    return isEndOfPath(file) || (steps.length > 1 && hasSource(steps[steps.length - 2]));
  }

  /** The identifier is the path from the folder that was given as input; which one is not known. */
  private boolean isEndOfPath(String file) {
    for (int slash = file.lastIndexOf('/'); slash >= 0; slash = file.lastIndexOf('/', slash - 1)) {
      if (hasArticle(file.substring(slash + 1))) {
        return true;
      }
    }
    return hasArticle(file);
  }

  private boolean isName(String field) {
    String hash = DigestUtils.sha256Hex(field);
    return articleHashes.contains(hash)
        || sourceHashes.contains(hash)
        || (field.contains("://") && hasArticle(hash.substring(0, DERIVED_ID_DIGITS)));
  }

  private static Set<String> hashes(Set<String> names) {
    return names.stream().map(DigestUtils::sha256Hex).collect(Collectors.toSet());
  }
}
