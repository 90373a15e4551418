package io.tallybook.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of DESIGN.md: nobody calls upstream. */
@AnalyzeClasses(
        packages = "io.tallybook",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** The tests of other modules come in jars of their own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] OUTSIDE = {
        "org.springframework..", "org.jooq..", "org.apache.kafka..", "java.sql..", "javax.sql..", "tools.jackson.."
    };

    @ArchTest
    static final ArchRule roomsCallOnlyDownstream = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("messages")
            .definedBy("io.tallybook.messages..")
            .layer("standards")
            .definedBy("io.tallybook.standards..")
            .layer("model")
            .definedBy("io.tallybook.command..")
            .layer("event-log")
            .definedBy("io.tallybook.eventlog..")
            .layer("views")
            .definedBy("io.tallybook.query..")
            .layer("sagas")
            .definedBy("io.tallybook.saga..")
            .layer("intake")
            .definedBy("io.tallybook.intake..")
            .layer("reports")
            .definedBy("io.tallybook.report..")
            .layer("migrations")
            .definedBy("io.tallybook.migrations..")
            .layer("ui")
            .definedBy("io.tallybook.ui..")
            .whereLayer("ui")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("ui")
            .whereLayer("event-log")
            .mayOnlyBeAccessedByLayers("views", "sagas", "intake", "ui")
            .whereLayer("views")
            .mayOnlyBeAccessedByLayers("reports", "ui")
            .whereLayer("sagas")
            .mayOnlyBeAccessedByLayers("ui")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("ui")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("ui")
            .whereLayer("migrations")
            .mayOnlyBeAccessedByLayers("event-log", "views", "intake", "ui")
            .whereLayer("standards")
            .mayOnlyBeAccessedByLayers("model", "intake", "ui")
            .whereLayer("messages")
            .mayOnlyBeAccessedByLayers("model", "event-log", "views", "sagas", "intake", "reports", "ui");

    @ArchTest
    static final ArchRule theModelKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("io.tallybook.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule messagesKnowNoFramework = noClasses()
            .that()
            .resideInAPackage("io.tallybook.messages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule standardsKnowTheJdkAndTheirAnnotationsOnly = classes()
            .that()
            .resideInAPackage("io.tallybook.standards..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.tallybook.standards..",
                    "java.io",
                    "java.lang..",
                    "java.math",
                    "java.nio.charset",
                    "java.security",
                    "java.util..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule standardsHoldNothingThatChanges = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.tallybook.standards..")
            .and()
            .areStatic()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule noAggregateReadsAClock = noClasses()
            .that()
            .resideInAPackage("io.tallybook.command..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule reportsKnowNoSql = noClasses()
            .that()
            .resideInAPackage("io.tallybook.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule everyPackageSaysWhatIsNull = classes()
            .that()
            .resideInAPackage("io.tallybook..")
            .and()
            .resideOutsideOfPackage("io.tallybook.migrations.jooq..")
            .should(new InNullMarkedPackage());
}
