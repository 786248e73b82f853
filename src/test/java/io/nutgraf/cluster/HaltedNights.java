package io.nutgraf.cluster;

import io.nutgraf.job.Sessions;
import io.nutgraf.testing.JavaProcess;
import io.nutgraf.testing.Nights;
import io.nutgraf.warehouse.PublishStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.SparkSession;

/**
 * A driver that is killed while it publishes: nothing is closed and no shutdown hook runs, as with
 * kill -9. It has a night under way in each of several warehouses, every one at another step, so
 * that one JVM dies for all steps.
 */
public final class HaltedNights {
  /** What the shell says of a process that was killed. */
  static final int KILLED = 137;

  private HaltedNights() {}

  /**
   * Runs nights up to a step each, then dies.
   *
   * @param arguments date, input, folder, and the steps; each has its warehouse in the folder, by
   *     its name
   */
  public static void main(String[] arguments) throws InterruptedException {
    SparkSession spark = Sessions.start();
    for (int i = 3; i < arguments.length; i++) {
      PublishStep last = PublishStep.valueOf(arguments[i]);
      String warehouse = arguments[2] + "/" + last;
      CountDownLatch isThere = new CountDownLatch(1);
      Thread night =
          new Thread(
              () ->
                  Nights.run(
                      spark,
                      warehouse,
                      arguments[0],
                      Path.of(arguments[1]),
                      step -> {
                        while (step == last) {
                          isThere.countDown();
                          LockSupport.park();
                        }
                      }));
      night.setUncaughtExceptionHandler(
          (thread, fault) -> {
            fault.printStackTrace();
            Runtime.getRuntime().halt(1);
          });
      night.start();
      isThere.await();
    }
    Runtime.getRuntime().halt(KILLED);
  }

  /**
   * Starts it in a process of its own.
   *
   * @param folder of the warehouses
   * @param settings of Spark, as name=value
   */
  static JavaProcess start(Path folder, int night, List<PublishStep> steps, String... settings)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "@jobs/java.options",
                "-Xmx2g",
                "-Djava.io.tmpdir=" + folder,
                "-Dlog4j2.configurationFile=jobs/log4j2.properties",
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.sql.shuffle.partitions=2"));
    for (String setting : settings) {
      command.add("-D" + setting);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            HaltedNights.class.getName(),
            ThreeNights.date(night),
            ThreeNights.input(night).toString(),
            folder.toString()));
    steps.forEach(step -> command.add(step.name()));
    return JavaProcess.start(folder.resolve("halted.txt"), Map.of(), command);
  }
}
