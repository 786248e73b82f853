package io.nutgraf.actor;

import java.util.List;

/**
 * What a span means in its article.
 *
 * @param actorId null when it stays ambiguous
 * @param candidates whom it may name when it stays ambiguous, sorted; else null
 */
record ResolvedSpan(int paragraph, Span span, String actorId, List<String> candidates) {}
