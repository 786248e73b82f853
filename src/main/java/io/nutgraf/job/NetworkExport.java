package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nutgraf.report.CsvNetwork;
import io.nutgraf.report.GexfFile;
import io.nutgraf.report.GraphMlFile;
import io.nutgraf.report.Network;
import io.nutgraf.report.SelectNetwork;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Communities;
import io.nutgraf.warehouse.PublishedTables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the strongest part of the network to files of this machine, for Gephi and the like.
 *
 * @param format gexf, graphml or csv
 * @param output the file; for csv the folder of nodes.csv and edges.csv
 * @param unit sentence, paragraph or article
 * @param minDistinct pairs in fewer distinct units are left out
 * @param top so many pairs at most, those with the greatest g2
 */
public record NetworkExport(String format, Path output, String unit, int minDistinct, int top) {

  /** The formats there are. */
  private enum Format {
    GEXF,
    GRAPHML,
    CSV
  }

  /** How much was written. */
  public record Written(int nodes, int edges) {}

  /**
   * Replaces what was there.
   *
   * @throws NightException when the warehouse is not there
   */
  public Written from(SparkSession spark, String warehouse) {
    Format wanted = Choices.parse(Format.class, "--format", format);
    PublishedTables tables = Warehouses.open(spark, warehouse);
    return Warehouses.reading(
        () -> {
          Network network =
              new SelectNetwork(unit, minDistinct, top)
                  .apply(
                      tables.newest(Associations.TABLE),
                      tables.newest(Actors.TABLE),
                      tables.newest(Communities.TABLE));
          write(network, wanted);
          return new Written(network.nodes().size(), network.edges().size());
        });
  }

  private void write(Network network, Format wanted) throws IOException {
    if (wanted == Format.CSV) {
      Files.createDirectories(output);
      try (Writer nodes = Files.newBufferedWriter(output.resolve("nodes.csv"), UTF_8);
          Writer edges = Files.newBufferedWriter(output.resolve("edges.csv"), UTF_8)) {
        CsvNetwork.writeNodes(network, nodes);
        CsvNetwork.writeEdges(network, edges);
      }
      return;
    }
    Path folder = output.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output))) {
      if (wanted == Format.GEXF) {
        GexfFile.write(network, out);
      } else {
        GraphMlFile.write(network, out);
      }
    } catch (XMLStreamException e) {
      throw new IOException("Could not write " + output + ": " + e.getMessage(), e);
    }
  }
}
