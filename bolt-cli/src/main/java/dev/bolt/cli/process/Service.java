package dev.bolt.cli.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The five services, in the order in which the first answer needs them. */
public enum Service {
    /** Exact text search. */
    SEARCH("search", "search-service", 8082, 256),
    /** The code model. */
    ANALYSIS("analysis", "analysis-service", 8084, 512, 2048),
    /** Search by meaning. */
    EINSTEIN("einstein", "einstein-service", 8083, 640),
    /** Agents and solves. */
    ORCHESTRATOR("orchestrator", "orchestrator-service", 8081, 384),
    /** The one door. */
    GATEWAY("gateway", "gateway", 8080, 160);

    private final String label;
    private final String module;
    private final int usualPort;
    private final int heapMegabytes;

    /** Its heap may be an eighth of the machine's memory, within these bounds. */
    Service(String label, String module, int usualPort, int leastMegabytes, int mostMegabytes) {
        this(label, module, usualPort, Math.clamp(machineMegabytes() / 8, leastMegabytes, mostMegabytes));
    }

    private static long machineMegabytes() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return machine.getTotalMemorySize() >> 20;
    }

    Service(String label, String module, int usualPort, int heapMegabytes) {
        this.label = label;
        this.module = module;
        this.usualPort = usualPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** Its name in every path, log and message. */
    public String label() {
        return label;
    }

    /** The Maven module it is built from. */
    public String module() {
        return module;
    }

    /** The port it takes when that is free. */
    public int usualPort() {
        return usualPort;
    }

    /** Whether it calls others, so that it must be started again when one of them moves. */
    public boolean callsOthers() {
        return this == ORCHESTRATOR || this == GATEWAY;
    }

    /**
     * Flags of its virtual machine: a small heap, a collector without threads, and no C2 where no engine runs, or where
     * it would compile for longer than it saves: a first model takes half the processor's time without it. Without C2
     * the virtual machine reserves 48 MB of addresses for code, and whenever a seventh of that is new it stops all
     * threads to collect the whole heap; that fell into the first model, so more is reserved. The code model's trees
     * live for a file's time: with an eighth of the heap to be born in, most are dead at the next collection, and
     * collections take half of the time that they take otherwise.
     */
    List<String> machineFlags() {
        var flags = new ArrayList<>(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        if (callsOthers() || this == ANALYSIS) {
            flags.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        }
        if (this == ANALYSIS) {
            flags.add("-Xmn" + heapMegabytes / 8 + "m");
        }
        if (this == GATEWAY) {
            flags.add("--sun-misc-unsafe-memory-access=allow"); // Tomcat frees the buffers of connections so
        }
        if (this == EINSTEIN || this == SEARCH) {
            flags.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        return flags;
    }

    /** What makes it end by itself once it has loaded what its AOT cache is to hold. */
    String lessonFlag() {
        return this == ANALYSIS ? "-Dspring.profiles.active=lesson" : "-Dspring.context.exit=onRefresh";
    }

    /** The addresses it is told: every callee's, by the name of its client group. */
    Map<String, String> callees(Map<Service, Integer> ports) {
        if (!callsOthers()) {
            return Map.of();
        }
        var callees = new java.util.TreeMap<String, String>();
        for (var service : values()) {
            if (service != GATEWAY && service != this) {
                callees.put(service.label, "http://127.0.0.1:" + ports.get(service));
            }
        }
        return callees;
    }
}
