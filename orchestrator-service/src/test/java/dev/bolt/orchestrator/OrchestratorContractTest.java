package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.analysis.SarifLog;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;

/** The service as its callers see it, beside siblings that are well. */
class OrchestratorContractTest extends SolveCalls {
    @Test
    void answersWithRankedEvidenceFindingsAndTheTrailOfItsSteps() {
        ResponseEntity<Solve> accepted = solves().submit(SolveRequest.of(Shop.ID, QUESTION), null);
        assertThat(accepted.getStatusCode().value()).isEqualTo(202);
        Solve first = accepted.getBody();
        assertThat(accepted.getHeaders().getLocation()).hasPath("/v1/solves/" + first.id());
        Solve solve = ended(first);

        assertThat(solve.state()).isEqualTo(SolveState.COMPLETE);
        assertThat(solve.problem()).isNull();
        assertThat(solve.steps()).extracting(Step::outcome).containsOnly(StepOutcome.OK);
        assertThat(solve.steps())
                .extracting(Step::name)
                .containsExactlyInAnyOrder(
                        "similar", "literals", "symbols", "rank", "findings", "dependencies", "impact", "history");
        SolveAnswer answer = solve.answer();
        assertThat(answer.files()).extracting(RankedFile::path).containsExactly("shop/cart.py", "shop/tax.py");
        assertThat(answer.files().getFirst().reasons()).contains("defines Cart.total");
        assertThat(answer.evidence())
                .extracting(Evidence::snippet)
                .first()
                .isEqualTo("    def total(self):\n        return 1");
        assertThat(answer.findings()).extracting("ruleId").contains("complexity.high");
        SarifLog.Run run = solves().sarif(solve.id()).runs().getFirst();
        assertThat(run.results()).hasSameSizeAs(answer.findings());
        assertThat(run.results())
                .allSatisfy(result -> assertThat(run.tool()
                                .driver()
                                .rules()
                                .get(result.ruleIndex())
                                .id())
                        .isEqualTo(result.ruleId()));
        assertThat(answer.impact()).extracting("path").containsExactly("shop/till.py");
        assertThat(answer.related()).extracting("relation").contains("imports", "tests");
        assertThat(answer.summary())
                .isEqualTo(
                        "Best answered by Cart.total (shop/cart.py:2-3), then rate (shop/tax.py:1-2). 1 file imports them, 1 file depends on them in all.");
        assertThat(answer.confidence()).isGreaterThan(0.6);
        assertThat(answer.freshness()).isEqualTo(Shop.FRESH);
        assertThat(answer.coverage().failed()).containsExactly(Map.entry("analysis", 1));
    }

