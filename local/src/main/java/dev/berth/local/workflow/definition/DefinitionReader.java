package dev.berth.local.workflow.definition;

import dev.berth.event.Json;
import dev.berth.event.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads a definition and refuses what the interpreter does not do.
public final class DefinitionReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> FIELDS = Set.of("Comment", "QueryLanguage", "StartAt", "States", "Version");

    private static final int HASH_DIGITS = 32;

    private DefinitionReader() {}

    /// @param substitutions values of the placeholders, `${Name}`, as a deployment would fill them in
    /// @throws DefinitionRefused with everything that is wrong
    public static Definition read(String json, Map<String, String> substitutions) {
        var source = substitute(json, substitutions);
        var root = Part.root(Json.MAPPER.readTree(source));
        var definition = read(root, source);
        if (!root.faults().isEmpty()) {
            throw new DefinitionRefused(root.faults());
        }
        return definition;
    }

    private static Definition read(Part root, String source) {
        root.allowing(FIELDS);
        if (!root.has("QueryLanguage")) {
            root.refuse("has no QueryLanguage: JSONata");
        }
        checkLanguage(root);
        var states = root.required("States");
        var names = Set.copyOf(states.node().propertyNames());
        var reader = new StateReader(new TemplateReader(assigned(root.node())), names);
        var read = new HashMap<String, State>();
        states.fields().forEach(state -> read.put(state.name(), reader.read(state)));
        var startAt = root.required("StartAt");
        if (!names.contains(startAt.text())) {
            startAt.refuse("names no state");
        }
        return new Definition(
                Sha256.hex(source).substring(0, HASH_DIGITS),
                source,
                startAt.node().asString(""),
                read);
    }

    static void checkLanguage(Part part) {
        part.optional("QueryLanguage")
                .filter(language -> !language.text().equals("JSONata"))
                .ifPresent(language -> language.refuse("is not JSONata"));
    }

    private static String substitute(String json, Map<String, String> substitutions) {
        var source = json;
        for (var substitution : substitutions.entrySet()) {
            source = source.replace("${" + substitution.getKey() + "}", substitution.getValue());
        }
        var open = PLACEHOLDER.matcher(source);
        if (open.find()) {
            throw new IllegalArgumentException("The workflow definition needs a value for " + open.group(1) + ".");
        }
        return source;
    }

    /// Every variable that some state assigns.
    private static Set<String> assigned(JsonNode root) {
        var names = new HashSet<String>();
        root.findValues("Assign").forEach(assign -> names.addAll(assign.propertyNames()));
        return names;
    }
}
