package dev.bolt.cli.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process in a session of its own: neither Ctrl-C nor the end of the terminal reaches it. The pid is that of
 * the program itself, since each of the ways replaces itself by it.
 */
final class Detached {
    private Detached() {}

    /** Its output goes to the end of the log; its input is empty. */
    static Process start(List<String> command, Path workingDirectory, Path log) throws IOException {
        var whole = new ArrayList<>(session());
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .directory(workingDirectory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Linux has setsid; macOS has Perl, which can. */
    private static List<String> session() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        if (Files.isExecutable(Path.of("/bin/setsid"))) {
            return List.of("/bin/setsid");
        }
        if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
            return List.of("/usr/bin/perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die $!", "--");
        }
        return List.of("/usr/bin/nohup");
    }
}
