package dev.bolt.cli.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        var builder = new ProcessBuilder(whole)
                .directory(workingDirectory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(locale(System.getProperty("sun.jnu.encoding", "")));
        return builder.start();
    }

    /**
     * What a child's environment lacks. Java takes the encoding of file names from the locale, and nothing else.
     *
     * @param encoding that of our own file names, from the same locale
     */
    static Map<String, String> locale(String encoding) {
        return encoding.equals("UTF-8") ? Map.of() : Map.of("LC_ALL", "C.UTF-8");
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
