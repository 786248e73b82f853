package io.nutgraf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The shape of the house: arrows point one way, and only two packages touch storage. */
@AnalyzeClasses(packages = "io.nutgraf", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] STAGES = {
    "io.nutgraf.paragraph..",
    "io.nutgraf.duplicate..",
    "io.nutgraf.actor..",
    "io.nutgraf.cooccurrence.."
  };

  @ArchTest
  static final ArchRule arrowsPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.nutgraf..")
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy("io.nutgraf.cli..")
          .layer("job")
          .definedBy("io.nutgraf.job..")
          .layer("report")
          .definedBy("io.nutgraf.report..")
          .layer("quality")
          .definedBy("io.nutgraf.quality..")
          .layer("warehouse")
          .definedBy("io.nutgraf.warehouse..")
          .layer("corpus")
          .definedBy("io.nutgraf.corpus..")
          .layer("cooccurrence")
          .definedBy("io.nutgraf.cooccurrence..")
          .layer("actor")
          .definedBy("io.nutgraf.actor..")
          .layer("duplicate")
          .definedBy("io.nutgraf.duplicate..")
          .layer("paragraph")
          .definedBy("io.nutgraf.paragraph..")
          .layer("table")
          .definedBy("io.nutgraf.table..")
          .layer("text")
          .definedBy("io.nutgraf.text..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("quality")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("warehouse")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("corpus")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("cooccurrence")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("actor")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("duplicate")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("paragraph")
          .mayOnlyBeAccessedByLayers("job");

  @ArchTest
  static final ArchRule tablesKnowOnlySparksTypes =
      noClasses()
          .that()
          .resideInAPackage("io.nutgraf.table..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.nutgraf.text..");

  @ArchTest
  static final ArchRule textIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("io.nutgraf.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.hadoop..");

  @ArchTest
  static final ArchRule stagesDoNotReadOrWrite =
      noClasses()
          .that()
          .resideInAnyPackage(STAGES)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.spark\\.sql\\.(DataFrameReader|DataFrameWriter.*)")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hadoop..");

  @ArchTest
  static final ArchRule stagesAreRecords =
      classes()
          .that()
          .resideInAnyPackage(STAGES)
          .and()
          .arePublic()
          .and()
          .haveNameMatching(
              ".*\\.(Split|Choose|Extract|Find|Resolve|Describe|List|Count|Group|Classify|Measure|Link|Connect|Trace)[A-Z]\\w*")
          .should()
          .beRecords();

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.nutgraf.cli..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule noGenericExceptions =
      noClasses().should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS);
}
