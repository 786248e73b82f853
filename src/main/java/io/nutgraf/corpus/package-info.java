/**
 * The only reader of input: lists the files, reads each format record by record, and turns every
 * record into an article, a rejected record with its reason, or a count. Nothing is dropped
 * silently: {@code read = accepted + superseded + quarantined + blank}. Start at {@link
 * io.nutgraf.corpus.ReadRecords}.
 */
package io.nutgraf.corpus;
