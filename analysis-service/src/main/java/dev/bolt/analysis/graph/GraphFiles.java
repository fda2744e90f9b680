package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.FileModel;
import java.util.Collection;

/** The files of a workspace as they are now, for a graph that is corrected. */
public interface GraphFiles {
    /** All, by path. */
    Collection<FileModel> all();

    /** Those below a folder; the empty string is the workspace. */
    Collection<FileModel> below(String folder);

    /** Those whose imports write this of {@link ImportWords}. */
    Collection<FileModel> writing(String word);
}
