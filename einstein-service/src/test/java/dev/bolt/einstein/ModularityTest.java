package dev.bolt.einstein;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private final ApplicationModules modules = ApplicationModules.of(EinsteinApplication.class);

    @Test
    void packagesImportOnlyWhatTheyDeclare() {
        modules.verify();
    }
}
