package dev.bolt.analysis;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.grammar.Grammar;
import dev.bolt.analysis.ingest.FileAnalyzer;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.IngestProperties;
import dev.bolt.analysis.language.Language;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.vitals.StatusDetail;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Puts the rooms on the ground together. */
@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {

    @Bean
    Indexes indexes(BoltHome home, FindingProperties limits, IngestProperties properties) {
        var analyzer = new FileAnalyzer(limits, InstantSource.system());
        return new Indexes(home.data("analysis"), analyzer, properties, InstantSource.system());
    }

    @Bean
    StatusDetail analysisDetail(Indexes indexes) {
        return () -> Map.of(
                "languages",
                Grammar.missing()
                        .map(why -> "python, java, " + Language.words() + "; the others cannot be read: " + why)
                        .orElse("python, java, " + Language.words()),
                "workspaces",
                String.valueOf(indexes.count()));
    }

    @Bean
    Restoration restoration(Indexes indexes) {
        return new Restoration(indexes);
    }

    /** Rebuilds in the background what was known before the last stop. */
    record Restoration(Indexes indexes) {
        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            indexes.restore();
        }
    }
}
