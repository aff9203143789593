package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import dev.berth.supervisor.agent.ImageVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Variables of an image that would change how Berth's own programs start. They are put aside under another name, for
/// the agent's processes only.
final class ImageEnvironment {
    private static final Set<String> MEANT_FOR_OTHERS = Set.of(
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_AOT_VM_OPTIONS",
            "LD_PRELOAD",
            "LD_LIBRARY_PATH");

    private ImageEnvironment() {}

    static List<String> of(InspectImageResponse image) {
        return image.getConfig() == null || image.getConfig().getEnv() == null
                ? List.of()
                : setAside(List.of(image.getConfig().getEnv()));
    }

    /// @param image `NAME=value`
    static List<String> setAside(List<String> image) {
        var changes = new ArrayList<String>();
        for (var variable : image) {
            if (MEANT_FOR_OTHERS.contains(variable.substring(0, variable.indexOf('=')))) {
                changes.add(ImageVariables.SET_ASIDE + variable);
                changes.add(variable.substring(0, variable.indexOf('=') + 1));
            }
        }
        return changes;
    }
}
