package dev.bolt.orchestrator.evidence;

import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.orchestrator.solve.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one ranking of what the steps found. A pure function of its arguments: equal findings, equal ranking.
 *
 * <p>A file's score is its normalised word score (body, path, outline, best definition: einstein's), plus the best
 * reciprocal rank of its chunks in the hybrid list (k = 60, Cormack, Clarke, Büttcher, SIGIR 2009), plus what the
 * question names exactly: paths, stack frames, rare definitions, rare strings. Graph and history take no part.
 */
public final class Fusion {
    private static final double K = 60;
    private static final double SEMANTIC = 0.2;

    /** More than words (1) and meaning (0.2) together can give. */
    private static final double PATH = 2.0;

    private static final double FRAME = 1.0;
    private static final double DEFINITION = 0.5;
    private static final double LITERAL = 0.3;
    /** What the file's own score counts against that of a span in it. */
    private static final double FILE = 0.3;

    private static final int SPANS = 6;
    private static final int MOST = 40;
    private static final int RARE = 5;
    /** A name that is defined more often than this says nothing of which file is meant. */
    private static final int ANCHORS = 3;

    private static final double COMMON_SPAN = 0.5;
    private static final int COMMON = 20;
    private static final int TELLING = 5;

    private Fusion() {}

    /** The ranking, of so many files at most. */
    public static Ranking rank(Understanding asked, Gathered found, int limit) {
        var scores = new FileScores(asked.aboutTests());
        var spans = new TreeMap<String, List<Candidate>>();
        SimilarityResult similar = found.similar();
        if (similar != null) {
            similar(similar, scores);
            spans(similar.chunks(), found.inside(), scores, spans);
        }
        boolean anchored = symbols(found.symbols, scores, spans);
        anchored |= literals(found.literals, scores, spans);
        anchored |= named(asked, found, scores, spans);
        List<String> best = scores.best(limit);
        double top = best.isEmpty() ? 1 : Math.max(1e-9, scores.score(best.getFirst()));
        List<RankedFile> files = best.stream()
                .map(path -> new RankedFile(path, round(scores.score(path) / top), scores.reasons(path)))
                .toList();
        return new Ranking(files, evidence(files, spans), anchored, similar == null ? -1 : cosine(similar), 0);
    }

    private static void similar(SimilarityResult similar, FileScores scores) {
        double most =
                similar.files().stream().mapToDouble(SimilarFile::score).max().orElse(1);
        for (SimilarFile file : similar.files()) {
            scores.addWords(file.path(), file.score() / Math.max(1e-9, most));
        }
        Set<String> seen = new HashSet<>();
        int proseRank = 0;
        int codeRank = 0;
        for (SimilarChunk chunk : similar.chunks()) {
            String path = chunk.span().path();
            int rank = FileScores.isProse(path) ? ++proseRank : ++codeRank;
            if (seen.add(path)) {
                scores.addDemoted(path, SEMANTIC * (K + 1) / (K + rank), 3, fits(chunk, symbol(chunk)));
            }
        }
    }

    /** Files that were looked through have all their spans from that; the others those that mean the question. */
    private static void spans(
            List<SimilarChunk> similar,
            List<SimilarChunk> inside,
            FileScores files,
            Map<String, List<Candidate>> spans) {
        var scores = new SpanScores(similar, inside);
        Set<String> looked = inside.stream().map(chunk -> chunk.span().path()).collect(Collectors.toSet());
        Stream<SimilarChunk> others =
                similar.stream().filter(chunk -> !looked.contains(chunk.span().path()));
        Stream.concat(inside.stream(), others).forEach(chunk -> {
            List<String> sources = chunk.sources().keySet().stream().sorted().toList();
            double score = files.factor(chunk.span().path()) * scores.of(chunk);
            add(spans, new Candidate(chunk.span(), symbol(chunk), score, sources));
        });
    }

    private static String symbol(SimilarChunk chunk) {
        return chunk.symbol() == null ? "" : chunk.symbol();
    }

    private static String fits(SimilarChunk chunk, String symbol) {
        SourceSpan span = chunk.span();
        String what =
                symbol.isEmpty() ? "lines %d–%d fit".formatted(span.startLine(), span.endLine()) : symbol + " fits";
        boolean words = chunk.sources().containsKey("lexical");
        boolean meaning = chunk.sources().containsKey("semantic");
        return what + " in " + (words && meaning ? "words and meaning" : words ? "words" : "meaning");
    }

    private static boolean symbols(
            Map<String, List<Symbol>> found, FileScores scores, Map<String, List<Candidate>> spans) {
        boolean anchored = false;
        for (var entry : new TreeMap<>(found).entrySet()) {
            int count = entry.getValue().size();
            if (count == 0 || count > COMMON) {
                continue;
            }
            boolean rare = count <= ANCHORS && whole(entry.getKey(), entry.getValue());
            anchored |= rare && telling(entry.getKey());
            Set<String> credited = new HashSet<>();
            for (Symbol symbol : entry.getValue()) {
                if (credited.add(symbol.span().path())) {
                    scores.addDemoted(
                            symbol.span().path(), rare ? DEFINITION : 0, 1, "defines " + symbol.qualifiedName());
                }
                add(
                        spans,
                        new Candidate(
                                head(symbol), symbol.qualifiedName(), rare ? 1 : COMMON_SPAN, List.of("symbols")));
            }
        }
        return anchored;
    }

