package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class EightTest {
    private static final long SEED = 42;

    @Test
    void findsTheFirstOfItsKind() {
        check(Eight::notName, b -> b >= 0x80 || !(Character.isLetterOrDigit(b) || b == '_'));
        check(Eight::notBlank, b -> b != ' ');
        check(Eight::notAscii, b -> b >= 0x80);
        for (int sought : "\n\r'\"\\{".toCharArray()) {
            check(eight -> Eight.marks(eight, Eight.times(sought)), b -> b == sought);
        }
    }

    /** At each place, behind what is not sought and before anything. */
    private static void check(LongUnaryOperator marks, IntPredicate sought) {
        var random = new Random(SEED);
        byte[] others = new byte[256];
        int count = 0;
        for (int b = 0; b < 256; b++) {
            if (!sought.test(b)) {
                others[count++] = (byte) b;
            }
        }
        for (int place = 0; place <= Eight.BYTES; place++) {
            for (int b = 0; b < 256; b++) {
                byte[] source = new byte[Eight.BYTES];
                random.nextBytes(source);
                for (int i = 0; i < place; i++) {
                    source[i] = others[random.nextInt(count)];
                }
                if (place < Eight.BYTES) {
                    source[place] = (byte) b;
                }
                int first = 0;
                while (first < Eight.BYTES && !sought.test(source[first] & 0xff)) {
                    first++;
                }
                long marked = marks.applyAsLong(Eight.at(source, 0));
                assertThat(marked == 0 ? Eight.BYTES : Eight.before(marked)).isEqualTo(first);
            }
        }
    }

    @Test
    void isTheSameHoweverItIsRead() {
        byte[] source = "a name \u00e9 x".getBytes(StandardCharsets.UTF_8);
        for (int start = 0; start + Eight.BYTES <= source.length; start++) {
            long eight = Eight.at(source, start);
            assertThat(Eight.between(source, start, start + Eight.BYTES)).isEqualTo(eight);
            for (int length = 0; length < Eight.BYTES; length++) {
                assertThat(Eight.between(source, start, start + length)).isEqualTo(Eight.first(eight, length));
            }
        }
    }
}
