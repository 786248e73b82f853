package io.nutgraf.cli;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.delete;
import static io.nutgraf.testing.TwoTables.filesBelow;
import static io.nutgraf.testing.TwoTables.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.Layout;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a warehouse that is well, damaged, not there, or not as they are told. */
@ExtendWith(SparkExtension.class)
class VerifyCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** The commands take the session that is there. */
  @BeforeEach
  void publishTwoTables(SparkSession spark) throws IOException {
    publish(spark, new Warehouse(spark, root(), Layout.NIGHTS), "first", NIGHT, 3);
  }

  @Test
  void endsWellWhenAllIsAsPublished() {
    assertThat(execute("verify", "--warehouse", root())).isZero();
    assertThat(out.toString()).startsWith("Manifest 1: ").contains("all as published");
  }

  @Test
  void endsWithThreeAndNamesWhatIsMissing() throws IOException {
    delete(folder.resolve("out/tables/originality/date=2024-05-01"));

    assertThat(execute("verify", "--warehouse", root())).isEqualTo(3);
    assertThat(out.toString())
        .contains("tables/originality/date=2024-05-01/part-", "cannot be read", " faults");
  }

  @Test
  void endsWithFiveWhereNothingIsPublished() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("mistyped"));

    assertThat(execute("verify", "--warehouse", empty.toString())).isEqualTo(5);
    assertThat(execute("verify", "--warehouse", folder.resolve("absent").toString())).isEqualTo(5);
    assertThat(err.toString())
        .contains("mistyped/control/manifests", "absent/control/manifests")
        .contains("nothing is published there");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anotherLayoutThanTheWarehouseHasIsWrongUsage() throws IOException {
    List<String> tables = filesBelow(folder.resolve("out/tables"));

    assertThat(execute("snapshots", "--warehouse", root(), "--layout", "run-folders")).isEqualTo(2);
    assertThat(err.toString())
        .contains("out has the layout nights", "--layout is run-folders", "Leave --layout out");
    assertThat(filesBelow(folder.resolve("out/tables"))).isEqualTo(tables);
  }

  @Test
  void aRunDoesNotBeginAnewWhereTheManifestIsLost() throws IOException {
    List<String> tables = filesBelow(folder.resolve("out/tables"));
    delete(folder.resolve("out/control/manifests"));

    assertThat(execute("snapshots", "--warehouse", root())).isEqualTo(1);
    assertThat(err.toString())
        .contains("control/CURRENT names", "control/manifests/00000001.json", "backup");
    assertThat(filesBelow(folder.resolve("out/tables"))).isEqualTo(tables);
    assertThat(folder.resolve("out/control/manifests")).doesNotExist();

    assertThat(execute("verify", "--warehouse", root())).isEqualTo(3);
    assertThat(out.toString()).contains("control/manifests/00000001.json is not there");
  }

  private String root() {
    return folder.resolve("out").toString();
  }

  private int execute(String... arguments) {
    return Nutgraf.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
