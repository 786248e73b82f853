/**
 * What people look at: the page of a run, a pair explained by its paragraphs, and the network as
 * other programs read it. Plain values in, text out; the job gathers the few rows they need.
 */
package io.nutgraf.report;
