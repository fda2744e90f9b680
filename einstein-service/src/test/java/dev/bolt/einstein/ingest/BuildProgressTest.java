package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.index.IndexState;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildProgressTest {
    private static final Path HERE = Path.of("/here");
    private static final Path THERE = Path.of("/there");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final BuildProgress progress = new BuildProgress();

    @Test
    void oneCallerBeginsAndTheOthersJoin() {
        assertThat(progress.ask(HERE)).isTrue();
        assertThat(progress.ask(HERE)).isFalse();
        assertThat(progress.take()).contains(HERE);
        assertThat(progress.take()).isEmpty();
        assertThat(progress.ask(HERE)).isTrue();
    }

    @Test
    void whatIsAskedDuringABuildIsBuiltAfterItAndNotReadyBefore() {
        progress.ask(HERE);
        progress.take();
        assertThat(progress.ask(HERE)).isFalse();
        ready(HERE);
        assertThat(progress.now().state()).isEqualTo(IndexState.BUILDING);
        assertThat(progress.now().asOf()).isEqualTo(NOON);
        assertThat(progress.take()).contains(HERE);
        ready(HERE);
        assertThat(progress.now().state()).isEqualTo(IndexState.READY);
    }

    @Test
    void aFailureIsNotTheEndWhileAnotherBuildWaits() {
        progress.ask(HERE);
        progress.take();
        progress.ask(HERE);
        progress.tell(HERE, now -> now.fails("no"));
        assertThat(progress.now().state()).isEqualTo(IndexState.BUILDING);
        progress.take();
        progress.tell(HERE, now -> now.fails("no"));
        assertThat(progress.now().state()).isEqualTo(IndexState.FAILED);
    }

    @Test
    void anotherRootForgetsWhatWasReadOfTheOldOne() {
        progress.ask(HERE);
        progress.take();
        ready(HERE);
        progress.ask(HERE);
        progress.take();
        assertThat(progress.ask(THERE)).isFalse();
        assertThat(progress.superseded(HERE)).isTrue();
        ready(HERE);
        assertThat(progress.now().asOf()).isNull();
        assertThat(progress.now().state()).isEqualTo(IndexState.BUILDING);
        assertThat(progress.take()).contains(THERE);
        assertThat(progress.superseded(THERE)).isFalse();
    }

    @Test
    void isBehindUntilTheFirstBuildHasEndedAndThenByWhatItKnowsOf() {
        assertThat(progress.freshness().filesBehind()).isOne();
        progress.ask(HERE);
        progress.take();
        assertThat(progress.freshness().filesBehind()).isOne();
        progress.tell(HERE, now -> now.reads(3, 10, 0, 0));
        assertThat(progress.freshness().filesBehind()).isEqualTo(7);
        progress.tell(HERE, now -> now.reads(10, 10, 0, 0));
        assertThat(progress.freshness().filesBehind()).isOne();
        ready(HERE);
        assertThat(progress.freshness().filesBehind()).isZero();
        assertThat(progress.freshness().asOf()).isEqualTo(NOON);
        progress.ask(HERE);
        progress.take();
        progress.tell(HERE, now -> now.reads(0, 2, 0, 0));
        assertThat(progress.freshness().filesBehind()).isEqualTo(2);
    }

    @Test
    void theFillSpeaksOfWordsThatAreReadyOnly() {
        progress.ask(HERE);
        progress.tell(now -> now.says("complete"));
        assertThat(progress.now().message()).isEqualTo("listing files");
        progress.take();
        ready(HERE);
        progress.tell(now -> now.says("complete"));
        assertThat(progress.now().message()).isEqualTo("complete");
    }

    private void ready(Path root) {
        progress.tell(root, now -> now.ready(10, 0, 0, 20, NOON, "words are ready"));
    }
}
