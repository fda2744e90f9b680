package dev.bolt.analysis.query;

import dev.bolt.analysis.ingest.AnalyzedFile;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.Collection;

/** Paths of requests. Only what is in the model exists: no path is ever given to the file system. */
final class ModelPaths {
    private ModelPaths() {}

    /** @throws ProblemException PATH_NOT_FOUND if no file of the model has this path */
    static AnalyzedFile file(CodeModel model, String path) {
        AnalyzedFile file = model.files().get(clean(path));
        if (file == null) {
            throw missing(path);
        }
        return file;
    }

    /**
     * The file, or the files in the folder, by path; {@code .} and the empty path are the whole workspace.
     *
     * @throws ProblemException PATH_NOT_FOUND if the model has no such file or folder
     */
    static Collection<AnalyzedFile> under(CodeModel model, String path) {
        String clean = clean(path);
        if (clean.isEmpty() || clean.equals(".")) {
            return model.files().values();
        }
        AnalyzedFile file = model.files().get(clean);
        if (file != null) {
            return java.util.List.of(file);
        }
        var inside = model.files().subMap(clean + "/", true, clean + "0", false).values();
        if (inside.isEmpty()) {
            throw missing(path);
        }
        return inside;
    }

    private static String clean(String path) {
        String clean = path.startsWith("./") ? path.substring(2) : path;
        return clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static ProblemException missing(String path) {
        return new ProblemException(
                        Problem.PATH_NOT_FOUND,
                        "The code model has no '%s': it holds files of the languages it reads that are not ignored"
                                .formatted(path))
                .withField("path");
    }
}
