package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.search.ingest.IndexProperties;
import dev.bolt.search.lease.AnswerProperties;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.ripgrep.RipgrepProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.util.unit.DataSize;

/** Every setting as it is bound: its default, its range, and what is said to who leaves it. */
class SettingsTest {
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        AnswerProperties.class,
        IndexProperties.class,
        RankProperties.class,
        RipgrepProperties.class
    })
    static class Bound {
        @Bean
        SearchConfiguration.Engines engines(RipgrepProperties properties) {
            return new SearchConfiguration().engines(properties);
        }
    }

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "answers.memory | -1B | memory must be 0, or 1MB to ",
                "answers.memory | 1023KB | memory must be 0, or 1MB to ",
                "answers.memory | 900GB | MB, which is 60 % of the heap",
                "answers.memory | much | convert",
                "answers.parallel | 0 | must be greater than or equal to 1",
                "answers.parallel | 1001 | must be less than or equal to 1000",
                "index.enabled | maybe | convert",
                "index.workers | -1 | must be greater than or equal to 0",
                "index.workers | 65 | must be less than or equal to 64",
                "index.cache-size | -1B | cache-size must be 0 or more, not -1B",
                "index.memory-map | maybe | convert",
                "index.batch-size | 0 | must be greater than or equal to 1",
                "index.batch-size | 4097 | must be less than or equal to 4096",
                "rank.high | .py | high must name extensions without a dot, such as py, not '.py'",
                "rank.medium | js,tar.gz | medium must name extensions without a dot, such as py, not 'tar.gz'",
                "rank.low | src/json | low must name extensions without a dot, such as py, not 'src/json'",
                "ripgrep.path | /no/such/rg | no ripgrep 14 or newer that runs. Name one, or 'none'",
                "ripgrep.workers | -1 | must be greater than or equal to 0",
                "ripgrep.workers | 65 | must be less than or equal to 64",
                "ripgrep.processes | 0 | must be greater than or equal to 1",
                "ripgrep.processes | 65 | must be less than or equal to 64",
                "ripgrep.buffer | 8191B | buffer must be 8KB to 64KB, not 8191B",
                "ripgrep.buffer | 65KB | buffer must be 8KB to 64KB, not ",
                "ripgrep.output-limit | 0 | output-limit must be 1KB to 1GB, not 0B",
                "ripgrep.output-limit | 1025MB | output-limit must be 1KB to 1GB, not ",
            })
    void endsTheStartWithWhatToDoWhereItIsOutOfItsRange(String setting, String value, String reason) {
        runner.withPropertyValues("bolt.search." + setting + "=" + value).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis said = said(context.getStartupFailure());
            assertThat(said.getDescription())
                    .contains("bolt.search." + setting.substring(0, setting.indexOf('.')), reason);
            assertThat(said.getAction()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers.memory=0",
                "answers.memory=1MB",
                "answers.parallel=1",
                "answers.parallel=1000",
                "index.workers=0",
                "index.workers=64",
                "index.batch-size=1",
                "index.cache-size=0",
                "index.memory-map=false",
                "index.batch-size=4096",
                "rank.low=",
                "ripgrep.path=none",
                "ripgrep.workers=0",
                "ripgrep.workers=64",
                "ripgrep.processes=1",
                "ripgrep.processes=64",
                "ripgrep.buffer=8KB",
                "ripgrep.buffer=64KB",
                "ripgrep.output-limit=1KB",
                "ripgrep.output-limit=1GB"
            })
    void takesTheEndsOfItsRange(String setting) {
        runner.withPropertyValues("bolt.search." + setting)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void rankHasTheOrderOfTheGuide() {
        runner.run(context -> assertThat(context.getBean(RankProperties.class))
                .isEqualTo(new RankProperties(List.of("py"), List.of("js", "ts"), List.of("json", "yaml", "toml"))));
    }

    @Test
    void ripgrepHasItsDefaultsWhereNothingIsSet() {
        runner.run(context ->
                assertThat(context.getBean(RipgrepProperties.class)).isEqualTo(RipgrepProperties.defaults()));
    }

    @Test
    void workersAreTheThreadsOfTheTwoPoolsThatBuildAndHelp() {
        runner.withPropertyValues("bolt.search.index.workers=3").run(context -> {
            var properties = context.getBean(IndexProperties.class);
            assertThat(properties.threads()).isEqualTo(3);
            try (var packers = (ThreadPoolExecutor) new SearchConfiguration().packers(properties);
                    var helpers = (ThreadPoolExecutor) new SearchConfiguration().helpers(properties)) {
                assertThat(packers.getMaximumPoolSize()).isEqualTo(3);
                assertThat(helpers.getMaximumPoolSize()).isEqualTo(3);
            }
        });
        runner.run(context -> assertThat(context.getBean(IndexProperties.class).threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thereIsAnIndexIfItIsEnabled(boolean enabled) throws IOException {
        Path root = Files.createDirectories(directory.resolve("tree"));
        Files.writeString(root.resolve("a.txt"), "send\n");
        var id = new WorkspaceId("shop");
        var configuration = new SearchConfiguration();
        var properties = new IndexProperties(enabled, 1, true, DataSize.ofBytes(0), 16);
        try (var jobs = Executors.newSingleThreadExecutor();
                var packers = configuration.packers(properties);
                var catalog = configuration.workspaceCatalog(
                        new BoltHome(directory.resolve("home")), jobs, packers, properties, IndexRoom.unbounded())) {
            catalog.build(id, root.toString());
            await().until(() -> catalog.get(id).status().state() == IndexState.READY);
            assertThat(catalog.indexed()).isEqualTo(enabled ? 1 : 0);
            assertThat(Files.exists(directory.resolve("home/data/search/shop/index/current")))
                    .isEqualTo(enabled);
        }
    }

    @Test
    void theRoomForIndexesIsAPartOfTheMachineUnlessItIsGiven() {
        runner.withPropertyValues("bolt.search.index.cache-size=3MB", "bolt.search.index.memory-map=false")
                .run(context -> {
                    IndexRoom room = new SearchConfiguration().indexRoom(context.getBean(IndexProperties.class));
                    assertThat(room.bytes()).isEqualTo(3 << 20);
                    assertThat(room.copies()).isFalse();
                });
        runner.run(context -> {
            IndexRoom room = new SearchConfiguration().indexRoom(context.getBean(IndexProperties.class));
            assertThat(room.bytes()).isBetween(1L << 20, Long.MAX_VALUE / 2);
            assertThat(room.copies()).isTrue();
        });
    }

    private static FailureAnalysis said(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, new StandardEnvironment()),
                        FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
