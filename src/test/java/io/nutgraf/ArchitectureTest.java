package io.nutgraf;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;

/** The shape of the house: arrows point one way, and only two packages touch storage. */
class ArchitectureTest {
  /** Packages that never use each other. */
  private static final List<String> ROOMS =
      List.of(
          "report",
          "quality",
          "warehouse",
          "corpus",
          "cooccurrence",
          "actor",
          "duplicate",
          "paragraph");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.nutgraf");

  private static final String[] STAGES = {
    "io.nutgraf.paragraph..",
    "io.nutgraf.duplicate..",
    "io.nutgraf.actor..",
    "io.nutgraf.cooccurrence.."
  };

  @Test
  void arrowsPointDown() {
    Architectures.LayeredArchitecture house =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.nutgraf..")
            .withOptionalLayers(true)
            .layer("cli")
            .definedBy("io.nutgraf.cli..")
            .layer("job")
            .definedBy("io.nutgraf.job..");
    for (String room : ROOMS) {
      house = house.layer(room).definedBy("io.nutgraf." + room + "..");
      house = house.whereLayer(room).mayOnlyBeAccessedByLayers("job");
    }

    house
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("job")
        .mayOnlyBeAccessedByLayers("cli")
        .check(CLASSES);
  }

  @Test
  void theCommandLineKnowsTheJobAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.nutgraf.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.nutgraf.table..", "io.nutgraf.text..")
        .check(CLASSES);
  }

  @Test
  void tablesKnowOnlySparksTypes() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.nutgraf.table..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nutgraf.text..");

    rule.check(CLASSES);
  }

  @Test
  void checksAndPagesKnowTablesAlone() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("io.nutgraf.quality..", "io.nutgraf.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nutgraf.text..");

    rule.check(CLASSES);
  }

  @Test
  void onlyTheWarehouseWrites() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.nutgraf.warehouse..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.spark\\.sql\\.DataFrameWriter.*");

    rule.check(CLASSES);
  }

  @Test
  void textIsPlainJava() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.nutgraf.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.hadoop..");

    rule.check(CLASSES);
  }

  @Test
  void stagesDoNotReadOrWrite() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.spark\\.sql\\.(DataFrameReader|DataFrameWriter.*)")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hadoop..");

    rule.check(CLASSES);
  }

  /**
   * A stage describes rows and lets the job ask for them. Some must know something of all rows
   * first: {@code CountShingles} how many paragraphs each day has, {@code FindCandidates} how
   * frequent shingles are (to the driver in bounded size), {@code FindComparedSets} which
   * paragraphs are in a pair (a Bloom filter), {@code CrowdedKeys} which buckets are over the cap
   * (eight bytes each), {@code ConnectClusters} what a round of splitting left over, and {@code
   * FindActorSets} and {@code FindCommunities} what MLlib, which runs jobs of its own, is to work
   * on.
   */
  @Test
  void stagesStartNoJobs() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .and()
            .haveNameNotMatching(
                ".*\\.(PublishedDays|GatheredCounts|ShingleOrder|FindComparedSets|ConnectClusters"
                    + "|Components|CrowdedKeys|DriverComponents|DriverRounds|ExecutorRounds"
                    + "|FindActorSets|FindCommunities)")
            .should()
            .callMethodWhere(
                target(owner(assignableTo(Dataset.class)))
                    .and(
                        target(
                            nameMatching(
                                "count|collect|collectAsList|first|head|take|takeAsList|isEmpty"
                                    + "|toLocalIterator|foreach|foreachPartition|show"
                                    + "|checkpoint|localCheckpoint"))));

    rule.check(CLASSES);
  }

  /** A local checkpoint is gone with its executor, and then the run fails. */
  @Test
  void whatAnExecutorHoldsCanBeComputedAgain() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethodWhere(
                target(owner(assignableTo(Dataset.class)))
                    .and(target(nameMatching("localCheckpoint"))));

    rule.check(CLASSES);
  }

  @Test
  void stagesAreRecords() {
    ArchRule rule =
        classes()
            .that()
            .resideInAnyPackage(STAGES)
            .and()
            .arePublic()
            .and()
            .haveNameMatching(
                ".*\\.(Split|Choose|Extract|Find|Resolve|Describe|List|Count|Group|Classify|Measure|Link"
                    + "|Connect|Trace|Update|Compare|Correct|Date|Sum)[A-Z]\\w*")
            .and()
            .haveSimpleNameNotEndingWith("Function")
            .should()
            .beRecords();

    rule.check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.nutgraf.cli..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    rule.check(CLASSES);
  }

  @Test
  void noGenericExceptions() {
    ArchRule rule = noClasses().should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS);

    rule.check(CLASSES);
  }
}
