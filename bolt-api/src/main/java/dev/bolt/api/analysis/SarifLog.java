package dev.bolt.api.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), as far as Bolt fills it.
 *
 * @param schema where the format is defined
 * @param version {@value #VERSION}
 * @param runs one for each analysis
 */
public record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
    /** How it is asked for. */
    public static final String MEDIA_TYPE = "application/sarif+json";

    /** The version of the format. */
    public static final String VERSION = "2.1.0";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** A log of one run. */
    public SarifLog(Run run) {
        this(SCHEMA, VERSION, List.of(run));
    }

    /** What one tool found; columns are counted in UTF-16 units. */
    public record Run(Tool tool, List<Result> results, String columnKind) {}

    /** The tool. */
    public record Tool(Driver driver) {}

    /** Its name and rules. */
    public record Driver(String name, String semanticVersion, List<ReportingDescriptor> rules) {}

    /** A rule. */
    public record ReportingDescriptor(
            String id,
            Message shortDescription,
            Message fullDescription,
            Message help,
            Configuration defaultConfiguration) {}

    /** How a rule stands without settings: {@code level} is note, warning or error. */
    public record Configuration(String level) {}

    /** A text. */
    public record Message(String text) {}

    /** A finding; {@code ruleIndex} is the place of its rule in the driver. */
    public record Result(String ruleId, int ruleIndex, String level, Message message, List<Location> locations) {}

    /** A place, and the definition around it. */
    public record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    /** A file and lines of it. */
    public record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    /** A file, relative to the workspace. */
    public record ArtifactLocation(String uri, String uriBaseId) {}

    /** Lines, 1-based, both inclusive. */
    public record Region(int startLine, int endLine) {}

    /** A definition. */
    public record LogicalLocation(String fullyQualifiedName) {}
}
