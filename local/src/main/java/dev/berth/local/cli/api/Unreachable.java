package dev.berth.local.cli.api;

import dev.berth.local.cli.CommandFailure;
import java.net.URI;

/// No answer came from the control plane.
public final class Unreachable extends CommandFailure {
    private static final long serialVersionUID = 1L;

    Unreachable(URI url, Throwable cause) {
        super(
                "Nothing answers at %s.".formatted(url),
                "Start the control plane with 'berth up', or set BERTH_URL to where one runs.",
                cause);
    }
}
