package io.nutgraf.job;

import io.nutgraf.corpus.InputFormat;
import io.nutgraf.corpus.ReadOptions;

/** Turns the settings of a run into those of the readers. */
final class ReadSettings {
  private static final int BYTES_PER_MIB = 1 << 20;

  private ReadSettings() {}

  static ReadOptions of(NightConfig.Reading reading) {
    return ReadOptions.defaults()
        .withFormat(Choices.parse(InputFormat.class, "--format", reading.format()))
        .withColumns(reading.columns())
        .withZone(reading.zone())
        .withTextSource(reading.textSource())
        .withMaxArticleBytes(reading.maxArticleMib() * BYTES_PER_MIB);
  }
}
