/**
 * Finds which paragraphs are copies of which, exact and near, joins them into clusters, and says
 * what kind of reuse each cluster is. Ids and counts are shuffled here; text once at most, when its
 * time of publication comes to it.
 */
package io.nutgraf.duplicate;
