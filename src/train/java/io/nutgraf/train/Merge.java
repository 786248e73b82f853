package io.nutgraf.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the names marked by hand and NLP4J's together for training: where the hand marked nothing,
 * nationalities and works are taken from NLP4J; where the two disagree, nothing is learned.
 */
final class Merge {
  private Merge() {}

  static LabelledText merge(LabelledText gold, List<Name> teacher, GoldSet set) {
    List<Name> names = new ArrayList<>();
    for (Name name : gold.names()) {
      names.add(name.as(label(name, teacher, set)));
    }
    for (Name other : teacher) {
      if (set.nests && gold.names().stream().noneMatch(other::overlaps)) {
        boolean isActor = !other.label().equals(Name.GROUP) && !other.label().equals(Name.WORK);
        names.add(isActor ? other.as(Name.UNSURE) : other);
      }
    }
    return gold.withNames(Names.outermost(names));
  }

  private static String label(Name name, List<Name> teacher, GoldSet set) {
    for (Name other : teacher) {
      boolean isSame = other.start() == name.start() && other.end() == name.end();
      if (isSame && !other.label().equals(name.label())) {
        if (set.nests) {
          return Name.UNSURE;
        }
        if (name.label().equals(Name.WORK) && other.label().equals(Name.GROUP)) {
          return Name.GROUP;
        }
      }
    }
    return name.label();
  }
}
