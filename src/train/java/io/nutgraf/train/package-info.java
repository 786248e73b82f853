/**
 * Trains the tagger of {@link io.nutgraf.text.Tagger} and scores it beside NLP4J. Built in the
 * Maven profile {@code train} only; nothing of it travels in the jar. How to run it:
 * docs/tagger.md.
 */
package io.nutgraf.train;
