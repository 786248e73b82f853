package io.nutgraf.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals the files out to tasks of about the same cost: large JSON-lines files are cut into ranges,
 * small files are put together, so that neither one large nor 10,000 tiny files hold up the run.
 *
 * @param splitBytes the most that a task should read
 * @param parallelism with little input, tasks are made smaller until there are twice so many
 */
record PlanTasks(long splitBytes, int parallelism) {
  /** What opening a file costs, in bytes that could be read instead. */
  private static final long OPEN_BYTES = 64 << 10;

  /** Ranges are not made smaller than this for the sake of more tasks. */
  private static final long SMALLEST_BYTES = 1 << 20;

  /** What a compressed byte costs: it is decompressed twice, to some four bytes. */
  private static final long COMPRESSED_COST = 6;

  List<List<Split>> plan(List<InputFile> files) {
    long total = files.stream().mapToLong(file -> cost(file, file.length())).sum();
    long target = Math.min(splitBytes, Math.max(SMALLEST_BYTES, total / (2L * parallelism)));
    List<List<Split>> tasks = new ArrayList<>();
    List<Split> task = new ArrayList<>();
    long taskCost = 0;
    for (InputFile file : files) {
      for (Split split : cut(file, target)) {
        long cost = cost(file, Math.min(split.end(), file.length()) - split.start());
        if (!task.isEmpty() && taskCost + cost > target + OPEN_BYTES) {
          tasks.add(task);
          task = new ArrayList<>();
          taskCost = 0;
        }
        task.add(split);
        taskCost += cost;
      }
    }
    if (!task.isEmpty()) {
      tasks.add(task);
    }
    return tasks;
  }

  private static List<Split> cut(InputFile file, long target) {
    boolean isCuttable =
        file.format() == InputFormat.JSONL && file.compression() == Compression.NONE;
    if (!isCuttable || file.length() <= target) {
      return List.of(Split.whole(file));
    }
    List<Split> splits = new ArrayList<>();
    for (long start = 0; start < file.length(); start += target) {
      boolean isLast = start + target >= file.length();
      splits.add(new Split(file, start, isLast ? Long.MAX_VALUE : start + target));
    }
    return splits;
  }

  private static long cost(InputFile file, long bytes) {
    return OPEN_BYTES + (file.compression() == Compression.NONE ? bytes : COMPRESSED_COST * bytes);
  }
}
