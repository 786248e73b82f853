package io.nutgraf.text;

/**
 * What training finds out, as plain arrays in the order of the model file. Hashes ascend; values
 * stand at the same index as their hash.
 *
 * @param clusterPaths for each cluster of words its path in the binary tree of clusters, after a
 *     leading 1; index 0 is no cluster
 * @param words hashes of lower-cased words
 * @param wordEntries their entries, as {@link TaggerLexicon} reads them
 * @param names hashes of known names of several words
 * @param nameKinds their kinds, as bits
 * @param spellings hashes of words as spelt
 * @param spellingGroups the group of words of like use each belongs to
 * @param transitions weight of one tag after another: {@code [first * SIZE + second]}
 * @param features hashes of features
 * @param weights of each feature for each tag, feature by feature
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; compared by nobody
public record TaggerParameters(
    int[] clusterPaths,
    int[] words,
    int[] wordEntries,
    int[] names,
    int[] nameKinds,
    int[] spellings,
    int[] spellingGroups,
    int[] transitions,
    int[] features,
    byte[] weights) {

  /** The same knowledge of words with other weights. */
  public TaggerParameters withWeights(int[] newTransitions, int[] newFeatures, byte[] newWeights) {
    return new TaggerParameters(
        clusterPaths,
        words,
        wordEntries,
        names,
        nameKinds,
        spellings,
        spellingGroups,
        newTransitions,
        newFeatures,
        newWeights);
  }
}
