package dev.berth.local.cli.doctor;

import dev.berth.local.cli.doctor.Finding.Level;
import dev.berth.supervisor.codex.CodexProgram;
import java.util.List;
import java.util.Optional;

/// Judges a machine. Asks nothing of it.
public record Diagnosis(List<Finding> findings) {
    static final long NEEDED_BYTES = 1L << 30;
    private static final int NEEDED_JAVA = 25;

    public static Diagnosis of(Machine machine) {
        return new Diagnosis(List.of(
                java(machine.javaFeature()),
                tool("git", machine.git(), "Install git: repositories are cloned and compared with it."),
                tool("bash", machine.bash(), "Install bash: setup scripts and the shell runtime run in it."),
                isolation(machine.namespaces()),
                docker(machine.docker()),
                node(machine.node()),
                codex(machine.codex()),
                disk(machine.freeBytes()),
                dataFolder(machine.data()),
                controlPlane(machine)));
    }

    public boolean canRun() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.MISSING);
    }

    private static Finding java(int feature) {
        return feature >= NEEDED_JAVA
                ? Finding.good("java", "JDK " + feature)
                : Finding.missing("java", "JDK " + feature, "Install JDK 25 or newer and set JAVA_HOME to it.");
    }

    private static Finding tool(String name, Optional<String> version, String remedy) {
        return version.map(text -> Finding.good(name, text))
                .orElseGet(() -> Finding.missing(name, "not found on the PATH", remedy));
    }

    /// Processes share the machine's files whatever the namespace, so this can never be all good.
    private static Finding isolation(boolean namespaces) {
        String reads =
                "Without containers an agent runs as you: it can read your files, the data folder with its keys among them.";
        return namespaces
                ? Finding.limited(
                        "isolation",
                        "processes in a namespace of their own, ended together. " + reads,
                        "Run only tasks that you would run yourself.")
                : Finding.limited(
                        "isolation",
                        "none: setpriv and unshare do not work here, so a process that leaves its group may outlive its session. "
                                + reads,
                        "On Linux install util-linux and allow user namespaces; run only tasks that you would run yourself.");
    }

    private static Finding docker(Optional<String> version) {
        return version.map(text -> Finding.good("docker", "engine " + text + "; not used by this release"))
                .orElseGet(() -> Finding.limited(
                        "docker",
                        "no engine answers; this release does not need one",
                        "Install Docker to be ready for sandboxes in containers."));
    }

    private static Finding node(Optional<String> version) {
        return version.map(text -> Finding.good("node", text))
                .orElseGet(() -> Finding.limited(
                        "node",
                        "not found; only the web console's build and some agents need it",
                        "Install Node 20 or newer if you want those."));
    }

    private static Finding codex(Optional<String> version) {
        return version.map(text -> Finding.good("codex", text))
                .orElseGet(() -> Finding.limited(
                        "codex",
                        "not found; profiles with the runtime 'codex' need it",
                        CodexProgram.HOW_TO_GET_IT + " if you want those."));
    }

    private static Finding disk(long freeBytes) {
        String free = "%.1f GiB free".formatted(freeBytes / (double) (1L << 30));
        return freeBytes >= NEEDED_BYTES
                ? Finding.good("disk", free)
                : Finding.limited("disk", free, "Free some: sessions fail before they fill the disk.");
    }

    private static Finding dataFolder(Machine.Data data) {
        if (!data.writable()) {
            return Finding.missing(
                    "data", data.folder() + " cannot be written", "Name another with 'berth up --data FOLDER'.");
        }
        if (data.exists() && !data.keyPrivate()) {
            return Finding.limited(
                    "data",
                    data.folder() + " holds a key that others can read",
                    "Run: chmod 600 " + data.folder().resolve("admin-key"));
        }
        return Finding.good("data", data.folder() + (data.exists() ? "" : ", made at the first start"));
    }

    private static Finding controlPlane(Machine machine) {
        if (machine.data().answering()) {
            return Finding.good("berth", "the control plane answers");
        }
        return machine.portFree()
                ? Finding.limited("berth", "no control plane runs", "Start one with 'berth up'.")
                : Finding.limited(
                        "berth",
                        "no control plane runs, and something else has port 8080",
                        "Start one with 'berth up --port 0' on a free port.");
    }
}
