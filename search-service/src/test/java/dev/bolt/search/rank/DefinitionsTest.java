package dev.bolt.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each line {@code wanted} is what matched. */
class DefinitionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            py   | def wanted(self, x):
            py   | async def wanted():
            py   | class wanted(Base):
            py   | wanted: int = 3
            js   | export default async function wanted(a) {
            ts   | export abstract class wanted<T> {
            tsx  | const wanted = () => 1
            ts   | export type wanted = string
            java | public sealed interface wanted permits A {
            java | record wanted(int a) {}
            kt   | fun wanted(x: Int) = 1
            go   | func wanted() {
            go   | func (r *Reader) wanted(p []byte) (int, error) {
            go   | type wanted struct {
            rs   | pub(crate) async fn wanted<T>(t: T) {
            rs   | pub struct wanted;
            c    | #  define wanted(x) ((x) + 1)
            c    | static inline int *wanted(struct a *a)
            c    | struct wanted {
            cpp  | int Some::wanted(int a) const {
            rb   | def self.wanted
            php  | public static function wanted($a) {
            sh   | wanted() {
            """)
    void seesADefinition(String extension, String text) {
        assertThat(Definitions.defines(extension, line(text))).isEqualTo(Definitions.Share.ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            py   | return wanted(x)
            py   | def other(wanted):
            py   | if wanted == 3:
            py   | other = wanted
            js   | const other = wanted()
            java | return wanted(a);
            java | new wanted(
            go   | x := wanted()
            rs   | let x = wanted();
            c    | 	wanted(a);
            c    | struct wanted *a;
            c    | wanted(a);
            txt  | def wanted():
            """)
    void seesAUse(String extension, String text) {
        assertThat(Definitions.defines(extension, line(text))).isEqualTo(Definitions.Share.NONE);
    }

    private static MatchedLine line(String text) {
        int at = Math.max(0, text.indexOf("wanted"));
        return new MatchedLine(1, text, null, false, List.of(new Submatch(at, at + 6, at, at + 6)));
    }
}
