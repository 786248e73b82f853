package io.nutgraf.corpus;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files under some paths: files, folders with all below them, globs. Names that start with
 * {@code _} or {@code .} are skipped unless given themselves. No file comes twice, whichever way
 * (overlapping inputs, symbolic links) leads to it; the order of the paths does not matter.
 */
final class FindFiles {
  private static final Comparator<InputFile> ORDER =
      Comparator.comparing(InputFile::path).thenComparing(InputFile::relativePath);

  private final Configuration hadoop;
  private final InputFormat format;

  FindFiles(Configuration hadoop, InputFormat format) {
    this.hadoop = hadoop;
    this.format = format;
  }

  /**
   * @return sorted by path
   * @throws InputMissingException if a path matches nothing; all such are named
   */
  List<InputFile> under(List<String> paths) throws IOException {
    Map<String, InputFile> byRealPath = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (String path : paths) {
      List<InputFile> found = under(new Path(path));
      if (found.isEmpty()) {
        missing.add(path);
      }
      for (InputFile file : found) {
        byRealPath.merge(
            realPath(new Path(file.path())), file, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
      }
    }
    if (!missing.isEmpty() || paths.isEmpty()) {
      throw new InputMissingException(
          "No file matches %s; give existing files, folders or globs"
              .formatted(String.join(", ", missing)));
    }
    return byRealPath.values().stream().sorted(ORDER).toList();
  }

  private List<InputFile> under(Path given) throws IOException {
    FileSystem files = given.getFileSystem(hadoop);
    List<InputFile> found = new ArrayList<>();
    Set<String> visited = new HashSet<>();
    Optional<FileStatus> itself = find(files, given);
    if (itself.isPresent()) {
      FileStatus status = itself.get();
      // The name of a folder such as "." or "in/.." is only known once it is resolved.
      Path named = status.isDirectory() ? new Path(realPath(given)) : given;
      walk(files, status, named.getName(), visited, found);
      return found;
    }
    FileStatus[] matches = files.globStatus(given);
    Path root = fixedPart(files.makeQualified(given));
    String prefix = root.getName().isEmpty() ? "" : root.getName() + "/";
    for (FileStatus match : sorted(matches == null ? new FileStatus[0] : matches)) {
      String way = root.toUri().relativize(match.getPath().toUri()).getPath();
      if (Arrays.stream(way.split("/", -1)).noneMatch(FindFiles::isHidden)) {
        walk(files, match, prefix + way, visited, found);
      }
    }
    return found;
  }

  /**
   * Adds a file, or all files below a folder that was not visited yet.
   *
   * @param way to it, as {@link InputFile} has it
   */
  private void walk(
      FileSystem files, FileStatus status, String way, Set<String> visited, List<InputFile> found)
      throws IOException {
    Path path = status.getPath();
    if (!status.isDirectory()) {
      found.add(InputFile.of(path.toString(), status.getLen(), format, way));
      return;
    }
    if (!visited.add(realPath(path))) {
      return;
    }
    for (FileStatus child : sorted(files.listStatus(path))) {
      String name = child.getPath().getName();
      if (!isHidden(name)) {
        walk(files, child, way.isEmpty() ? name : way + "/" + name, visited, found);
      }
    }
  }

  private static Optional<FileStatus> find(FileSystem files, Path given) throws IOException {
    try {
      return Optional.of(files.getFileStatus(given));
    } catch (FileNotFoundException e) {
      return Optional.empty(); // Perhaps a pattern.
    }
  }

  /** Where a path leads once symbolic links are followed. */
  private String realPath(Path path) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    if (!files.getUri().getScheme().equals("file")) {
      return files.resolvePath(path).toString();
    }
    Path local = files.makeQualified(path);
    return "file:" + new File(local.toUri().getPath()).toPath().toRealPath();
  }

  /** The longest folder above a pattern that has no wildcard in its name. */
  private static Path fixedPart(Path pattern) {
    Path fixed = pattern;
    for (Path at = pattern; at != null; at = at.getParent()) {
      if (at.getName().matches(".*[*?\\[{\\\\].*")) {
        fixed = at.getParent();
      }
    }
    return fixed;
  }

  private static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  private static FileStatus[] sorted(FileStatus[] statuses) {
    FileStatus[] sorted = statuses.clone();
    Arrays.sort(sorted, Comparator.comparing(FileStatus::getPath));
    return sorted;
  }
}
