package dev.berth.supervisor.repository;

import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.AgentPrograms.Ran;
import dev.berth.supervisor.build.GitComplaint;
import dev.berth.supervisor.build.GitTransports;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs git with nothing that could start other programs or lead elsewhere: no hooks, no prompts, no transports but
/// those allowed, no configuration of the account or the machine.
///
/// @param outputs a folder of the supervisor's own, for what git prints; the next command overwrites it
/// @param url of the repository that this is about
record Git(AgentPrograms programs, Path outputs, String url, Deadline deadline) {
    private static final List<String> COMMAND = List.of(
            "git",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            // a copied file has another inode and another time of change
            "-c",
            "core.trustctime=false",
            "-c",
            "core.checkStat=minimal",
            "-c",
            "gc.auto=0",
            "-c",
            "maintenance.auto=false",
            "-c",
            "safe.directory=*",
            "--literal-pathspecs");

    Git about(String other) {
        return new Git(programs, outputs, other, deadline);
    }

    Git until(Deadline later) {
        return new Git(programs, outputs, url, later);
    }

    /// @param places where git finds what it works on, as environment variables
    Ran run(Path folder, Map<String, String> places, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(COMMAND);
        command.addAll(arguments);
        var environment = new HashMap<>(places);
        environment.putAll(Map.of(
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_SSH_COMMAND", "false",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", programs.gitConfiguration().toString(),
                "GIT_ATTR_NOSYSTEM", "1",
                "GIT_ALLOW_PROTOCOL", GitTransports.allowedFrom(url)));
        var program = new Program(command, folder, outputs.resolve("output")).with(environment);
        return programs.run(program, deadline);
    }

    /// What a command printed that must succeed.
    static String text(Ran ran) throws IOException {
        if (!ran.succeeded()) {
            throw new IOException(complaint(ran));
        }
        return ran.text();
    }

    static String complaint(Ran ran) throws IOException {
        return GitComplaint.in(ran.complaints());
    }
}
