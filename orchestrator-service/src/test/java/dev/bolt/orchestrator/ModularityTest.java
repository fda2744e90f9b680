package dev.bolt.orchestrator;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void packagesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(OrchestratorApplication.class).verify();
    }
}
