package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceDecoderTest {
    /** Around all limits of what may follow what. */
    private static final int[] FOLLOWERS = {0x00, 'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};

    @Test
    void findsWhatIsNotUtf8AsJavaDoes() {
        for (int first = 0x80; first < 0x100; first++) {
            for (int second : FOLLOWERS) {
                for (int third : FOLLOWERS) {
                    for (int fourth : FOLLOWERS) {
                        check((byte) first, (byte) second, (byte) third, (byte) fourth);
                    }
                }
            }
        }
        check((byte) 'a', (byte) 0xe2, (byte) 0x82);
        check((byte) 0xf0, (byte) 0x9f, (byte) 0x98);
        check("seven..\u00e9 and \uFFFD and \uD83D\uDE00".getBytes(StandardCharsets.UTF_8));
    }

    private static void check(byte... source) {
        SourceDecoder.Decoded decoded = SourceDecoder.decode(source);
        assertThat(decoded.problem() == null).as("%s", ByteBuffer.wrap(source)).isEqualTo(isUtf8(source));
        if (decoded.problem() == null) {
            assertThat(decoded.text()).isEqualTo(source);
        }
    }

    private static boolean isUtf8(byte[] source) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
