package io.nutgraf.job;

import io.nutgraf.text.NormalForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.spark.package$;

/** The versions a run depends on. */
public final class Versions {
  private Versions() {}

  /** By name: nutgraf, spark, scala, java, normal_form. */
  public static Map<String, String> all() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("nutgraf", own());
    versions.put("spark", package$.MODULE$.SPARK_VERSION());
    versions.put("scala", scala.util.Properties$.MODULE$.versionNumberString());
    versions.put("java", System.getProperty("java.version"));
    versions.put("normal_form", NormalForm.VERSION);
    return versions;
  }

  private static String own() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("/io/nutgraf/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's version.properties cannot be read", e);
    }
    return properties.getProperty("version");
  }
}
