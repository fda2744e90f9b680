package dev.bolt.api.analysis;

/**
 * A rule.
 *
 * @param id stable name, {@code family.name}
 * @param severity how much a finding of it matters
 * @param why why it matters
 * @param recommendation what to do about it
 * @param enabled false if a setting turned it off
 */
public record RuleDescription(String id, Severity severity, String why, String recommendation, boolean enabled) {}