    /** Of a class its first line alone: its methods stand for themselves. */
    private static SourceSpan head(Symbol symbol) {
        SourceSpan span = symbol.span();
        return symbol.kind() == SymbolKind.CLASS
                ? new SourceSpan(span.path(), span.startLine(), span.startLine())
                : span;
    }

    /** Short names such as iOS occur everywhere by chance. */
    private static boolean telling(String name) {
        return name.length() >= TELLING;
    }

    /** Whether what is defined is the whole dotted name, not only another thing of the same last name. */
    private static boolean whole(String name, List<Symbol> symbols) {
        return symbols.stream()
                .anyMatch(symbol -> symbol.qualifiedName().equals(name)
                        || symbol.qualifiedName().endsWith("." + name));
    }

    private static boolean literals(
            Map<String, SearchResult> found, FileScores scores, Map<String, List<Candidate>> spans) {
        boolean anchored = false;
        for (var entry : new TreeMap<>(found).entrySet()) {
            long files = entry.getValue().matchedFiles();
            if (files == 0 || files > COMMON || !entry.getValue().complete()) {
                continue;
            }
            double weight = files <= RARE ? LITERAL : LITERAL / 3;
            anchored |= files <= RARE && telling(entry.getKey());
            for (FileMatches file : entry.getValue().files()) {
                scores.addDemoted(file.path(), weight, 2, "holds ‘" + shortened(entry.getKey()) + "’");
                int line = file.lines().getFirst().line();
                add(spans, new Candidate(new SourceSpan(file.path(), line, line), "", 0.5, List.of("search")));
            }
        }
        return anchored;
    }

    /** Paths and frames are matched by their end, so absolute ones of another machine fit, too. */
    private static boolean named(
            Understanding asked, Gathered found, FileScores scores, Map<String, List<Candidate>> spans) {
        var known = new TreeSet<String>(spans.keySet());
        known.addAll(found.named);
        SimilarityResult similar = found.similar();
        if (similar != null) {
            similar.files().forEach(file -> known.add(file.path()));
        }
        boolean anchored = false;
        for (String path : asked.paths()) {
            for (String file : known) {
                if (same(file, path)) {
                    scores.add(file, PATH, 0, "named in the question");
                    anchored = true;
                }
            }
        }
        double weight = FRAME;
        for (SourceSpan frame : asked.frames()) {
            for (String file : known) {
                if (same(file, frame.path())) {
                    scores.add(file, weight, 0, "in the stack trace, line " + frame.startLine());
                    add(
                            spans,
                            new Candidate(
                                    new SourceSpan(file, frame.startLine(), frame.endLine()),
                                    "",
                                    1.2,
                                    List.of("search")));
                    anchored = true;
                }
            }
            weight *= 0.8;
        }
        return anchored;
    }

    private static boolean same(String file, String named) {
        return file.equals(named) || file.endsWith("/" + named) || named.endsWith("/" + file);
    }

    /** The best spans of the ranked files, at most {@value #SPANS} a file, none over another. */
    private static List<Evidence> evidence(List<RankedFile> files, Map<String, List<Candidate>> spans) {
        var evidence = new ArrayList<Evidence>();
        for (RankedFile file : files) {
            var kept = new ArrayList<Candidate>();
            var candidates = new ArrayList<>(spans.getOrDefault(file.path(), List.of()));
            candidates.sort(Comparator.comparingDouble(Candidate::score)
                    .reversed()
                    .thenComparing(candidate -> candidate.span().startLine()));
            for (Candidate candidate : candidates) {
                if (kept.size() < SPANS
                        && kept.stream().noneMatch(one -> one.span().overlaps(candidate.span()))) {
                    kept.add(candidate);
                    evidence.add(candidate.evidence(file.score()));
                }
            }
        }
        evidence.sort(Comparator.comparingDouble(Evidence::score)
                .reversed()
                .thenComparing(Evidence::path)
                .thenComparing(Evidence::startLine));
        return evidence.stream().limit(MOST).toList();
    }

    /** The best, 0 at least; -1 where nothing has a vector yet, so that none is known. */
    private static double cosine(SimilarityResult similar) {
        return similar.chunks().stream()
                .map(chunk -> chunk.sources().get("semantic"))
                .filter(Objects::nonNull)
                .mapToDouble(likeness -> Math.max(0, likeness))
                .max()
                .orElse(-1);
    }

    private record Candidate(SourceSpan span, String symbol, double score, List<String> sources) {
        Evidence evidence(double fileScore) {
            return new Evidence(
                    span.path(),
                    span.startLine(),
                    span.endLine(),
                    symbol,
                    round((score + FILE * fileScore) / (1 + FILE)),
                    sources,
                    "");
        }
    }

    private static void add(Map<String, List<Candidate>> spans, Candidate candidate) {
        spans.computeIfAbsent(candidate.span().path(), key -> new ArrayList<>()).add(candidate);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private static double round(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }
}
