package io.nutgraf.text;

import io.nutgraf.setting.WrongSettingException;

/**
 * Pairs the paragraphs that have a key in common, one bucket after the other.
 *
 * <p>Members must come sorted by key, then size, then paragraph, so that the pairs are the same
 * however the corpus was divided. In a bucket of up to {@code cap} members all pairs are tried. In
 * a greater one each member is tried with the few before it, which are nearest in size, and with
 * the bucket's leader, which is the last member that its own leader could not match: work grows
 * with the members, not with their square, and what is found is no longer everything.
 *
 * <p>Paragraphs whose place is marked as {@link OverlapFilter#known} give no pair with each other,
 * only with the new ones. Up to the cap they are not even tried; over it they are, because on them
 * depends which few the new ones meet: the same as if all were new. A new paragraph may come a
 * second time, as known; that is left out.
 *
 * <p>Of pairs that are tried, those are left out whose {@link SetSignatures} show that they share
 * too little. That refuses no near copy; who leads and who is tried does not depend on it.
 *
 * <p>The same two paragraphs meet in several buckets; a small cache of recent pairs keeps most
 * repetitions back. Memory: one bucket of {@code cap} members and the pairs it gave.
 */
public final class BucketJoin {
  /** Takes what the join finds. */
  public interface Found {
    /** Two paragraphs that may be near copies, the smaller number first; perhaps not new. */
    void pair(long paragraphA, long paragraphB);

    /** A paragraph in a bucket over the cap, at this place. */
    void crowded(long paragraph, long key, long place);
  }

  /** Members before it with which a member of a bucket over the cap is tried. */
  private static final int NEIGHBOURS = 4;

  private static final int CACHE = 1 << 19;

  private static final SetSignatures NONE = new SetSignatures(1);

  private final OverlapFilter filter;
  private final int cap;
  private final Found found;

  /** The members up to the cap, then the leader and who comes next. */
  private final long[] paragraphs;

  private final long[] places;
  private final SetSignatures signatures;
  private final int leader;
  private final int next;
  private final long[] recentA = new long[CACHE];
  private final long[] recentB = new long[CACHE];

  private long key;
  private int members;
  private long comparisons;

  public BucketJoin(OverlapFilter filter, int cap, Found found) {
    if (cap < 2) {
      throw new WrongSettingException("cap must be at least 2, but is " + cap);
    }
    this.filter = filter;
    this.cap = cap;
    this.found = found;
    this.leader = cap;
    this.next = cap + 1;
    this.paragraphs = new long[cap + 2];
    this.places = new long[cap + 2];
    this.signatures = new SetSignatures(cap + 2);
  }

  /** Takes the next member, where none has a signature: all pairs that may match are found. */
  public void add(long memberKey, long paragraph, long place) {
    add(memberKey, paragraph, place, NONE, 0);
  }

  /** Takes the next member, whose signature is one of these. */
  void add(long memberKey, long paragraph, long place, SetSignatures given, int which) {
    if (memberKey != key) {
      finish();
      key = memberKey;
    } else if (isAgain(paragraph, place)) {
      return;
    }
    if (members == cap) {
      for (int i = 0; i < cap; i++) {
        linkToFew(i, i);
      }
    }
    int at = members < cap ? members : next;
    paragraphs[at] = paragraph;
    places[at] = place;
    signatures.put(at, given, which);
    if (at == next) {
      linkToFew(members, next);
      copy(next, members % cap);
    }
    members++;
  }

  /** Ends the last bucket. */
  public void finish() {
    int kept = members <= cap ? members : 0;
    int fresh = newToFront(kept);
    for (int a = 0; a < fresh; a++) {
      for (int b = a + 1; b < kept; b++) {
        tryPair(a, b);
      }
    }
    members = 0;
  }

  /** Pairs tried so far. */
  public long comparisons() {
    return comparisons;
  }

  private boolean isAgain(long paragraph, long place) {
    return OverlapFilter.isKnown(place)
        && members > 0
        && paragraphs[(members - 1) % cap] == paragraph;
  }

  /** Pairs of known members are most of a bucket in a night; up to the cap they cost no look. */
  private int newToFront(int kept) {
    int fresh = 0;
    for (int i = 0; i < kept; i++) {
      if (!OverlapFilter.isKnown(places[i])) {
        swap(i, fresh);
        fresh++;
      }
    }
    return fresh;
  }

  private void swap(int i, int j) {
    copy(i, next);
    copy(j, i);
    copy(next, j);
  }

  private void copy(int from, int to) {
    paragraphs[to] = paragraphs[from];
    places[to] = places[from];
    signatures.put(to, signatures, from);
  }

  private void linkToFew(int member, int at) {
    found.crowded(paragraphs[at], key, places[at]);
    for (int i = Math.max(0, member - Math.min(NEIGHBOURS, cap)); i < member; i++) {
      tryPair(i % cap, at);
    }
    if (member == 0 || !tryPair(leader, at)) {
      copy(at, leader);
    }
  }

  private boolean tryPair(int a, int b) {
    comparisons++;
    if (!filter.mayMatch(places[a], places[b])) {
      return false;
    }
    if (paragraphs[a] != paragraphs[b]
        && !OverlapFilter.isKnown(places[a] & places[b])
        && mayShareEnough(a, b)) {
      passOn(Math.min(paragraphs[a], paragraphs[b]), Math.max(paragraphs[a], paragraphs[b]));
    }
    return true;
  }

  private boolean mayShareEnough(int a, int b) {
    int most =
        signatures.mostShared(a, OverlapFilter.size(places[a]), b, OverlapFilter.size(places[b]));
    return filter.isEnough(places[a], places[b], most);
  }

  private void passOn(long a, long b) {
    int slot = (int) Hashes.mix(a * Hashes.ODD + b) & (CACHE - 1);
    if (recentA[slot] != a || recentB[slot] != b) {
      recentA[slot] = a;
      recentB[slot] = b;
      found.pair(a, b);
    }
  }
}
