package io.nutgraf.job;

import io.nutgraf.warehouse.EarlierSnapshots;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a run has to make anew of copies, given what it has made so far. */
interface Changes {
  /** Every paragraph, cluster and article. */
  Changes ALL =
      new Changes() {
        @Override
        public Optional<EarlierSnapshots> earlier() {
          return Optional.empty();
        }

        @Override
        public Scope paragraphs() {
          return Scope.ALL;
        }

        @Override
        public Scope copies(NearSteps.Links links) {
          return Scope.ALL;
        }

        @Override
        public Scope clusters(Dataset<Row> members) {
          return Scope.ALL;
        }

        @Override
        public Scope articles(Dataset<Row> occurrences) {
          return Scope.ALL;
        }
      };

  /** What is taken over where nothing changed. */
  Optional<EarlierSnapshots> earlier();

  /** Distinct paragraphs whose occurrences are others than they were, by paragraph_id. */
  Scope paragraphs();

  /** Distinct paragraphs whose cluster may be another, by paragraph_id. To be asked next. */
  Scope copies(NearSteps.Links links);

  /** Clusters that may be others, by cluster_id. To be asked after {@link #copies}. */
  Scope clusters(Dataset<Row> members);

  /**
   * Articles with a copy that may be another's, by article_id. To be asked last.
   *
   * @param occurrences of the copies
   */
  Scope articles(Dataset<Row> occurrences);
}
