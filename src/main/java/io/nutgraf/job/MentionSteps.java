package io.nutgraf.job;

import io.nutgraf.actor.CorrectMentions;
import io.nutgraf.actor.Correction;
import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.ResolveActors;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.ResolvedMentions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes the mentions: resolves them, then applies the merge file where there is one. */
record MentionSteps(
    Broadcast<Dictionary> dictionary, Corrections corrections, Steps steps, RunReport report) {

  Dataset<Row> make(Dataset<Row> splitArticles, Dataset<Row> readings) {
    Dataset<Row> resolved = new ResolveActors(dictionary).apply(splitArticles, readings);
    if (corrections.isEmpty()) {
      return steps.make(Mentions.TABLE, resolved);
    }
    CorrectMentions correct = new CorrectMentions(dictionary, corrections);
    Dataset<Row> uncorrected = steps.make(ResolvedMentions.TABLE, resolved);
    tell(correct.perLine(uncorrected));
    return steps.make(Mentions.TABLE, correct.apply(uncorrected));
  }

  private void tell(Dataset<Row> perLine) {
    Map<Long, Long> mentionsByLine = new HashMap<>();
    for (Row row : perLine.collectAsList()) {
      mentionsByLine.put(row.getAs(CorrectMentions.LINE), row.getAs(CorrectMentions.N_MENTIONS));
    }
    List<RunReport.Corrected> corrected = new ArrayList<>();
    for (Correction line : corrections.lines()) {
      long mentions = mentionsByLine.getOrDefault(line.line(), 0L);
      corrected.add(new RunReport.Corrected(line.line(), line.from(), line.to(), mentions));
      if (mentions == 0) {
        report.warn("Merge file, line %d: nothing is %s".formatted(line.line(), line.from()));
      }
    }
    report.corrected(corrected);
  }
}
