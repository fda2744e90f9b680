package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.agent.Work;
import dev.bolt.orchestrator.solve.StepPlan;
import dev.bolt.orchestrator.timeout.Guard;
import dev.bolt.orchestrator.timeout.Tool;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * One solve on its way: hands each step to the agents once what it needs has ended, and is done when all have. Each
 * step ends exactly once; after a cancel or the deadline what has not begun ends as SKIPPED. Guarded by its own
 * monitor.
 */
final class SolveRun {
    private static final Duration VITAL = Duration.ofSeconds(1);
    private static final double FINDERS = 0.6;
    private static final String CALLED_OFF = "The solve was called off or ran out of time.";

    private final String id;
    private final SolveContext context;
    private final Priority priority;
    private final Deadline deadline;
    private final Deadline finders;
    private final int width;
    private final Machinery machinery;
    private final Consumer<Step> onStep;
    private final List<StepPlan> waiting;
    private final Set<String> ended = new HashSet<>();
    private final Set<Thread> running = new HashSet<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int handedOut;
    private boolean cancelled;
    private boolean failed;

    SolveRun(
            String id,
            SolveContext context,
            List<StepPlan> plan,
            Priority priority,
            Deadline deadline,
            int width,
            Machinery machinery,
            Consumer<Step> onStep) {
        this.id = id;
        this.context = context;
        this.waiting = new ArrayList<>(StepPlan.checked(plan));
        this.priority = priority;
        this.deadline = deadline;
        this.finders = Deadline.after(
                Duration.ofMillis((long) (FINDERS * deadline.remaining().toMillis())));
        this.width = width;
        this.machinery = machinery;
        this.onStep = onStep;
    }

    /** What runs steps. */
    record Machinery(Steps steps, AgentPool agents, Guard guard) {}

    /** Hands out the first steps and waits until all have ended. What cannot be told to the ledger ends it, too. */
    void await() {
        advance();
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Interrupts what runs and skips what has not begun. */
    synchronized void cancel() {
        cancelled = true;
        running.forEach(Thread::interrupt);
        advance();
    }

    /** Whether it was called off. */
    synchronized boolean cancelled() {
        return cancelled;
    }

    /** Whether a step did not succeed. */
    synchronized boolean failed() {
        return failed;
    }

    private synchronized void advance() {
        for (StepPlan step : List.copyOf(waiting)) {
            if (cancelled || (deadline.expired() && !step.vital())) {
                skip(step);
            } else if (ended.containsAll(step.needs()) && handedOut < width) {
                handedOut++;
                waiting.remove(step);
                machinery.agents().submit(priority, new StepWork(step, System.nanoTime()));
            }
        }
        if (waiting.isEmpty() && handedOut == 0) {
            done.complete(null);
        }
    }

    /** Finders leave time for what is made of their finds; what is vital always has some. */
    private Deadline until(StepPlan step) {
        if (step.vital()) {
            return deadline.remaining().compareTo(VITAL) < 0 ? Deadline.after(VITAL) : deadline;
        }
        return step.needs().isEmpty() ? finders : deadline;
    }

    private void skip(StepPlan step) {
        waiting.remove(step);
        String tool = Steps.tool(step.name()).id();
        end(new Step(step.name(), tool, step.needs(), null, 0, 0, 0, StepOutcome.SKIPPED, CALLED_OFF));
    }

    private void end(Step step) {
        failed |= step.outcome() != StepOutcome.OK;
        ended.add(step.name());
        try {
            onStep.accept(step);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
            cancelled = true;
            running.forEach(Thread::interrupt);
        }
    }

    private final class StepWork implements Work {
        private final StepPlan step;
        private final long readyNanos;

        StepWork(StepPlan step, long readyNanos) {
            this.step = step;
            this.readyNanos = readyNanos;
        }

        @Override
        public String name() {
            return id + "/" + step.name();
        }

        @Override
        public void run(String agent) {
            long began = System.nanoTime();
            synchronized (SolveRun.this) {
                running.add(Thread.currentThread());
            }
            Tool tool = Steps.tool(step.name());
            Deadline until = until(step);
            Duration timeout = machinery.guard().timeout(tool, context.asked.complexity(), until);
            StepOutcome outcome = StepOutcome.OK;
            String detail;
            try {
                detail = call(tool, timeout, until);
            } catch (ProblemException e) {
                outcome = e.problem() == Problem.DEADLINE_EXCEEDED ? StepOutcome.TIMEOUT : StepOutcome.FAILED;
                detail = e.detail();
            } catch (RuntimeException e) {
                outcome = StepOutcome.FAILED;
                detail = String.valueOf(e.getMessage());
            }
            long ended = System.nanoTime();
            finish(new Step(
                    step.name(),
                    tool.id(),
                    step.needs(),
                    agent,
                    (began - readyNanos) / 1_000_000,
                    (ended - began) / 1_000_000,
                    timeout.toMillis(),
                    outcome,
                    detail));
        }

        private String call(Tool tool, Duration timeout, Deadline until) {
            synchronized (SolveRun.this) {
                if (cancelled || until.expired()) {
                    throw new ProblemException(Problem.DEADLINE_EXCEEDED, CALLED_OFF);
                }
            }
            return machinery
                    .guard()
                    .call(
                            tool,
                            context.asked.complexity(),
                            timeout,
                            () -> machinery.steps().run(step.name(), context));
        }

        private void finish(Step result) {
            synchronized (SolveRun.this) {
                running.remove(Thread.currentThread());
                Thread.interrupted(); // a cancel was meant for this step, not for the agent
                handedOut--;
                end(result);
                advance();
            }
        }
    }
}
