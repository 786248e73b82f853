package io.nutgraf.actor;

import java.util.List;

/** A span by its tokens, as a {@link SpanFinder} finds it; both tokens are part of it. */
public record FoundSpan(int firstToken, int lastToken, String method, List<String> candidates) {}
