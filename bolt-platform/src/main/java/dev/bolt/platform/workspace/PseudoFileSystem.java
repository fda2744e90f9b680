package dev.bolt.platform.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file systems without files, such as {@code proc}: what looks like one there is made when it is read, has no size,
 * and may never end.
 */
final class PseudoFileSystem {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final String DEVICE = "unix:dev";
    private static final Path DEVICES = Path.of("/dev");

    /** In memory, but with files like any other. */
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** Those of Linux that a mount may have; {@code tmpfs} and its like hold true files. */
    private static final Set<String> TYPES = Set.of(
            "autofs",
            "binder",
            "binfmt_misc",
            "bpf",
            "cgroup",
            "cgroup2",
            "configfs",
            "debugfs",
            "devfs",
            "devpts",
            "devtmpfs",
            "efivarfs",
            "fdescfs",
            "functionfs",
            "fusectl",
            "mqueue",
            "nsfs",
            "proc",
            "procfs",
            "pstore",
            "resctrl",
            "rpc_pipefs",
            "securityfs",
            "selinuxfs",
            "smackfs",
            "sysfs",
            "tracefs");

    private PseudoFileSystem() {}

    /** The type of the one that the path lies in; empty if that holds files, or does not tell. */
    static Optional<String> of(Path real) {
        if (real.startsWith(DEVICES) && !real.startsWith(SHARED_MEMORY)) {
            return Optional.of("devices");
        }
        try {
            return Optional.of(Files.getFileStore(real).type()).filter(TYPES::contains);
        } catch (IOException | SecurityException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Whether a path of a workspace lies in one; two questions to the system where it lies in no other than the root.
     */
    static boolean holds(Path real, Path root) {
        try {
            return !Files.getAttribute(real, DEVICE).equals(Files.getAttribute(root, DEVICE)) && of(real).isPresent();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Where they are mounted below a folder; some microseconds a mount of this machine. Empty where Linux is not. */
    static Set<Path> below(Path folder) {
        try {
            return below(folder, Files.readString(MOUNTS, StandardCharsets.ISO_8859_1));
        } catch (IOException unknown) {
            return Set.of();
        }
    }

    /** @param mounts as in {@code proc_pid_mountinfo(5)} */
    static Set<Path> below(Path folder, String mounts) {
        return mounts.lines()
                .filter(PseudoFileSystem::isPseudo)
                .map(line -> PathBytes.resolve(Path.of("/"), unescaped(line.split(" ")[4].substring(1))))
                .filter(mount -> mount.startsWith(folder) && !mount.equals(folder))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isPseudo(String line) {
        int dash = line.indexOf(" - ");
        return dash >= 0 && TYPES.contains(line.substring(dash + 3).split(" ", 2)[0]);
    }

    /** Blank, tab, line end and backslash are told in octal digits. */
    private static byte[] unescaped(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
