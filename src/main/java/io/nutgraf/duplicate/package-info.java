/**
 * Finds which paragraphs are copies of which, exact and near, joins them into clusters, and says
 * what kind of reuse each cluster is. Ids and counts are shuffled here, never text.
 */
package io.nutgraf.duplicate;
