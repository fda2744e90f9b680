package dev.bolt.orchestrator.ledger;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where solves and workspaces are kept.
 *
 * @param url {@code jdbc:postgresql://HOST/DATABASE} of a PostgreSQL, 14 or newer; empty for a SQLite file under
 *     {@code BOLT_HOME}
 * @param user whom the database knows
 * @param password of that user; set it as {@code BOLT_ORCHESTRATOR_LEDGER_PASSWORD} in the environment
 * @param schema lower-case name of the schema that holds the tables, made if it is not there; one orchestrator each
 * @param patience at the start, until another orchestrator has let go of it, 0 to 10 min
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.ledger")
public record LedgerProperties(
        @NotNull
        @Pattern(regexp = "(jdbc:postgresql:.+)?", message = "must be empty or begin with jdbc:postgresql:")
        @DefaultValue("")
        String url,

        @DefaultValue("bolt") String user,
        @DefaultValue("") String password,

        @NotNull @Pattern(regexp = "[a-z_][a-z0-9_]{0,62}") @DefaultValue("bolt")
        String schema,

        @NotNull @DurationMin @DurationMax(minutes = 10) @DefaultValue("10s")
        Duration patience) {
    /** Whether a server is to keep them. */
    public boolean remote() {
        return !url.isEmpty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LedgerProperties[url=%s, user=%s, schema=%s]".formatted(url, user, schema);
    }
}
