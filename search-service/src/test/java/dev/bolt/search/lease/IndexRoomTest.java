package dev.bolt.search.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexRoomTest {
    private final IndexRoom room = new IndexRoom(100, true);
    private final IndexRoom.Share share = room.share();

    @Test
    void givesNoMoreThanThereIs() {
        share.begin(0);
        assertThat(share.copy(60)).isTrue();
        assertThat(share.copy(41)).isFalse();
        assertThat(share.copy(40)).isTrue();
        assertThat(share.hold(101)).isFalse();
        assertThat(room.used()).isZero();
        assertThat(share.hold(100)).isTrue();
        assertThat(room.share().hold(1)).isFalse();
    }

    @Test
    void copiesLeaveFreeWhatIsKept() {
        share.begin(30);
        assertThat(share.copy(71)).isFalse();
        assertThat(share.copy(70)).isTrue();
        assertThat(share.need(30)).isTrue();
        assertThat(share.need(70)).as("a guess that was too low").isTrue();
        assertThat(share.need(1)).isFalse();
    }

    @Test
    void letsAnIndexThatIsBuiltUseWhatTheOneBeforeTakes() {
        assertThat(share.hold(90)).isTrue();
        share.begin(0);
        assertThat(share.copy(95)).isTrue();
        assertThat(room.used()).isEqualTo(90);
        assertThat(share.hold(95)).isTrue();
        assertThat(room.used()).isEqualTo(95);
    }

    @Test
    void forgetsABuildThatCameToNothing() {
        assertThat(share.hold(10)).isTrue();
        share.begin(0);
        assertThat(share.copy(90)).isTrue();
        share.begin(0);
        assertThat(share.copy(90)).isTrue();
        assertThat(room.used()).isEqualTo(10);
    }

    @Test
    void hasNothingForWhoGaveAllBack() {
        assertThat(share.hold(90)).isTrue();
        assertThat(room.share().could(20)).isFalse();
        share.release();
        assertThat(room.used()).isZero();
        assertThat(room.share().could(100)).isTrue();
        assertThat(share.copy(1)).isFalse();
        assertThat(share.hold(1)).isFalse();
        assertThat(room.used()).isZero();
    }
}
