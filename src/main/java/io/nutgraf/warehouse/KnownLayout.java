package io.nutgraf.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The layout that a warehouse has already: its newest manifest says it, or, where the first
 * publication was begun and not ended, the journal of that. Only the first lines of the file are
 * read; a manifest may have 10^5.
 *
 * @param control the folder of that name in the warehouse
 */
record KnownLayout(FileSystem files, Path control) {

  /** Empty when nothing is published. */
  Optional<Layout> find() throws IOException {
    Optional<Optional<Layout>> published = Manifests.readNewest(files, control, this::read);
    return published.isPresent() ? published.get() : findInJournal();
  }

  private Optional<Layout> findInJournal() throws IOException {
    for (Path journal : Journal.journals(files, control)) {
      return read(journal);
    }
    return Optional.empty();
  }

  /** Manifests of earlier versions do not say it, but the first folder that they name does. */
  private Optional<Layout> read(Path file) throws IOException {
    try (InputStream in = files.open(file);
        JsonParser json = new JsonFactory().createParser(in)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING && "layout".equals(json.currentName())) {
          return Optional.of(Layout.ofWord(json.getText()));
        }
        if (json.currentToken() == JsonToken.VALUE_STRING && "folder".equals(json.currentName())) {
          return Optional.of(Layout.ofFolder(json.getText()));
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException(
          "Not a manifest: %s: %s. Bring it back from a backup"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }
}
