package dev.bolt.analysis.ingest;

import dev.bolt.analysis.graph.GraphFiles;
import dev.bolt.analysis.symbol.FileModel;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;

/**
 * The models of a workspace's files.
 *
 * @param files by path
 * @param names in them
 */
record ModelFiles(NavigableMap<String, AnalyzedFile> files, Names names) implements GraphFiles {
    @Override
    public List<FileModel> all() {
        return models(files.values());
    }

    @Override
    public List<FileModel> below(String folder) {
        return folder.isEmpty() ? all() : models(below(files, folder).values());
    }

    @Override
    public List<FileModel> writing(String word) {
        return these(names.importing(word));
    }

    /** Those at these paths, in their order. */
    List<FileModel> these(Collection<String> paths) {
        return paths.stream()
                .map(path -> Objects.requireNonNull(files.get(path), path).model())
                .toList();
    }

    /** The files below a folder that is not the workspace itself. */
    static <T> NavigableMap<String, T> below(NavigableMap<String, T> files, String folder) {
        return files.subMap(folder + "/", true, folder + "0", false);
    }

    static List<FileModel> models(Collection<AnalyzedFile> files) {
        return files.stream().map(AnalyzedFile::model).toList();
    }
}
