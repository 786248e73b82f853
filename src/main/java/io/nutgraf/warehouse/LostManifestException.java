package io.nutgraf.warehouse;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/**
 * Readers are told of a manifest that is not there. What is published cannot be known then; to go
 * on from an older one, or from none, would publish a corpus without its other nights.
 */
public final class LostManifestException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String name;

  /**
   * @param current the file that names it
   * @param name of the manifest, as it stands there
   * @param newest what there is
   */
  LostManifestException(Path current, String name, Manifest newest) {
    super(
        "%s names %s, but %s. What is published is not known without it, so nothing is changed."
                .formatted(
                    current,
                    new Path(current.getParent(), name),
                    newest.number() == 0
                        ? "no manifest is there"
                        : "the newest there is number " + newest.number())
            + " Bring it back from a backup; if there is none, run all nights into a new folder"
            + " with --warehouse");
    this.name = name;
  }

  /** Below the control folder. */
  String manifest() {
    return name;
  }
}
