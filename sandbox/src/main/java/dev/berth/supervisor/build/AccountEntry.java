package dev.berth.supervisor.build;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.berth.supervisor.process.ContainerAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Gives the agent's account a name in the image: programs ask for it.
///
/// @param etc where `passwd` and `group` are
record AccountEntry(Path etc, int uid, Path home) {
    void add() throws IOException {
        addTo("passwd", "%1$s:x:%2$d:%2$d::%3$s:/bin/bash".formatted(ContainerAccount.AGENT, uid, home));
        addTo("group", "%s:x:%d:".formatted(ContainerAccount.AGENT, uid));
    }

    private void addTo(String name, String entry) throws IOException {
        var file = etc.resolve(name);
        var entries = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        if (entries.stream().noneMatch(this::isOfUid)) {
            Files.write(file, List.of(entry), CREATE, APPEND);
        }
    }

    private boolean isOfUid(String entry) {
        var fields = entry.split(":", -1);
        return fields.length > 2 && fields[2].equals(Integer.toString(uid));
    }
}
