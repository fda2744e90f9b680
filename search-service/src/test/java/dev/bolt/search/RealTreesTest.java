package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.index.Overlay;
import dev.bolt.search.index.WorkspaceIndex;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The index beside the real ripgrep over trees that nobody made for it: a part of the JDK's own source, Bootstrap's
 * style sheets and scripts with lines of 200 kB, and the documents and sources of this project. The queries are those
 * of {@link Queries}, one in three for each tree, and words and regexes taken from the tree itself.
 */
class RealTreesTest {
    private static final int TREES = 3;
    private static final int TAKEN = 40;
    private static final String BOOTSTRAP = "META-INF/resources/webjars/bootstrap";

    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final IndexSearch search = new IndexSearch(pool, 2, 16, FileTypes.COMMON, new MappedLooks(false));

    @AfterEach
    void endsItsThreads() {
        pool.shutdownNow();
    }

    @Test
    void theSourceOfTheJdk() throws Exception {
        Path source = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        assumeTrue(Files.exists(source), "this JDK has no source");
        assertSameLines(unpacked(source, "java.base/java/net", name -> true), 0);
    }

    @Test
    void styleSheetsAndScripts() throws Exception {
        var jar = RealTreesTest.class.getClassLoader().getResource("META-INF/maven/org.webjars/bootstrap/pom.xml");
        assertThat(jar).isNotNull();
        Path file =
                Path.of(jar.getPath().substring("file:".length(), jar.getPath().indexOf('!')));
        assertSameLines(
                unpacked(
                        file,
                        BOOTSTRAP,
                        name -> name.contains("/scss/") || name.matches(".*/bootstrap\\.min\\.(js|css)")),
                1);
    }

    @Test
    void thisProject() throws Exception {
        Path tree = directory.resolve("tree");
        for (String part : List.of("docs", "bolt-api/src", "bolt-platform/src", "gateway/src")) {
            copy(Path.of("..", part), tree.resolve(part));
        }
        assertSameLines(tree, 2);
    }

    private void assertSameLines(Path tree, int number) throws Exception {
        Optional<RipgrepBinary> ripgrep = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(ripgrep.isPresent(), "no ripgrep 14 or newer on the PATH");
        WorkspaceIndex index = Indexes.build(pool, directory.resolve("index"), tree);
        assertThat(index.store().files()).hasSizeGreaterThan(50);
        List<TextQuery> queries = new ArrayList<>();
        List<TextQuery> all = Queries.all();
        for (int i = number; i < all.size(); i += TREES) {
            if (!all.get(i).patterns().contains(".")) { // a million matches, which SampleTree has fewer of
                queries.add(all.get(i));
            }
        }
        queries.addAll(taken(tree, new Random(number)));
        assertThat(queries).hasSizeGreaterThan(100);
        int answered = 0;
        for (TextQuery query : queries) {
            Deadline deadline = Deadline.after(Duration.ofMinutes(1));
            Optional<Found> found = Found.in(search, index, Overlay.NONE, tree, query, deadline);
            answered += found.isPresent() ? 1 : 0;
            found.ifPresent(its -> assertThat(RipgrepReference.flatten(joined(its.files())))
                    .as("%s", query)
                    .isEqualTo(RipgrepReference.lines(ripgrep.get(), tree, query)));
        }
        assertThat(answered).isGreaterThan(queries.size() / 2);
    }

    /** Files with very many lines come in parts. */
    private static List<FileMatches> joined(List<FileMatches> parts) {
        List<FileMatches> files = new ArrayList<>();
        for (FileMatches part : parts) {
            if (!files.isEmpty() && files.getLast().path().equals(part.path())) {
                var lines = new ArrayList<>(files.removeLast().lines());
                lines.addAll(part.lines());
                files.add(new FileMatches(part.path(), lines, part.binaryOffset()));
            } else {
                files.add(part);
            }
        }
        return files;
    }

    /** A word of the tree, alone, in any case, as a word; two that follow each other; its start and any end. */
    private static List<TextQuery> taken(Path tree, Random random) throws IOException {
        List<String> words = new ArrayList<>();
        try (var walk = Files.walk(tree)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                Stream.of(text.split("[^A-Za-z]+"))
                        .filter(word -> word.length() > 3)
                        .limit(50)
                        .forEach(words::add);
            }
        }
        List<TextQuery> queries = new ArrayList<>();
        for (int i = 0; i < TAKEN; i++) {
            int at = random.nextInt(words.size() - 1);
            String word = words.get(at);
            String pattern = switch (i % 4) {
                case 0 -> word;
                case 1 -> word + "\\W+" + words.get(at + 1);
                case 2 -> word.substring(0, 3) + "\\w*";
                default -> "(?i:" + word + "|" + words.get(at + 1) + ")";
            };
            queries.add(TextQuery.of(Queries.WORKSPACE, List.of(pattern))
                    .wordRegexp(i % 3 == 0)
                    .beforeContext(i % 5 == 0 ? 2 : 0)
                    .build());
        }
        return queries;
    }

    private Path unpacked(Path archive, String folder, Predicate<String> wanted) throws IOException {
        Path tree = directory.resolve("tree");
        try (var zip = FileSystems.newFileSystem(archive);
                var walk = Files.walk(zip.getPath(folder))) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                if (wanted.test("/" + file)) {
                    put(file, tree.resolve(zip.getPath(folder).relativize(file).toString()));
                }
            }
        }
        return tree;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                put(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void put(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = Files.newInputStream(from)) {
            Files.copy(in, to);
        }
    }
}
