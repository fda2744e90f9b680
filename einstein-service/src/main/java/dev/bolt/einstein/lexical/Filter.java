package dev.bolt.einstein.lexical;

import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.einstein.chunk.ChunkKind;
import dev.bolt.einstein.chunk.Language;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.jspecify.annotations.Nullable;

/** Which chunks and files may be answered: as a query beside the words, and as a test of a document found otherwise. */
public final class Filter {
    /** Everything may. */
    public static final Filter NONE =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Long.MIN_VALUE);

    /** Some 30,000 years from 1970 on: what fits in microseconds. */
    private static final long FURTHEST_SECONDS = 1_000_000_000_000L;

    private final Optional<Automaton> wanted;
    private final Optional<Automaton> unwanted;
    private final Optional<Automaton> languages;
    private final Optional<CharacterRunAutomaton> wantedPaths;
    private final Optional<CharacterRunAutomaton> unwantedPaths;
    private final Optional<CharacterRunAutomaton> languagePaths;
    private final Set<String> kinds;
    private final long since;

    private Filter(
            Optional<Automaton> wanted,
            Optional<Automaton> unwanted,
            Optional<Automaton> languages,
            Set<String> kinds,
            long since) {
        this.wanted = wanted;
        this.unwanted = unwanted;
        this.languages = languages;
        this.wantedPaths = wanted.map(CharacterRunAutomaton::new);
        this.unwantedPaths = unwanted.map(CharacterRunAutomaton::new);
        this.languagePaths = languages.map(CharacterRunAutomaton::new);
        this.kinds = kinds;
        this.since = since;
    }

    /** @throws ProblemException BAD_PATTERN for a bad glob, BAD_REQUEST for a language or kind that is none */
    public static Filter of(SimilarityFilter asked) {
        List<String> globs = listed(asked.globs());
        Instant since = asked.changedSince();
        return new Filter(
                PathGlobs.any(
                        globs.stream().filter(glob -> !glob.startsWith("!")).toList()),
                PathGlobs.any(globs.stream()
                        .filter(glob -> glob.startsWith("!"))
                        .map(glob -> glob.substring(1))
                        .toList()),
                PathGlobs.any(listed(asked.languages()).stream()
                        .map(Filter::language)
                        .flatMap(language -> language.endings().stream())
                        .map(Filter::ending)
                        .toList()),
                listed(asked.kinds()).stream().map(Filter::kind).collect(Collectors.toUnmodifiableSet()),
                since == null ? Long.MIN_VALUE : micros(since));
    }

    /** In any case, as {@link Language} tells it. */
    private static String ending(String ending) {
        return ending.chars()
                .mapToObj(c -> "{%c,%c}".formatted(c, Character.toUpperCase(c)))
                .collect(Collectors.joining("", "*.", ""));
    }

    /** Of a moment that no file can have, the nearest that one can. */
    private static long micros(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), -FURTHEST_SECONDS, FURTHEST_SECONDS);
        return seconds * 1_000_000 + time.getNano() / 1_000;
    }

    private static List<String> listed(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static Language language(String name) {
        return Language.named(name)
                .orElseThrow(() -> new ProblemException(
                                Problem.BAD_REQUEST, "No language '%s'; there are %s".formatted(name, Language.names()))
                        .withField("filter.languages"));
    }

    private static String kind(String name) {
        Predicate<String> same = word -> word.equals(name.toLowerCase(Locale.ROOT));
        List<String> words =
                Arrays.stream(ChunkKind.values()).map(ChunkKind::word).toList();
        return words.stream()
                .filter(same)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                                Problem.BAD_REQUEST,
                                "No kind '%s'; there are %s".formatted(name, String.join(", ", words)))
                        .withField("filter.kinds"));
    }

    /** The query, for chunks that may be answered only. */
    Query chunks(Query query) {
        Query all = files(query);
        return kinds.isEmpty()
                ? all
                : new BooleanQuery.Builder()
                        .add(all, Occur.MUST)
                        .add(
                                new TermInSetQuery(
                                        Fields.KIND,
                                        kinds.stream().map(BytesRef::new).toList()),
                                Occur.FILTER)
                        .build();
    }

    /** The query, for files that may be answered only. */
    Query files(Query query) {
        var all = new BooleanQuery.Builder().add(query, Occur.MUST);
        wanted.ifPresent(automaton -> all.add(path(automaton), Occur.FILTER));
        languages.ifPresent(automaton -> all.add(path(automaton), Occur.FILTER));
        unwanted.ifPresent(automaton -> all.add(path(automaton), Occur.MUST_NOT));
        if (since != Long.MIN_VALUE) {
            all.add(LongPoint.newRangeQuery(Fields.MODIFIED, since, Long.MAX_VALUE), Occur.FILTER);
        }
        var built = all.build();
        return built.clauses().size() == 1 ? query : built;
    }

    private static Query path(Automaton automaton) {
        return new AutomatonQuery(new Term(Fields.PATH), automaton);
    }

    /** The same for a document that was found otherwise. */
    boolean accepts(String path, String kind, long modifiedMicros) {
        return (wantedPaths.isEmpty() || wantedPaths.get().run(path))
                && (unwantedPaths.isEmpty() || !unwantedPaths.get().run(path))
                && (languagePaths.isEmpty() || languagePaths.get().run(path))
                && (kinds.isEmpty() || kinds.contains(kind))
                && modifiedMicros >= since;
    }

    /** Whether it leaves nothing out. */
    public boolean isNone() {
        return this == NONE;
    }
}
