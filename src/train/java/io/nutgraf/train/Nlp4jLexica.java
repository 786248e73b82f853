package io.nutgraf.train;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.tukaani.xz.XZInputStream;

/** The word lists inside nlp4j-english. */
final class Nlp4jLexica {
  private static final String FOLDER = "edu/emory/mathcs/nlp/lexica/";

  private Nlp4jLexica() {}

  /** For each lower-cased word the path of its Brown cluster, as a string of 0 and 1. */
  @SuppressWarnings("unchecked")
  static Map<String, String> clusterPaths() {
    Map<String, String> paths = new TreeMap<>();
    ((Map<String, Set<String>>) read("en-brown-clusters-simplified-lowercase.xz"))
        .forEach(
            (word, prefixes) ->
                paths.put(
                    word,
                    prefixes.stream().max(Comparator.comparingInt(String::length)).orElseThrow()));
    return paths;
  }

  /** For each word, as spelt, its embedding. */
  @SuppressWarnings("unchecked")
  static Map<String, float[]> embeddings() {
    return (Map<String, float[]>) read("en-word-embeddings-undigitalized.xz");
  }

  /** Gives each known name, as a list of its words, with the numbers of its kinds. */
  @SuppressWarnings("unchecked")
  static void forEachName(BiConsumer<List<String>, List<Integer>> consumer) {
    PrefixTree<String, Set<?>> names =
        (PrefixTree<String, Set<?>>) read("en-named-entity-gazetteers-simplified.xz");
    visit(names.getRoot(), new ArrayList<>(), consumer);
  }

  private static void visit(
      PrefixNode<String, Set<?>> node,
      List<String> words,
      BiConsumer<List<String>, List<Integer>> consumer) {
    if (node.getValue() != null) {
      consumer.accept(
          words, node.getValue().stream().map(kind -> Integer.valueOf(kind.toString())).toList());
    }
    for (Map.Entry<String, PrefixNode<String, Set<?>>> child : node.entrySet()) {
      words.add(child.getKey());
      visit(child.getValue(), words, consumer);
      words.remove(words.size() - 1);
    }
  }

  private static Object read(String name) {
    try (InputStream in = Nlp4jLexica.class.getClassLoader().getResourceAsStream(FOLDER + name);
        ObjectInputStream objects =
            new ObjectInputStream(new XZInputStream(new BufferedInputStream(in)))) {
      return objects.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("nlp4j-english has no readable " + name, e);
    }
  }
}
