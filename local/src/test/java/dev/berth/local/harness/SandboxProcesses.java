package dev.berth.local.harness;

import java.nio.file.Path;
import java.util.List;

/// Sandboxes that are processes.
record SandboxProcesses(Path data) implements Sandboxes {
    @Override
    public boolean killSupervisor() {
        var supervisor = LivingProcesses.supervisor(data);
        supervisor.ifPresent(ProcessHandle::destroyForcibly);
        return supervisor.isPresent();
    }

    @Override
    public boolean killAgent() {
        var agents = LivingProcesses.of(data).stream()
                .filter(process -> process.info().command().orElse("").endsWith("bash"))
                .toList();
        agents.forEach(ProcessHandle::destroyForcibly);
        return !agents.isEmpty();
    }

    @Override
    public List<String> standing() {
        return LivingProcesses.of(data).stream()
                .map(LivingProcesses::commandLine)
                .toList();
    }

    @Override
    public String hostAddress() {
        return "127.0.0.1";
    }

    @Override
    public void kill() {
        LivingProcesses.of(data).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void clear() {
        kill();
    }
}
