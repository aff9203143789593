package dev.berth.local.cli.doctor;

import dev.berth.local.cli.doctor.Finding.Level;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.up.DriverDecision;
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
                docker(machine.docker()),
                sandboxes(machine),
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

    private static Finding sandboxes(Machine machine) {
        return switch (DriverDecision.of(
                Optional.empty(), machine.driver().map(UpSettings.Driver::valueOf), machine.docker())) {
            case DriverDecision.Refuse(var detail, var remedy) -> Finding.missing("sandboxes", detail, remedy);
            case DriverDecision.Use(var driver, var why) ->
                switch (driver) {
                    case docker ->
                        Finding.good(
                                "sandboxes",
                                "containers (%s), each with its agent under an account of its own".formatted(why));
                    case process -> processes(machine.namespaces(), why);
                };
        };
    }

    /// Processes share the machine's files whatever the namespace, so this can never be all good.
    private static Finding processes(boolean namespaces, String why) {
        String reads =
                "Without containers an agent runs as you: it can read your files, the data folder with its keys among them.";
        return namespaces
                ? Finding.limited(
                        "sandboxes",
                        "processes (%s) in a namespace of their own, ended together. %s".formatted(why, reads),
                        "Run only tasks that you would run yourself.")
                : Finding.limited(
                        "sandboxes",
                        "processes (%s), not kept together: setpriv and unshare do not work here, so one that leaves its group may outlive its session. %s"
                                .formatted(why, reads),
                        "On Linux install util-linux and allow user namespaces; run only tasks that you would run yourself.");
    }

    private static Finding docker(Optional<String> version) {
        return version.map(text -> Finding.good("docker", "engine " + text))
                .orElseGet(() -> Finding.limited(
                        "docker",
                        "no engine answers",
                        "Install or start Docker for sandboxes that are kept from your files."));
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
