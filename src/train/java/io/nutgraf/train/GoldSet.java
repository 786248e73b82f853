package io.nutgraf.train;

/** The hand-labelled sets. */
enum GoldSet {
  GUM("ner_gum_wikinews", true, true),
  MEANTIME("ner_meantime_wikinews", true, true),
  RE3D("ner_re3d_open", true, true),
  WIKIGOLD("ner_wikigold", false, true),
  CROSSNER_DEV("ner_crossner_politics_dev", false, false),
  CROSSNER_TEST("ner_crossner_politics_test", false, false);

  /** The file, without its ending. */
  final String file;

  /** Whether mentions lie in each other and include what is no name. */
  final boolean nests;

  /**
   * Whether two thirds of the set are trained on. CrossNER is not: its text is Wikipedia's, under a
   * licence that asks the same of what is made from it.
   */
  final boolean trains;

  GoldSet(String file, boolean nests, boolean trains) {
    this.file = file;
    this.nests = nests;
    this.trains = trains;
  }

  boolean isForScoring(LabelledText text) {
    return !trains || Split.isTest(text.document());
  }
}
