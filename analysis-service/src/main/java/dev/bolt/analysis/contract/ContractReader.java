package dev.bolt.analysis.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the list {@code contracts} of a {@code bolt.yaml}, with the keys of import-linter. */
final class ContractReader {
    private static final int MOST_ALIASES = 50;

    private final List<Contract> contracts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Contracts read(String yaml) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(yaml);
            Object list = root instanceof Map<?, ?> map ? map.get("contracts") : null;
            if (list instanceof List<?> entries) {
                entries.forEach(this::entry);
            } else if (list != null) {
                problems.add("bolt.yaml: 'contracts' is no list.");
            }
        } catch (YAMLException broken) {
            problems.add("bolt.yaml is not YAML: %s.".formatted(firstLine(broken)));
        }
        return new Contracts(contracts, problems);
    }

    private void entry(Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            problems.add("bolt.yaml: a contract is no mapping: '%s'.".formatted(entry));
            return;
        }
        String type = text(map.get("type"));
        String name = text(map.get("name"));
        String called = name.isEmpty() ? "contract %d".formatted(contracts.size() + problems.size() + 1) : name;
        int before = problems.size();
        Contract contract = switch (type) {
            case "forbidden" ->
                new Contract.Forbidden(
                        called,
                        wanted(map, "source_modules", called),
                        wanted(map, "forbidden_modules", called),
                        Boolean.TRUE.equals(map.get("allow_indirect_imports")),
                        exemptions(map, called));
            case "layers" -> new Contract.Layered(called, layers(map, called), exemptions(map, called));
            case "independence" ->
                new Contract.Independent(called, wanted(map, "modules", called), exemptions(map, called));
            default -> null;
        };
        if (contract == null) {
            problems.add("bolt.yaml: '%s' has the type '%s'; there are forbidden, layers and independence."
                    .formatted(called, type));
        } else if (problems.size() == before) {
            contracts.add(contract);
        }
    }

    /** Modules of one layer are separated by {@code |}; containers are put in front of each. */
    private List<List<String>> layers(Map<?, ?> map, String called) {
        var layers = new ArrayList<List<String>>();
        List<String> containers = strings(map.get("containers"));
        for (String layer : wanted(map, "layers", called)) {
            var modules = new ArrayList<String>();
            for (String module : layer.split("[|:]")) {
                String stripped = module.strip();
                String bare = stripped.startsWith("(") ? stripped.substring(1, stripped.length() - 1) : stripped;
                if (containers.isEmpty()) {
                    modules.add(bare);
                }
                containers.forEach(container -> modules.add(container + (container.contains("/") ? "/" : ".") + bare));
            }
            layers.add(modules);
        }
        return layers;
    }

    private List<Contract.Exemption> exemptions(Map<?, ?> map, String called) {
        var exemptions = new ArrayList<Contract.Exemption>();
        for (String each : strings(map.get("ignore_imports"))) {
            String[] ends = each.split("->", 2);
            if (ends.length == 2) {
                exemptions.add(new Contract.Exemption(ends[0].strip(), ends[1].strip()));
            } else {
                problems.add("bolt.yaml: '%s' ignores '%s'; write 'importer -> imported'.".formatted(called, each));
            }
        }
        return exemptions;
    }

    private List<String> wanted(Map<?, ?> map, String key, String called) {
        List<String> found = strings(map.get(key));
        if (found.isEmpty()) {
            problems.add("bolt.yaml: '%s' needs '%s'.".formatted(called, key));
        }
        return found;
    }

    /** A list, or the lines of a text. */
    private static List<String> strings(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list ->
                list.stream().map(String::valueOf).map(String::strip).toList();
            default ->
                Arrays.stream(String.valueOf(value).split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static String firstLine(YAMLException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
