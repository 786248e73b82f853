/**
 * What Nutgraf promises: one class a table, with its column names, its commented schema and its
 * key. Stages meet here and nowhere else; this package knows Spark's types and nothing more.
 */
package io.nutgraf.table;
