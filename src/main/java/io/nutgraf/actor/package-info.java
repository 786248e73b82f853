/**
 * Finds who is named in the paragraphs: dictionaries and their formats, spans where an actor may be
 * named (each distinct paragraph is read once), and what a span means in its article.
 */
package io.nutgraf.actor;
