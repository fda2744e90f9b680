package dev.bolt.einstein.lexical;

/**
 * How a file looked when it was read; an equal stamp means it need not be read again.
 *
 * @param path relative to the workspace
 * @param sizeBytes its length
 * @param modifiedMicros when it last changed, microseconds since 1970
 */
public record FileStamp(String path, long sizeBytes, long modifiedMicros) {}
