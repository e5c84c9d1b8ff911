package tidtam.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What Maven cannot see of how the modules may know each other. A rule that would match nothing fails. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption((Location location) -> !location.contains("-tests.jar"))
            .importPackages("tidtam");

    private static final DescribedPredicate<JavaClass> POI =
            resideInAnyPackage("org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats..");
    private static final DescribedPredicate<JavaClass> DROOLS = resideInAnyPackage("org.drools..", "org.kie..");

    @Test
    void modules_know_only_those_below_them() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("facts")
                .definedBy("tidtam.facts..")
                .layer("spreadsheets")
                .definedBy("tidtam.spreadsheets..")
                .layer("rules")
                .definedBy("tidtam.rules..")
                .layer("engine")
                .definedBy("tidtam.engine..")
                .layer("reports")
                .definedBy("tidtam.reports..")
                .layer("app")
                .definedBy("tidtam.app..")
                .whereLayer("facts")
                .mayNotAccessAnyLayer()
                .whereLayer("spreadsheets")
                .mayOnlyAccessLayers("facts")
                .whereLayer("rules")
                .mayOnlyAccessLayers("facts")
                .whereLayer("engine")
                .mayOnlyAccessLayers("facts")
                .whereLayer("reports")
                .mayOnlyAccessLayers("facts")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("tidtam.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_spreadsheets_and_reports_know_poi() {
        known(POI, resideInAnyPackage("tidtam.spreadsheets..", "tidtam.reports.."));
    }

    @Test
    void only_the_engine_and_the_generated_rules_know_drools() {
        DescribedPredicate<JavaClass> generated = resideInAnyPackage("tidtam.rules..")
                .and(describe("generated", each -> !each.getSimpleName().equals("BuiltInRules")));
        known(DROOLS, resideInAnyPackage("tidtam.engine", "tidtam.engine.added").or(generated));
    }

    @Test
    void only_the_app_asks_the_machine_what_time_place_and_language_it_is() {
        DescribedPredicate<JavaMethodCall> asking = describe("ask the machine", ArchitectureTest::asksTheMachine);
        assertThat(CLASSES.stream()
                        .flatMap(each -> each.getMethodCallsFromSelf().stream())
                        .filter(asking)
                        .map(JavaAccess::getOriginOwner)
                        .map(JavaClass::getPackageName))
                .as("classes that ask")
                .containsOnly("tidtam.app");
        noClasses()
                .that()
                .resideOutsideOfPackage("tidtam.app")
                .should()
                .callConstructor(Date.class)
                .check(CLASSES);
    }

    @Test
    void only_the_entry_and_the_log_hold_the_standard_streams() {
        noClasses()
                .that(describe(
                        "are neither entry nor log",
                        each -> !Set.of("Tidtam", "LogSetup", "StandardError").contains(each.getSimpleName())))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    /** Only those classes depend on a library, and some of them do. */
    private static void known(DescribedPredicate<JavaClass> library, DescribedPredicate<JavaClass> allowed) {
        noClasses()
                .that(DescribedPredicate.not(allowed))
                .should()
                .dependOnClassesThat(library)
                .check(CLASSES);
        assertThat(CLASSES.stream().filter(allowed))
                .as("classes that depend on what %s", library.getDescription())
                .anyMatch(each -> each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> library.test(dependency.getTargetClass())));
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "now", "system", "systemUTC", "systemDefaultZone" ->
                owner.getPackageName().startsWith("java.time");
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            case "getDefault" -> owner.isEquivalentTo(Locale.class) || owner.isEquivalentTo(TimeZone.class);
            case "systemDefault" -> owner.isEquivalentTo(ZoneId.class);
            case "defaultCharset" -> owner.isEquivalentTo(Charset.class);
            default -> false;
        };
    }
}
