package dev.bolt.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private final ApplicationModules modules = ApplicationModules.of(GatewayApplication.class);

    @Test
    void packagesImportOnlyWhatTheyDeclare() {
        modules.verify();
    }
}