    @Test
    void saysWhatTheHistoryKnowsOfTheBestFile() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            for (int change = 0; change < 2; change++) {
                Files.writeString(
                        root.resolve("shop/cart.py"), "\n# change %d".formatted(change), StandardOpenOption.APPEND);
                Files.writeString(root.resolve("CHANGES"), "change %d".formatted(change));
                git.add()
                        .addFilepattern("shop/cart.py")
                        .addFilepattern("CHANGES")
                        .call();
                git.commit()
                        .setMessage("change")
                        .setSign(false)
                        .setAuthor("a", "a@example.org")
                        .setCommitter(new PersonIdent(
                                "a", "a@example.org", Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC))
                        .call();
            }
        }
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        assertThat(step(solve, "history").detail())
                .isEqualTo("1 files changed with the best in 2 commits; cart.py last changed on 2024-05-06");
        assertThat(solve.answer().related()).anySatisfy(related -> {
            assertThat(related.path()).isEqualTo("CHANGES");
            assertThat(related.relation()).isEqualTo("changed-with");
        });
        FileSystemUtils.deleteRecursively(root.resolve(".git"));
    }

    @Test
    void givesTheSameSolveForTheSameKeyAndRefusesTheKeyForAnother() {
        Solve first =
                solves().submit(SolveRequest.of(Shop.ID, QUESTION), "once").getBody();
        assertThat(solves().submit(SolveRequest.of(Shop.ID, QUESTION), "once")
                        .getBody()
                        .id())
                .isEqualTo(first.id());
        fails(() -> solves().submit(SolveRequest.of(Shop.ID, "another"), "once"), Problem.CONFLICT, null);
        ended(first);
    }

    @Test
    void streamsEveryEventOnceAndInOrderFromWhereTheListenerLeftOff() {
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        List<String> all = events("/v1/solves/" + solve.id() + "/events", null);
        assertThat(all).first().isEqualTo("1 accepted");
        assertThat(all).element(1).isEqualTo("2 started");
        assertThat(all).last().isEqualTo(all.size() + " ended");
        assertThat(all).hasSize(3 + solve.steps().size());
        assertThat(events("/v1/solves/" + solve.id() + "/events", "3")).isEqualTo(all.subList(3, all.size()));
        assertThat(events("/v1/workspaces/shop/events", null)).containsExactly(" ready");
    }

    @Test
    void registersListsAndForgetsWorkspacesWithEverySibling() {
        var attic = new WorkspaceId("attic");
        assertThat(workspaces()
                        .register(attic, new WorkspaceRegistration(root.toString()))
                        .indexes())
                .extracting(IndexStatus::service)
                .containsExactly("search", "einstein", "analysis");
        assertThat(workspaces().list()).extracting(one -> one.id().value()).contains("attic", "shop");
        workspaces().forget(attic);
        workspaces().forget(attic);
        assertThat(analysis.asked).anyMatch(ask -> ask.startsWith("DELETE /internal/indexes/attic"));
        fails(() -> workspaces().get(attic), Problem.WORKSPACE_NOT_FOUND, null);
        fails(() -> solves().submit(SolveRequest.of(attic, QUESTION), null), Problem.WORKSPACE_NOT_FOUND, null);
    }

    @Test
    void refusesWhatIsNoWorkspace() throws IOException {
        var nowhere = new WorkspaceRegistration(root.resolve("nowhere").toString());
        fails(() -> workspaces().register(Shop.ID, nowhere), Problem.WORKSPACE_UNREADABLE, "path");
        var file = new WorkspaceRegistration(root.resolve("shop/cart.py").toString());
        fails(() -> workspaces().register(Shop.ID, file), Problem.WORKSPACE_UNREADABLE, "path");
        assertThat(workspaces().get(Shop.ID).path()).isEqualTo(root.toRealPath().toString());
    }

    @Test
    void namesTheFieldOfABadQuestion() {
        fails(() -> ask(""), Problem.BAD_REQUEST, "question");
        fails(() -> ask("x".repeat(100 << 10)), Problem.BAD_REQUEST, "question");
        fails(
                () -> solves().submit(new SolveRequest(Shop.ID, "x", true, 65, 0, null, 0), null),
                Problem.BAD_REQUEST,
                "agents");
        fails(() -> solves().list(0, null), Problem.BAD_REQUEST, "limit");
        fails(() -> solves().list(1, "x".repeat(1001)), Problem.BAD_REQUEST, "text");
        fails(
                () -> solves().submit(SolveRequest.of(Shop.ID, "x"), "k".repeat(201)),
                Problem.BAD_REQUEST,
                "Idempotency-Key");
        fails(() -> solves().submit(SolveRequest.of(Shop.ID, "x"), ""), Problem.BAD_REQUEST, "Idempotency-Key");
        fails(() -> solves().get("none"), Problem.SOLVE_NOT_FOUND, null);
        fails(() -> solves().cancel("none"), Problem.SOLVE_NOT_FOUND, null);
    }

    @Test
    void refusesAPriorityThatThereIsNot() {
        fails(() -> submit("'priority':'URGENT'"), Problem.BAD_REQUEST, "priority");
    }

    @Test
    void refusesAPropertyThatIsNotKnownUnlessItAsksForNothing() {
        fails(() -> submit("'budget':3"), Problem.BAD_REQUEST, "budget");
        assertThatThrownBy(() -> submit("'timeout':60"))
                .hasMessageContaining("timeout is not known here")
                .hasMessageContaining("timeoutMillis");
        assertThat(submit("'budget':0").getStatusCode().value()).isEqualTo(202);
        String registration = "{'path':'%s','branch':'main'}".formatted(root);
        fails(() -> send(HttpMethod.PUT, "/v1/workspaces/shop", registration), Problem.BAD_REQUEST, "branch");
    }

    private ResponseEntity<Void> submit(String property) {
        return send(HttpMethod.POST, "/v1/solves", "{'workspace':'shop','question':'where?',%s}".formatted(property));
    }

    private ResponseEntity<Void> send(HttpMethod method, String path, String body) {
        return client().method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace('\'', '"'))
                .retrieve()
                .toBodilessEntity();
    }

    private void ask(String question) {
        solves().submit(SolveRequest.of(Shop.ID, question), null);
    }

    /** Each as its id and its type. */
    private List<String> events(String path, String after) {
        Consumer<HttpHeaders> headers = all -> all.setAll(after == null ? Map.of() : Map.of("Last-Event-ID", after));
        String stream = client().get()
                .uri(path)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers)
                .retrieve()
                .body(String.class);
        var events = new ArrayList<String>();
        String id = "";
        for (String line : stream.lines().toList()) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                events.add(id + " " + line.substring(6));
            }
        }
        return events;
    }
}
