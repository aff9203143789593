package dev.berth.local.up;

import dev.berth.sandbox.Capabilities;
import dev.berth.sandbox.SandboxDriver;
import java.util.ArrayList;
import java.util.List;

/// What whoever starts a control plane on one machine should know.
final class Notices {
    private static final String LICENCE =
            "Rows are kept by Amazon DynamoDB Local in this process, under Amazon's licence, which asks for an AWS"
                    + " account; '--dynamodb ENDPOINT' uses another engine.";

    private Notices() {}

    /// @param why that driver
    static List<String> of(SandboxDriver driver, String why, boolean firstStart, boolean embeddedDatabase) {
        var all = new ArrayList<String>();
        if (firstStart && embeddedDatabase) {
            all.add(LICENCE);
        }
        all.add("Sandboxes: driver '%s' (%s), %s".formatted(driver.name(), why, isolation(driver.capabilities())));
        return List.copyOf(all);
    }

    private static String isolation(Capabilities capabilities) {
        return switch (capabilities.isolation()) {
            case CONTAINER -> "each a container, apart from this machine's files and from each other.";
            case UID -> "each apart from this machine's files.";
            case NAMESPACE ->
                "processes that end together. They are not kept from your files: an agent can read the data folder and"
                        + " its keys.";
            case NONE ->
                "plain processes, since this machine has no 'unshare' and 'setpriv' that work. An agent can read the"
                        + " data folder and its keys, and may leave processes behind.";
        };
    }
}
