package dev.berth.supervisor.agent;

import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ContainerAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The environment of the agent's processes, made from nothing but what is meant for them.
public record ChildEnvironment(Map<String, String> variables) {
    private static final Set<String> PLACE = Set.of("HOME", "TMPDIR", "GIT_CEILING_DIRECTORIES");
    private static final Map<String, String> GIT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_AUTHOR_NAME", "Berth agent",
            "GIT_AUTHOR_EMAIL", "agent@berth.invalid",
            "GIT_COMMITTER_NAME", "Berth agent",
            "GIT_COMMITTER_EMAIL", "agent@berth.invalid");
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public ChildEnvironment {
        variables = Map.copyOf(variables);
    }

    /// Of the supervisor's own only `PATH` is passed on, which says where this machine's programs are.
    ///
    /// @param supervisor the environment the supervisor was started with
    /// @param user the name of the account that the agent runs as
    /// @param profile what the session's profile sets; it may replace what every process gets
    public static ChildEnvironment ofMachine(
            SandboxFolder folder, Map<String, String> supervisor, String user, Map<String, String> profile) {
        return of(folder, Map.of("PATH", supervisor.getOrDefault("PATH", DEFAULT_PATH)), user, profile);
    }

    /// What the image sets is passed on, and nothing of what the supervisor was told besides.
    ///
    /// @param supervisor the image's environment, and the supervisor's own
    public static ChildEnvironment ofImage(
            SandboxFolder folder, Map<String, String> supervisor, Map<String, String> profile) {
        var image = new HashMap<>(ImageVariables.of(supervisor));
        image.putIfAbsent("PATH", DEFAULT_PATH);
        return of(folder, image, ContainerAccount.AGENT, profile);
    }

    private static ChildEnvironment of(
            SandboxFolder folder, Map<String, String> inherited, String user, Map<String, String> profile) {
        var variables = new HashMap<>(inherited);
        variables.putAll(place(folder));
        variables.put("USER", user);
        variables.put("LANG", "C.UTF-8");
        variables.put("TERM", "dumb");
        variables.putAll(GIT);
        variables.putAll(profile);
        return new ChildEnvironment(variables);
    }

    /// Those that say where the agent lives.
    public Map<String, String> ofPlace() {
        var ofPlace = new HashMap<>(variables);
        ofPlace.keySet().retainAll(PLACE);
        return ofPlace;
    }

    /// The ceiling keeps git from finding a repository that the place happens to lie in.
    private static Map<String, String> place(SandboxFolder folder) {
        return Map.of(
                "HOME", folder.home().toString(),
                "TMPDIR", folder.temporary().toString(),
                "GIT_CEILING_DIRECTORIES", folder.place().toString());
    }

    /// These, whatever the profile says of them.
    public ChildEnvironment with(Map<String, String> more) {
        var all = new HashMap<>(variables);
        all.putAll(more);
        return new ChildEnvironment(all);
    }

    /// Gives a process this environment and nothing else.
    public void applyTo(ProcessBuilder builder) {
        builder.environment().clear();
        builder.environment().putAll(variables);
    }
}
