package dev.bolt.einstein.lexical;

/**
 * How a file looked when it was read; an equal stamp means it need not be read again.
 *
 * @param path relative to the workspace
 * @param sizeBytes its length
 * @param modifiedMicros when it was last written as its writers tell, microseconds since 1970
 * @param changedMicros when it last changed by the system's clock, which who copies or unpacks files cannot set
 */
public record FileStamp(String path, long sizeBytes, long modifiedMicros, long changedMicros) {}
