package io.nutgraf.text;

/** Where a paragraph ends. Lines end with LF, CR or CR LF. */
public enum ParagraphBreak {
  /** At blank lines where the text has one between two other lines; else at every line break. */
  AUTO,
  /** At every line break. */
  LINES,
  /** At blank lines; single line breaks stay inside. */
  BLANK_LINES
}
