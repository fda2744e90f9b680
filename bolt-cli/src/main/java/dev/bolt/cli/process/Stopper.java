package dev.bolt.cli.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends services: kindly first, after ten seconds by force, hung ones after two; all of them at once. */
final class Stopper {
    private static final Duration KINDLY = Duration.ofSeconds(10);
    private static final Duration HUNG = Duration.ofSeconds(2);

    private final ProcessRegistry registry;

    Stopper(ProcessRegistry registry) {
        this.registry = registry;
    }

    /** Ends those that run and returns them; where they listened stays written down, for the next start. */
    List<Service> stop(Collection<Service> services) {
        return stop(services, KINDLY);
    }

    /** The same for those that did not answer for long, and so will hardly hear it. */
    void stopHung(Collection<Service> services) {
        stop(services, HUNG);
    }

    private List<Service> stop(Collection<Service> services, Duration kindly) {
        var handles = new ArrayList<ProcessHandle>();
        var stopped = new ArrayList<Service>();
        for (var service : services) {
            registry.running(service).flatMap(ProcessRecord::process).ifPresent(process -> {
                process.destroy();
                handles.add(process);
                stopped.add(service);
            });
        }
        await(handles, kindly);
        return stopped;
    }

    private static void await(List<ProcessHandle> handles, Duration kindly) {
        long end = System.nanoTime() + kindly.toNanos();
        for (var handle : handles) {
            if (!ended(handle, end - System.nanoTime())) {
                handle.destroyForcibly();
                ended(handle, Duration.ofSeconds(5).toNanos());
            }
        }
    }

    /** Whether it ends in time; {@code onExit} would wait for ever for a zombie of another parent. */
    private static boolean ended(ProcessHandle handle, long nanos) {
        long end = System.nanoTime() + nanos;
        while (handle.isAlive() && !ProcFile.zombie(handle.pid())) {
            long left = Math.min(end - System.nanoTime(), Duration.ofMillis(50).toNanos());
            if (left <= 0) {
                return false;
            }
            try {
                handle.onExit().get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException again) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
