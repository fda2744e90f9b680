package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Proposal;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.orchestrator.model.Depth;
import dev.bolt.orchestrator.model.FakeModel;
import dev.bolt.platform.problem.Problem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a language model attached. */
class ModelContractTest extends SolveCalls {
    private static final String PATCH = "--- a/shop/tax.py\n+++ b/shop/tax.py\n@@ -1,1 +1,2 @@\n+# a comment\n %s\n";

    private static FakeModel model;

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) throws IOException {
        model = new FakeModel();
        registry.add("bolt.orchestrator.model.url", model::url);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void addsWhatTheModelSaysAndChangesNothingElse() throws IOException {
        String first =
                java.nio.file.Files.readAllLines(root.resolve("shop/tax.py")).getFirst();
        model.says("The cart adds it up in shop/cart.py.", PATCH.formatted(first));
        var request = new SolveRequest(Shop.ID, QUESTION, true, 0, 0, null, 0, true);
        Solve solve = ended(solves().submit(request, null).getBody());
        assertThat(solve.state()).as(String.valueOf(solve.problem())).isEqualTo(SolveState.COMPLETE);
        assertThat(step(solve, "advise").outcome()).isEqualTo(StepOutcome.OK);
        assertThat(step(solve, "advise").tool()).isEqualTo("optimization");
        assertThat(solve.answer().proposal())
                .isEqualTo(new Proposal("default", "The cart adds it up in shop/cart.py.", PATCH.formatted(first)));
        assertThat(solve.answer().summary()).startsWith("Best answered by Cart.total");
        assertThat(java.nio.file.Files.readAllLines(root.resolve("shop/tax.py")).getFirst())
                .isEqualTo(first);
    }

    @Test
    void answersFromTheEvidenceWhenTheModelIsBroken() {
        model.says("I am a teapot.");
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(step(solve, "advise").outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(step(solve, "advise").detail()).contains("The language model did not answer with the JSON");
        assertThat(solve.answer().proposal()).isNull();
        assertThat(solve.answer().summary()).startsWith("Best answered by Cart.total");
    }

    @Test
    void endsInTimeAndHangsUpWhenTheModelIsSlow() throws InterruptedException {
        model.drips();
        var request = new SolveRequest(Shop.ID, QUESTION, true, 0, 0, null, 2500);
        Solve solve = ended(solves().submit(request, null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(step(solve, "advise").outcome()).isEqualTo(StepOutcome.TIMEOUT);
        assertThat(solve.answer().summary()).startsWith("Best answered by Cart.total");
        assertThat(model.leftAlone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A model that is an agent asks Bolt in its turn. */
    @Test
    void letsASolveAskForOneMoreAndThatForNone() {
        model.says("It is there.", "");
        ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        Solve inner = ended(nested(lastDepth()));
        assertThat(inner.state()).isEqualTo(SolveState.COMPLETE);
        await().until(() -> step(inner, "advise").outcome() == StepOutcome.OK);
        fails(() -> nested(lastDepth()), Problem.RECURSION, null);
        fails(() -> nested("1.forged"), Problem.BAD_REQUEST, Depth.HEADER);
    }

    private static String lastDepth() {
        return model.asked.getLast().headers().get("X-bolt-depth").getFirst();
    }

    private Solve nested(String depth) {
        return client().post()
                .uri("/v1/solves")
                .contentType(MediaType.APPLICATION_JSON)
                .header(Depth.HEADER, depth)
                .body(SolveRequest.of(Shop.ID, QUESTION))
                .retrieve()
                .body(Solve.class);
    }
}
