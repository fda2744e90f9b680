package dev.bolt.platform;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.bind.annotation.RestController;

/** The nine rules that hold in every module; a service imports them with {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {
    private static final String[] GROUND = {
        "dev.bolt.*.trigram..", "dev.bolt.*.scan..", "dev.bolt.*.ripgrep..", "dev.bolt.*.chunk..",
        "dev.bolt.*.lexical..", "dev.bolt.*.embed..", "dev.bolt.*.vector..", "dev.bolt.*.store..",
        "dev.bolt.*.syntax..", "dev.bolt.*.symbol..", "dev.bolt.*.graph..", "dev.bolt.*.finding..",
        "dev.bolt.*.queue..", "dev.bolt.*.timeout..", "dev.bolt.*.agent..", "dev.bolt.*.ledger..",
        "dev.bolt.*.history..",
    };
    private static final String[] STORES = {
        "dev.bolt.*.vector..", "dev.bolt.*.store..", "dev.bolt.*.ledger..",
    };
    private static final String[] SERVICES = {
        "dev.bolt.gateway..",
        "dev.bolt.orchestrator..",
        "dev.bolt.search..",
        "dev.bolt.einstein..",
        "dev.bolt.analysis..",
        "dev.bolt.cli..",
    };

    @ArchTest
    static final ArchRule injectionIsByConstructor = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .allowEmptyShould(true)
            .because("one constructor without an annotation is enough (rule 1)");

    @ArchTest
    static final ArchRule methodsAreNotAutowired = noCodeUnits()
            .should()
            .beAnnotatedWith(Autowired.class)
            .allowEmptyShould(true)
            .because("one constructor without an annotation is enough (rule 1)");

    @ArchTest
    static final ArchRule settingsAreRecords = classes()
            .that()
            .haveSimpleNameEndingWith("Properties")
            .should()
            .beRecords()
            .andShould(beBoundUnder("bolt."))
            .allowEmptyShould(true)
            .because("settings are values with a home (rule 2)");

    @ArchTest
    static final ArchRule controllersSpeakTheContract = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .andShould(implementAContract())
            .allowEmptyShould(true)
            .because("the contract is the interface that callers import (rule 3)");

    @ArchTest
    static final ArchRule theWebStaysOnTheRoof = noClasses()
            .that(resideInAnyPackage(SERVICES)
                    .and(not(resideInAnyPackage(
                            "dev.bolt.*",
                            "dev.bolt.*.web..",
                            "dev.bolt.*.evidence..",
                            "dev.bolt.*.dispatch..",
                            "dev.bolt.*.route..",
                            "dev.bolt.*.admit..",
                            "dev.bolt.*.page..",
                            "dev.bolt.cli.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web..")
            .allowEmptyShould(true)
            .because("only the rooms that speak HTTP know HTTP (rule 4)");

    @ArchTest
    static final ArchRule groundRoomsArePlainJava = noClasses()
            .that(resideInAnyPackage(GROUND).and(not(simpleNameEndingWith("Properties"))))
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(not(resideInAPackage("org.springframework.modulith..")))
                    .and(not(storage())))
            .allowEmptyShould(true)
            .because("algorithms are built by the composition root (rule 5)");

    @ArchTest
    static final ArchRule onlyStoresKnowStorage = noClasses()
            .that(resideInAnyPackage(GROUND).and(not(resideInAnyPackage(STORES))))
            .should()
            .dependOnClassesThat(storage())
            .allowEmptyShould(true)
            .because("Spring Data and JDBC belong to the rooms that store (rule 5)");

    @ArchTest
    static final ArchRule nothingIsReactive = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("reactor..")
            .because("there is one programming model (rule 6)");

    @ArchTest
    static final ArchRule namesSayTheJob = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto)(\\$.*)?")
            .because("these endings say nothing (rule 7)");

    @ArchTest
    static final ArchRule theWorldIsAParameter = noClasses()
            .that()
            .resideOutsideOfPackage("dev.bolt.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .because("clocks, executors and loggers are handed in (rule 8)");

    @ArchTest
    static final ArchRule sharedModulesKnowNoService = noClasses()
            .that()
            .resideInAnyPackage("dev.bolt.api..", "dev.bolt.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES)
            .allowEmptyShould(true)
            .because("the shared modules lie under all services (rule 9)");

    @ArchTest
    static final ArchRule servicesKnowOnlyTheContract = classes()
            .that()
            .resideInAnyPackage(SERVICES)
            .should(importNoOtherService())
            .allowEmptyShould(true)
            .because("services speak over the wire (rule 9)");

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> storage() {
        return resideInAnyPackage(
                        "org.springframework.data..",
                        "org.springframework.jdbc..",
                        "org.springframework.dao..",
                        "org.springframework.transaction..",
                        "org.springframework.core.convert..")
                .as("storage");
    }

    private static ArchCondition<JavaClass> beBoundUnder(String prefix) {
        return new ArchCondition<>("be bound under " + prefix) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean bound = item.tryGetAnnotationOfType(ConfigurationProperties.class)
                        .map(annotation -> annotation.value() + annotation.prefix())
                        .filter(name -> name.startsWith(prefix))
                        .isPresent();
                events.add(new SimpleConditionEvent(item, bound, item.getName() + " is bound under bolt.: " + bound));
            }
        };
    }

    private static ArchCondition<JavaClass> implementAContract() {
        return new ArchCondition<>("implement an interface of dev.bolt.api") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean speaks = item.getAllRawInterfaces().stream()
                        .anyMatch(type -> type.getPackageName().startsWith("dev.bolt.api."));
                events.add(new SimpleConditionEvent(item, speaks, item.getName() + " speaks a contract: " + speaks));
            }
        };
    }

    private static ArchCondition<JavaClass> importNoOtherService() {
        return new ArchCondition<>("import no other service") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String own = service(item);
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> resideInAnyPackage(SERVICES).test(dependency.getTargetClass()))
                        .filter(dependency ->
                                !service(dependency.getTargetClass()).equals(own))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
            }
        };
    }

    private static String service(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
