package dev.bolt.orchestrator.ledger;

import java.nio.file.Path;
import java.util.List;

class SqliteLedgerTest extends LedgerKit {
    @Override
    Ledger open() {
        return SqlLedger.sqlite(folder.resolve("l"));
    }

    @Override
    List<String> writer() {
        return List.of(Writer.class.getName(), folder.resolve("l").toString());
    }

    static final class Writer {
        public static void main(String[] arguments) {
            try (Ledger ledger = SqlLedger.sqlite(Path.of(arguments[0]))) {
                accepts(ledger);
            }
        }
    }
}
