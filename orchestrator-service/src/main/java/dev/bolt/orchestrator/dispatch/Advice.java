package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.Proposal;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.orchestrator.model.Adviser;
import dev.bolt.platform.workspace.WorkspaceRoot;
import org.jspecify.annotations.Nullable;

/** An answer that an attached model is asked about, and what it said. */
final class Advice {
    private final Adviser adviser;
    private final WorkspaceRoot root;
    private final SolveAnswer answer;
    private final boolean propose;
    private final boolean nested;
    private volatile @Nullable Proposal proposal;

    Advice(Adviser adviser, WorkspaceRoot root, SolveAnswer answer, boolean propose, boolean nested) {
        this.adviser = adviser;
        this.root = root;
        this.answer = answer;
        this.propose = propose;
        this.nested = nested;
    }

    /** Asks; the answer is what came of it, in one sentence. */
    String ask(String question) {
        Proposal said = adviser.advise(question, answer, root, propose, nested);
        proposal = said;
        return said.patch() == null ? said.model() + " summed up" : said.model() + " summed up and proposes a patch";
    }

    /** The answer with what was said, if anything. */
    SolveAnswer answer() {
        Proposal said = proposal;
        return said == null ? answer : answer.with(said);
    }
}
