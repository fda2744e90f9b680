package dev.bolt.search;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void packagesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(SearchApplication.class).verify();
    }
}
