package dev.bolt.analysis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinaryTest {
    @Test
    void findsAZeroAtEachPlaceAndNoneWhereThereIsNone() {
        for (int length = 0; length < 20; length++) {
            for (byte other : new byte[] {1, 'a', 127, -128, -1}) {
                var bytes = new byte[length];
                Arrays.fill(bytes, other);
                assertThat(Binary.is(bytes)).as("%d of %d", length, other).isFalse();
                for (int place = 0; place < length; place++) {
                    bytes[place] = 0;
                    assertThat(Binary.is(bytes)).as("%d of %d", place, length).isTrue();
                    bytes[place] = other;
                }
            }
        }
    }
}
