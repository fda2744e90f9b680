package dev.bolt.einstein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.FileHit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileFusionTest {
    private static final List<FileHit> WORDS =
            List.of(new FileHit("a.py", 2.0, Map.of("body", 1.0)), new FileHit("b.py", 1.8, Map.of("body", 0.9)));

    @Test
    void addsTheMeaningOfTheBestChunkOfAFile() {
        var files =
                FileFusion.fuse(WORDS, List.of(near("b.py", 0.9), near("b.py", 0.5), near("c.py", 0.4)), 1, false, 9);
        assertThat(files).extracting(SimilarFile::path).containsExactly("b.py", "a.py");
        assertThat(files.getFirst().score()).isCloseTo(1.8 + 0.5, within(1e-9));
        assertThat(files.getFirst().sources()).containsEntry("body", 0.9).containsEntry("semantic", 1.0);
    }

    @Test
    void letsTheFewVectorsThereAreAddLittle() {
        var files = FileFusion.fuse(WORDS, List.of(near("b.py", 0.9), near("c.py", 0.4)), 0.1, false, 9);
        assertThat(files).extracting(SimilarFile::path).containsExactly("a.py", "b.py");
    }

    @Test
    void letsTestsStepBackUnlessTheyAreAskedFor() {
        List<ChunkHit> near = List.of(near("tests/test_b.py", 0.9), near("c.py", 0.4), near("d.py", 0.7));
        assertThat(FileFusion.fuse(List.of(), near, 1, false, 9).getFirst().path())
                .isEqualTo("d.py");
        assertThat(FileFusion.fuse(List.of(), near, 1, true, 9).getFirst().path())
                .isEqualTo("tests/test_b.py");
    }

    @Test
    void saysWhatTheWordsSayWhereNoVectorTellsFilesApart() {
        assertThat(FileFusion.fuse(WORDS, List.of(), 1, false, 9)).isEqualTo(FileFusion.alone(WORDS, 9));
        assertThat(FileFusion.fuse(WORDS, List.of(near("b.py", 0.9)), 1, false, 9))
                .isEqualTo(FileFusion.alone(WORDS, 9));
    }

    @Test
    void answersTheBestOfThem() {
        List<ChunkHit> near = List.of(near("b.py", 0.9), near("c.py", 0.4));
        assertThat(FileFusion.fuse(WORDS, near, 1, false, 1))
                .extracting(SimilarFile::path)
                .containsExactly("b.py");
        assertThat(FileFusion.alone(WORDS, 1)).extracting(SimilarFile::path).containsExactly("a.py");
    }

    private static ChunkHit near(String path, double cosine) {
        return new ChunkHit(ChunkId.of(path + cosine), path, "f", "function", 1, 2, cosine);
    }
}
