package io.nutgraf.actor;

/**
 * A line of a dictionary that breaks its format and was left out.
 *
 * @param line counted from 1
 */
public record MalformedLine(String file, long line, String found, String expected) {

  @Override
  public String toString() {
    return file + ":" + line + ": found '" + found + "', expected " + expected;
  }
}
