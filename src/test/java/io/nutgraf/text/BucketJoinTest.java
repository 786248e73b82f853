package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BucketJoinTest {
  private static final OverlapFilter FILTER = new OverlapFilter(0.5, 0.8, 15);

  private static final long[] EMPTY = SetSignatures.of(new long[0]);

  private final Set<String> pairs = new TreeSet<>();
  private final Set<Long> crowded = new HashSet<>();
  private final DisjointSets connected = new DisjointSets();
  private long given;

  private final BucketJoin.Found found =
      new BucketJoin.Found() {
        @Override
        public void pair(long paragraphA, long paragraphB) {
          given++;
          connected.join(paragraphA, paragraphB);
          if (pairs.size() < 1000) {
            pairs.add(paragraphA + "-" + paragraphB);
          }
        }

        @Override
        public void crowded(long paragraph, long key, long place) {
          crowded.add(paragraph);
        }
      };

  @Test
  void triesAllPairsOfABucketAndNoOthers() {
    BucketJoin join = new BucketJoin(FILTER, 3, found);
    long place = FILTER.place(10, 12, 0);
    join.add(1, 100, place);
    join.add(1, 102, place);
    join.add(1, 101, place);
    join.add(2, 100, place);
    join.add(3, 103, place);
    join.add(3, 104, FILTER.place(10, 12, 9));
    join.finish();

    assertThat(pairs).containsExactly("100-101", "100-102", "101-102");
    assertThat(crowded).isEmpty();
    assertThat(join.comparisons()).isEqualTo(4);
  }

  @Test
  void leavesOutWhoseSignaturesShowThatTheyShareTooLittle() {
    long place = FILTER.place(30, 32, 0);
    long[] one = SetSignatures.of(LongStream.range(0, 30).toArray());
    long[] near = SetSignatures.of(LongStream.range(5, 35).toArray());
    long[] other = SetSignatures.of(LongStream.range(100, 130).toArray());
    KeyRecords records = new KeyRecords(1);
    records.add(1, place, 100, one);
    records.add(1, place, 101, other);
    records.add(1, place, 102, near);
    KeyRecords sent = new KeyRecords(1);
    sent.addBlock(records.blocks(1)[0]);
    BucketJoin join = new BucketJoin(FILTER, 3, found);
    sent.joinSorted(join);

    assertThat(pairs).containsExactly("100-102");
    assertThat(join.comparisons()).isEqualTo(3);
  }

  @Test
  void aPairThatMeetsAgainIsGivenOnce() {
    BucketJoin join = new BucketJoin(FILTER, 3, found);
    for (int key = 1; key < 9; key++) {
      join.add(key, 100, FILTER.place(10, 12, 0));
      join.add(key, 101, FILTER.place(10, 12, 0));
    }
    join.finish();

    assertThat(given).isEqualTo(1);
  }

  @Test
  void aTemplateOfAHundredThousandVariantsCostsAFewComparisonsEach() {
    int variants = 100_000;
    BucketJoin join = new BucketJoin(FILTER, 1000, found);
    for (int key = 0; key < 17; key++) {
      for (int paragraph = 0; paragraph < variants; paragraph++) {
        join.add(key, paragraph, FILTER.place(40 + paragraph / 50_000, 42, key));
      }
    }
    join.finish();

    assertThat(join.comparisons()).isLessThanOrEqualTo(17L * variants * 5);
    assertThat(crowded).hasSize(variants);
    assertThat(connected.size()).isEqualTo(variants);
    assertThat(IntStream.range(0, variants).map(connected::label).distinct()).hasSize(1);
  }

  @Test
  void membersThatTheLeaderCannotMatchGetALeaderOfTheirOwn() {
    BucketJoin join = new BucketJoin(FILTER, 2, found);
    for (int paragraph = 0; paragraph < 20; paragraph++) {
      join.add(1, paragraph, FILTER.place(paragraph < 10 ? 10 : 100, 12, 0));
    }
    join.finish();

    assertThat(pairs).contains("0-9", "10-19").doesNotContain("0-10", "9-10");
  }

  @Test
  void triesKnownMembersWithNewOnesAlone() {
    long place = FILTER.place(10, 12, 0);
    BucketJoin join = new BucketJoin(FILTER, 5, found);
    for (long paragraph : new long[] {100, 101, 102, 103, 104}) {
      join.add(1, paragraph, paragraph == 102 ? place : OverlapFilter.known(place));
    }
    join.add(2, 100, OverlapFilter.known(place));
    join.add(2, 101, OverlapFilter.known(place));
    join.finish();

    assertThat(pairs).containsExactly("100-102", "101-102", "102-103", "102-104");
    assertThat(join.comparisons()).isEqualTo(4);
  }

  @Test
  void aNewMemberThatComesAgainAsKnownDoesNotCrowdTheBucket() {
    KeyRecords records = new KeyRecords(1);
    long place = FILTER.place(10, 12, 0);
    for (int paragraph = 0; paragraph < 3; paragraph++) {
      records.add(1, OverlapFilter.known(place), paragraph, EMPTY);
      records.add(1, place, paragraph, EMPTY);
    }
    records.joinSorted(new BucketJoin(FILTER, 3, found));

    assertThat(pairs).containsExactly("0-1", "0-2", "1-2");
    assertThat(crowded).isEmpty();
  }

  @Test
  void inACrowdNewMembersMeetThoseThatTheyMeetWhenAllAreNew() {
    KeyRecords all = new KeyRecords(1);
    KeyRecords someKnown = new KeyRecords(1);
    for (int paragraph = 0; paragraph < 50; paragraph++) {
      long place = FILTER.place(10 + 2 * paragraph, 12, 0);
      boolean isNew = paragraph % 7 == 3;
      all.add(1, place, paragraph, EMPTY);
      someKnown.add(1, isNew ? place : OverlapFilter.known(place), paragraph, EMPTY);
    }
    all.joinSorted(new BucketJoin(FILTER, 10, found));
    Set<String> ofNew = new TreeSet<>(pairs);
    ofNew.removeIf(
        pair -> Arrays.stream(pair.split("-")).noneMatch(p -> Long.parseLong(p) % 7 == 3));
    pairs.clear();
    crowded.clear();
    someKnown.joinSorted(new BucketJoin(FILTER, 10, found));

    assertThat(pairs).isEqualTo(ofNew).hasSizeGreaterThan(30);
    assertThat(crowded).hasSize(50);
  }
}
