package io.nutgraf.actor;

import java.util.List;

/**
 * What became of one dictionary when all were put together.
 *
 * @param actors actors in it
 * @param phrases different phrases in it
 * @param shadowedPhrases of these, phrases that an earlier dictionary gives to another actor
 * @param ambiguousPhrases of these, phrases that it gives to several actors
 * @param malformed lines left out
 */
public record DictionaryLoad(
    String name,
    DictionaryFormat format,
    int actors,
    int phrases,
    int shadowedPhrases,
    int ambiguousPhrases,
    List<MalformedLine> malformed) {}
