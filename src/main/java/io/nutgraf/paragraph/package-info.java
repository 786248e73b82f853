/**
 * Splits articles into paragraphs, gives each the hash of its words, and finds the distinct ones,
 * so that each is read once. Text passes through one kernel and is never shuffled by its hash.
 */
package io.nutgraf.paragraph;
