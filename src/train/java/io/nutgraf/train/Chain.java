package io.nutgraf.train;

/**
 * Tokens that may be part of names, between tokens that are outside.
 *
 * @param features of each token; hashes at first, numbers of rows once they are counted
 * @param wordsFrom where the features begin that tell the word itself, at each token
 * @param tags the true tags
 * @param weight how much the chain counts
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; compared by nobody
record Chain(int[][] features, byte[] wordsFrom, byte[] tags, float weight) {}
