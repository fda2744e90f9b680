package dev.bolt.search;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.index.Overlay;
import dev.bolt.search.index.WorkspaceIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an index has found. */
public record Found(List<FileMatches> files, boolean complete) {
    public static Optional<Found> in(
            IndexSearch search, WorkspaceIndex index, Overlay overlay, Path root, TextQuery query, Deadline deadline) {
        var files = new ArrayList<FileMatches>();
        return search.search(index, overlay, root, query, files::add, deadline).map(whole -> new Found(files, whole));
    }
}
