/**
 * Counts who appears with whom, in sentences, paragraphs and articles: as often as it is printed,
 * and with every cluster of copies counted once.
 */
package io.nutgraf.cooccurrence;
