package dev.berth.supervisor.build;

import dev.berth.event.Json;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a build in a container is started with.
///
/// @param folder gets workspace and home; has the plan
/// @param tools where Berth's programs are
/// @param agentUid whose workspace and home are to be
public record BuildArguments(Path folder, Path tools, int agentUid) {

    public List<String> words() {
        return List.of(folder.toString(), tools.toString(), Integer.toString(agentUid));
    }

    static BuildArguments read(String[] words) {
        return new BuildArguments(Path.of(words[0]), Path.of(words[1]), Integer.parseInt(words[2]));
    }

    /// Where whoever starts the build puts the [BuildPlan].
    public Path planFile() {
        return folder.resolve("build/plan.json");
    }

    /// Where the [dev.berth.event.Failure] of a build that failed is.
    public Path failureFile() {
        return folder.resolve("build/failure.json");
    }

    SandboxFolder sandbox() {
        return new SandboxFolder(folder);
    }

    BuildPlan plan() throws IOException {
        return Json.MAPPER.readValue(Files.readString(planFile()), BuildPlan.class);
    }
}
