package io.nutgraf.job;

import io.nutgraf.setting.WrongSettingException;
import java.util.Set;

/**
 * What is to be forgotten.
 *
 * @param articleIds articles
 * @param sources outlets, with all their articles
 */
public record Takedown(Set<String> articleIds, Set<String> sources) {
  public Takedown {
    articleIds = Set.copyOf(articleIds);
    sources = Set.copyOf(sources);
    if (articleIds.isEmpty() && sources.isEmpty()) {
      throw new WrongSettingException("Say what to forget: --article or --source");
    }
  }
}
