package dev.bolt.einstein.embed;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Does one thing on a stack of 256 MB, of which only what is touched is ever real memory. ONNX Runtime 1.29 reads the
 * command line of its process with a recursive regular expression when its environment is made, about 2 KB of stack a
 * character; a class path of 1 KB on the command line kills the process on an ordinary thread, without a word.
 */
final class DeepStack {
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    static <T> T call(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("deep").stackSize(BYTES).start(task);
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }
}
