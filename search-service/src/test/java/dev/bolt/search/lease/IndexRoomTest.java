package dev.bolt.search.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexRoomTest {
    private final IndexRoom room = new IndexRoom(100, true);
    private final IndexRoom.Share share = room.share();

    @Test
    void givesNoMoreThanThereIs() {
        share.begin();
        assertThat(share.take(60)).isTrue();
        assertThat(share.take(41)).isFalse();
        assertThat(share.take(40)).isTrue();
        assertThat(share.hold(101)).isFalse();
        assertThat(room.used()).isZero();
        assertThat(share.hold(100)).isTrue();
        assertThat(room.share().hold(1)).isFalse();
    }

    @Test
    void letsAnIndexThatIsBuiltUseWhatTheOneBeforeTakes() {
        assertThat(share.hold(90)).isTrue();
        share.begin();
        assertThat(share.take(95)).isTrue();
        assertThat(room.used()).isEqualTo(90);
        assertThat(share.hold(95)).isTrue();
        assertThat(room.used()).isEqualTo(95);
    }

    @Test
    void forgetsABuildThatCameToNothing() {
        assertThat(share.hold(10)).isTrue();
        share.begin();
        assertThat(share.take(90)).isTrue();
        share.begin();
        assertThat(share.take(90)).isTrue();
        assertThat(room.used()).isEqualTo(10);
    }

    @Test
    void hasNothingForWhoGaveAllBack() {
        assertThat(share.hold(90)).isTrue();
        assertThat(room.share().could(20)).isFalse();
        share.release();
        assertThat(room.used()).isZero();
        assertThat(room.share().could(100)).isTrue();
        assertThat(share.take(1)).isFalse();
        assertThat(share.hold(1)).isFalse();
        assertThat(room.used()).isZero();
    }
}
