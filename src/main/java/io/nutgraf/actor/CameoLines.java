package io.nutgraf.actor;

import java.io.BufferedReader;
import java.io.IOException;

/** Lines of a CAMEO file without their comments: {@code #}, {@code ;} and {@code <!-- -->}. */
final class CameoLines {
  private final BufferedReader text;
  private long number;
  private boolean isInsideComment;

  CameoLines(BufferedReader text) {
    this.text = text;
  }

  /** The next line that has something left, without white space at its end; null at the end. */
  String next() throws IOException {
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      String rest = withoutComments(line).stripTrailing();
      if (!rest.isEmpty()) {
        return rest;
      }
    }
    return null;
  }

  /** Number of the line given last, counted from 1. */
  long number() {
    return number;
  }

  private String withoutComments(String line) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (isInsideComment) {
        int end = line.indexOf("-->", i);
        if (end < 0) {
          return rest.toString();
        }
        isInsideComment = false;
        i = end + 2;
      } else if (line.startsWith("<!", i)) {
        isInsideComment = true;
      } else if (line.charAt(i) == '#' || line.charAt(i) == ';') {
        return rest.toString();
      } else {
        rest.append(line.charAt(i));
      }
    }
    return rest.toString();
  }
}
