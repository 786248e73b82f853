package io.nutgraf.train;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.DecodeConfig;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * NLP4J 1.1.3 with all its lexica: the teacher whose labels the small tagger learns from, and the
 * one it is measured against. Needs some 1.6 GB of heap and half a minute to load.
 */
final class Nlp4j {
  private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/";
  private static final String MODELS = "edu/emory/mathcs/nlp/models/";
  private static final String CONFIGURATION =
      """
      <configuration><tsv><column index="1" field="form"/></tsv><lexica>
      <ambiguity_classes field="word_form_simplified_lowercase">%1$sen-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
      <word_clusters field="word_form_simplified_lowercase">%1$sen-brown-clusters-simplified-lowercase.xz</word_clusters>
      <word_embeddings field="word_form_undigitalized">%1$sen-word-embeddings-undigitalized.xz</word_embeddings>
      <named_entity_gazetteers field="word_form_simplified">%1$sen-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
      </lexica><models><pos>%2$sen-pos.xz</pos><ner>%2$sen-ner.xz</ner></models></configuration>
      """
          .formatted(LEXICA, MODELS);
  private static final Map<String, String> LABELS =
      Map.of(
          "PERSON", Name.PERSON,
          "ORG", Name.ORGANISATION,
          "GPE", Name.LOCATION,
          "LOC", Name.LOCATION,
          "FAC", Name.LOCATION,
          "NORP", Name.GROUP,
          "EVENT", Name.WORK,
          "PRODUCT", Name.WORK,
          "WORK_OF_ART", Name.WORK,
          "LAW", Name.WORK);

  private final NLPDecoder decoder =
      new NLPDecoder(
          new DecodeConfig(
              new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8))));

  /** The names of a paragraph, without a leading article and a trailing possessive. */
  List<Name> names(String paragraph) {
    List<Name> names = new ArrayList<>();
    try {
      for (NLPNode[] sentence : decoder.decodeDocument(paragraph)) {
        addNames(paragraph, sentence, names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Names.outermost(names);
  }

  private static void addNames(String text, NLPNode[] sentence, List<Name> names) {
    int begin = -1;
    for (int i = 1; i < sentence.length; i++) {
      String tag = sentence[i].getNamedEntityTag();
      if (tag == null || tag.equals("O")) {
        continue;
      }
      char place = tag.charAt(0);
      if (place == 'B' || place == 'U') {
        begin = sentence[i].getStartOffset();
      }
      if ((place == 'L' || place == 'U') && begin >= 0) {
        String label = LABELS.get(tag.substring(2));
        if (label != null) {
          Names.trimmed(text, begin, sentence[i].getEndOffset(), label).ifPresent(names::add);
        }
        begin = -1;
      }
    }
  }
}
