package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityAnswer;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityBatch;
import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.einstein.product.OnnxProducts;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What can be asked for besides a text, through the service's own face. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QueryContractTest extends ServiceCalls {
    private static final WorkspaceId ID = new WorkspaceId("shop");

    @TempDir
    static Path home;

    @Autowired
    OnnxProducts products;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
        registry.add("bolt.einstein.ingest.background-share", () -> "1.0");
        registry.add("bolt.einstein.product.use", () -> "on");
    }

    @BeforeEach
    void build() throws IOException {
        Shop.copyTo(workspace);
        Files.createDirectories(workspace.resolve("copied"));
        Files.copy(workspace.resolve("shop/payments.py"), workspace.resolve("copied/payments.py"));
        Files.setLastModifiedTime(
                workspace.resolve("shop/money.py"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        indexes().build(ID, new IndexRequest(workspace.toString()));
        until(ID, now -> now.message().equals("complete"));
    }

    @AfterEach
    void drop() {
        indexes().drop(ID);
    }

    @ParameterizedTest
    @EnumSource
    void answersOnlyWhatTheFilterAllows(SimilarityMode mode) {
        var python = ask("money", mode, new SimilarityFilter(List.of("shop/**"), List.of("python"), null, null));
        assertThat(paths(python)).isNotEmpty().allMatch(path -> path.startsWith("shop/") && path.endsWith(".py"));
        assertThat(python.files()).extracting(SimilarFile::path).allMatch(path -> path.startsWith("shop/"));

        var classes = ask("money", mode, new SimilarityFilter(null, null, List.of("class"), null));
        assertThat(classes.chunks()).isNotEmpty().extracting(SimilarChunk::kind).containsOnly("class");

        var recent = ask("money", mode, new SimilarityFilter(null, null, null, Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(paths(recent)).isNotEmpty().doesNotContain("shop/money.py");
        assertThat(ask("money", mode, null).chunks())
                .extracting(chunk -> chunk.span().path())
                .contains("shop/money.py");
    }

    @Test
    void answersACopyOnceAndSaysWhereItIs() {
        SimilarChunk refund = refund();
        assertThat(refund.symbol()).isEqualTo("PaymentProcessor.refund");
        assertThat(List.of(refund.span().path(), refund.duplicates().getFirst().path()))
                .containsExactlyInAnyOrder("shop/payments.py", "copied/payments.py");
    }

    @Test
    void findsWhatIsLikeSomeLines() {
        SimilarChunk refund = refund();
        var like = client(SimilarityApi.class)
                .similar(new SimilarityQuery(ID, null, refund.span(), SimilarityMode.SEMANTIC, 5, null));
        assertThat(like.chunks()).extracting(SimilarChunk::span).doesNotContain(refund.span());
        assertThat(like.chunks().getFirst().symbol()).isEqualTo("PaymentProcessor.refund");
        assertThat(like.chunks().getFirst().sources().get("semantic")).isGreaterThan(0.99);
        assertThat(like.chunks()).hasSizeGreaterThan(1);
    }

    @Test
    void refusesHalfAQuestionAndADoubleOne() {
        var span = new SourceSpan("shop/money.py", 1, 2);
        assertThat(refused(new SimilarityQuery(ID, null, null, null, 0, null))).isEqualTo(Problem.BAD_REQUEST);
        assertThat(refused(new SimilarityQuery(ID, "money", span, null, 0, null)))
                .isEqualTo(Problem.BAD_REQUEST);
        assertThat(refused(new SimilarityQuery(ID, null, new SourceSpan("no.py", 1, 2), null, 0, null)))
                .isEqualTo(Problem.PATH_NOT_FOUND);
        var klingon = new SimilarityFilter(null, List.of("klingon"), null, null);
        assertThat(refused(new SimilarityQuery(ID, "money", null, 0).within(klingon)))
                .isEqualTo(Problem.BAD_REQUEST);
    }

    @Test
    void answersABatchAsEachQuestionByItself() {
        var python = new SimilarityFilter(null, List.of("python"), null, null);
        List<SimilarityQuery> queries = List.of(
                new SimilarityQuery(ID, "refund a payment", null, 5),
                new SimilarityQuery(ID, "log out people who were idle too long", SimilarityMode.SEMANTIC, 3),
                new SimilarityQuery(ID, "money", SimilarityMode.LEXICAL, 0),
                new SimilarityQuery(ID, null, refund().span(), null, 7, null),
                new SimilarityQuery(ID, "wait between attempts after a failure", null, 0).within(python));
        List<SimilarityAnswer> answers = client(SimilarityApi.class).similarBatch(new SimilarityBatch(queries));
        assertThat(answers).hasSameSizeAs(queries);
        for (int q = 0; q < queries.size(); q++) {
            SimilarityResult alone = client(SimilarityApi.class).similar(queries.get(q));
            assertThat(answers.get(q).problem()).isNull();
            assertThat(answers.get(q).result().chunks()).isNotEmpty().isEqualTo(alone.chunks());
            assertThat(answers.get(q).result().files()).isEqualTo(alone.files());
        }
        assertThat(products.usedBytes()).isPositive();
    }

    @Test
    void answersTheOthersIfAQuestionOfABatchIsBad() {
        var good = new SimilarityQuery(ID, "money", null, 0);
        List<SimilarityAnswer> answers = client(SimilarityApi.class)
                .similarBatch(new SimilarityBatch(List.of(
                        new SimilarityQuery(new WorkspaceId("unknown"), "money", null, 0),
                        good,
                        new SimilarityQuery(ID, " ", null, 0),
                        new SimilarityQuery(ID, null, new SourceSpan("no.py", 1, 2), null, 0, null),
                        new SimilarityQuery(new WorkspaceId("unknown"), "pay", null, 0))));
        assertThat(answers)
                .extracting(answer ->
                        answer.problem() == null ? "" : answer.problem().code())
                .containsExactly("WORKSPACE_NOT_FOUND", "", "BAD_REQUEST", "PATH_NOT_FOUND", "WORKSPACE_NOT_FOUND");
        assertThat(answers.get(1).result().chunks()).isNotEmpty();
        assertThat(answers.get(3).problem().field()).isEqualTo("like");
        assertThat(answers.get(3).result()).isNull();
    }

    @Test
    void refusesABatchThatIsNone() {
        var query = new SimilarityQuery(ID, "money", null, 0);
        assertThat(problem(() -> batch(List.of()))).isEqualTo(Problem.BAD_REQUEST);
        assertThat(problem(() -> batch(Collections.nCopies(65, query)))).isEqualTo(Problem.BAD_REQUEST);
        assertThatThrownBy(() -> batch(List.of(query, new SimilarityQuery(ID, "money", null, 501))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.BAD_REQUEST);
                    assertThat(refused.field()).isEqualTo("queries[1].limit");
                });
        var expired = Deadline.after(Duration.ZERO);
        assertThat(problem(() -> expired.run(() -> batch(List.of(query, query)))))
                .isEqualTo(Problem.DEADLINE_EXCEEDED);
        assertThat(batch(Collections.nCopies(64, query))).hasSize(64);
    }

    private List<SimilarityAnswer> batch(List<SimilarityQuery> queries) {
        return client(SimilarityApi.class).similarBatch(new SimilarityBatch(queries));
    }

    @Test
    void refusesAPropertyThatIsNotKnownUnlessItAsksForNothing() {
        assertThatThrownBy(() -> post("{'workspace':'shop','text':'money','topK':3}"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.BAD_REQUEST);
                    assertThat(refused.field()).isEqualTo("topK");
                    assertThat(refused.detail()).contains("known are", "filter, like, limit, mode, text, workspace");
                });
        assertThatThrownBy(() -> post("{'workspace':'shop','text':'money','filter':{'language':'python'}}"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("filter.language");
                    assertThat(refused.detail()).contains("languages");
                });
        assertThat(post("{'workspace':'shop','text':'money','topK':null}").chunks())
                .isNotEmpty();
    }

    private SimilarityResult post(String body) {
        return rest().post()
                .uri("/v1/similarities")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace('\'', '"'))
                .retrieve()
                .body(SimilarityResult.class);
    }

    private SimilarChunk refund() {
        var functions = new SimilarityFilter(null, null, List.of("function"), null);
        return ask("refund a payment", SimilarityMode.HYBRID, functions)
                .chunks()
                .getFirst();
    }

    private SimilarityResult ask(String text, SimilarityMode mode, SimilarityFilter filter) {
        return client(SimilarityApi.class).similar(new SimilarityQuery(ID, text, mode, 0).within(filter));
    }

    private Problem refused(SimilarityQuery query) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> client(SimilarityApi.class).similar(query))
                .problem();
    }

    private static List<String> paths(SimilarityResult result) {
        return result.chunks().stream().map(chunk -> chunk.span().path()).toList();
    }
}
