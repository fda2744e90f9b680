package dev.bolt.analysis;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void packagesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(AnalysisApplication.class).verify();
    }
}
