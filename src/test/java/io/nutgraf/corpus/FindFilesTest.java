package io.nutgraf.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindFilesTest {
  @TempDir Path temporary;
  private Path in;

  @BeforeEach
  void makeFolders() throws IOException {
    in = Files.createDirectories(temporary.toRealPath().resolve("in"));
    Files.createDirectories(in.resolve("a/deep"));
    Files.createDirectories(in.resolve("b"));
    Files.createDirectories(in.resolve("_work"));
    for (String name :
        List.of(
            "a/1.txt", "a/deep/2.jsonl.gz", "b/1.txt", "b/[x] 3.CSV", "_work/4.txt", ".5.txt")) {
      Files.writeString(in.resolve(name), name);
    }
  }

  @Test
  void walksFoldersSortedAndSkipsHiddenNames() throws IOException {
    assertThat(find(in.toString()))
        .extracting(InputFile::relativePath, InputFile::format, InputFile::compression)
        .containsExactly(
            tuple("in/a/1.txt", InputFormat.TEXT, Compression.NONE),
            tuple("in/a/deep/2.jsonl.gz", InputFormat.JSONL, Compression.GZIP),
            tuple("in/b/1.txt", InputFormat.TEXT, Compression.NONE),
            tuple("in/b/[x] 3.CSV", InputFormat.CSV, Compression.NONE));
  }

  @Test
  void expandsGlobsAndKeepsTheWayFromTheirFixedPart() throws IOException {
    assertThat(find(in + "/*/*.txt"))
        .extracting(InputFile::relativePath)
        .containsExactly("in/a/1.txt", "in/b/1.txt");
    assertThat(find(in + "/{a,b}"))
        .extracting(InputFile::relativePath)
        .containsExactly("in/a/1.txt", "in/a/deep/2.jsonl.gz", "in/b/1.txt", "in/b/[x] 3.CSV");
  }

  @Test
  void aNameGoesBeforeAPatternAndMayBeHidden() throws IOException {
    assertThat(find(in + "/b/[x] 3.CSV"))
        .extracting(InputFile::relativePath)
        .containsExactly("[x] 3.CSV");
    assertThat(find(in + "/.5.txt")).hasSize(1);
  }

  @Test
  void noFileComesTwiceAndTheOrderOfPathsDoesNotMatter() throws IOException {
    Files.createSymbolicLink(in.resolve("b/again.txt"), in.resolve("a/1.txt"));
    List<String> paths =
        new ArrayList<>(List.of(in.toString(), in + "/a", in + "/*/1.txt", in + "/a/1.txt"));
    List<InputFile> found = find(paths.toArray(String[]::new));
    Collections.reverse(paths);

    assertThat(found).hasSize(4).isEqualTo(find(paths.toArray(String[]::new)));
  }

  @Test
  void aLoopOfLinksIsWalkedOnce() throws IOException {
    Files.createSymbolicLink(in.resolve("a/deep/loop"), in);

    assertThat(find(in.toString())).hasSize(4);
  }

  @Test
  void namesEveryPathThatMatchesNothing() throws IOException {
    Path empty = Files.createDirectories(temporary.resolve("empty"));

    assertThatThrownBy(() -> find(in.toString(), empty.toString(), "nowhere/*.txt"))
        .isInstanceOf(InputMissingException.class)
        .hasMessage(
            "No file matches %s, nowhere/*.txt; give existing files, folders or globs"
                .formatted(empty));
  }

  @Test
  void aTextFileOfALongPathIsNamedByItsHash() {
    InputFile file = InputFile.of("file:/x.txt", 1, InputFormat.AUTO, "d/".repeat(100) + "x.txt");
    assertThat(file.textId()).matches("[0-9a-f]{32}");
  }

  @Test
  void smallFilesAreReadTogetherAndLargeOnesInRanges() {
    List<InputFile> small =
        Collections.nCopies(10_000, InputFile.of("file:/x.txt", 4_000, InputFormat.AUTO, "x.txt"));
    assertThat(new PlanTasks(32 << 20, 2).plan(small)).hasSizeLessThan(30);

    InputFile large = InputFile.of("file:/x.jsonl", 100 << 20, InputFormat.AUTO, "x.jsonl");
    assertThat(new PlanTasks(32 << 20, 1).plan(List.of(large)))
        .hasSize(4)
        .allSatisfy(task -> assertThat(task).hasSize(1));
    InputFile packed = InputFile.of("file:/x.jsonl.gz", 100 << 20, InputFormat.AUTO, "x.jsonl.gz");
    assertThat(new PlanTasks(32 << 20, 2).plan(List.of(packed))).hasSize(1);
  }

  private List<InputFile> find(String... paths) throws IOException {
    return new FindFiles(new Configuration(false), InputFormat.AUTO).under(List.of(paths));
  }
}
