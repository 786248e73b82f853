/**
 * The plain Java that reads text: normal form, hash, shingles, sentences, phrases and names; and
 * the fields of records that are broken. Nothing here knows Spark, so everything here is tested and
 * timed without it.
 */
package io.nutgraf.text;
