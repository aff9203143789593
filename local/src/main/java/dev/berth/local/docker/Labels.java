package dev.berth.local.docker;

import dev.berth.sandbox.SandboxRef;
import dev.berth.session.SessionKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What containers and images say of themselves, for whoever finds them.
final class Labels {
    /// Which data folder they belong to.
    static final String INSTALLATION = "dev.berth.installation";

    static final String PURPOSE = "dev.berth.purpose";
    static final String SESSION_PURPOSE = "session";
    static final String SNAPSHOT_PURPOSE = "snapshot";
    static final String RUNTIME_PURPOSE = "runtime";
    static final String BUILD = "dev.berth.build";

    /// Folders of this machine that a snapshot's repositories come from, one a line.
    static final String MOUNTS = "dev.berth.mounts";

    private static final String SANDBOX = "dev.berth.sandbox";
    private static final String ORGANIZATION = "dev.berth.organization";
    private static final String SESSION = "dev.berth.session";
    private static final String GENERATION = "dev.berth.generation";

    private Labels() {}

    static Map<String, String> of(String installation, SandboxRef sandbox) {
        var labels = new HashMap<String, String>();
        labels.put(INSTALLATION, installation);
        labels.put(PURPOSE, SESSION_PURPOSE);
        labels.put(SANDBOX, sandbox.id());
        labels.put(ORGANIZATION, sandbox.session().organization());
        labels.put(SESSION, sandbox.session().session());
        labels.put(GENERATION, Integer.toString(sandbox.generation()));
        return labels;
    }

    static SandboxRef sandbox(Map<String, String> labels) {
        return new SandboxRef(
                get(labels, SANDBOX),
                new SessionKey(get(labels, ORGANIZATION), get(labels, SESSION)),
                Integer.parseInt(get(labels, GENERATION)));
    }

    private static String get(Map<String, String> labels, String name) {
        @Nullable String value = labels.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A container of ours has no label " + name);
        }
        return value;
    }
}
