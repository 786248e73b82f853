package io.nutgraf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar is thin: what a cluster has does not travel, and what travels is relocated. */
class JarIT {
  private static final String JAR = "target/nutgraf.jar";

  @Test
  void holdsOurOwnPackagesAndRelocatedOnesOnly() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      List<String> strangers =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> !name.endsWith("/"))
              .filter(name -> !name.startsWith("io/nutgraf/"))
              .filter(name -> !name.equals("META-INF/MANIFEST.MF"))
              .toList();

      assertThat(strangers).isEmpty();
      assertThat(jar.getEntry("io/nutgraf/cli/Nutgraf.class")).isNotNull();
      assertThat(jar.getEntry("io/nutgraf/shaded/picocli/CommandLine.class")).isNotNull();
    }
  }

  @Test
  void noEntryCarriesTheTimeOfTheBuild() throws IOException {
    LocalDateTime outputTimestamp = LocalDateTime.of(2026, 11, 23, 0, 0);
    try (JarFile jar = new JarFile(JAR)) {
      assertThat(jar.stream().filter(entry -> entry.getTimeLocal().isAfter(outputTimestamp)))
          .isEmpty();
    }
  }
}
