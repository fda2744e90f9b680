package dev.bolt.api.search;

/** In which order the files of an answer come. */
public enum SearchOrder {
    /** By path, as ripgrep's {@code --sort path}: each file as soon as those before it are known. */
    PATH,

    /**
     * What is likely wanted first: files that define what matched, then by the priority of their type, then those with
     * the shorter path; among equals by path. Nothing is answered before all is found.
     */
    RANK
}
