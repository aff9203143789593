package dev.berth.supervisor.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Scripts as they are written down: a line `# part of a message` begins one, `---` stands between its steps. A step is
/// what the model says, and then, if it has something done, a line `$ command` or a patch.
final class ScriptFile {
    private static final String PATCH = "*** Begin Patch";
    private static final String COMMAND = "$ ";

    private ScriptFile() {}

    static Map<String, Step[]> read(Path file) throws IOException {
        var scripts = new LinkedHashMap<String, Step[]>();
        for (var script : blocks("\n" + Files.readString(file), "\n# ")) {
            var lines = script.split("\n", 2);
            scripts.put(
                    lines[0].strip(),
                    blocks(lines[1], "\n---\n").stream().map(ScriptFile::step).toArray(Step[]::new));
        }
        return scripts;
    }

    private static Step step(String text) {
        var patch = text.indexOf(PATCH);
        if (patch >= 0) {
            return Step.patch(text.substring(0, patch).strip(), text.substring(patch) + "\n");
        }
        var command = text.startsWith(COMMAND) ? 0 : text.indexOf("\n" + COMMAND);
        return command < 0
                ? Step.say(text)
                : Step.run(
                        text.substring(0, command).strip(),
                        text.substring(text.indexOf(COMMAND, command) + COMMAND.length()));
    }

    private static List<String> blocks(String text, String separator) {
        return Stream.of(text.split(separator))
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .toList();
    }
}
