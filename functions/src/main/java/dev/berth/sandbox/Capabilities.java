package dev.berth.sandbox;

import dev.berth.event.WireName;
import java.time.Duration;

/// What a substrate can do.
///
/// @param gatewayForced nothing leaves the sandbox but through the egress gateway
/// @param diskLimited a sandbox cannot use more of the disk than its profile says; else it ends when little is left
/// @param grace between being asked to finish and being ended
public record Capabilities(Isolation isolation, boolean gatewayForced, boolean diskLimited, Duration grace) {

    /// What keeps an agent from the rest of the machine, strongest first.
    public enum Isolation implements WireName {
        CONTAINER("container"),
        UID("uid"),
        /// Processes are confined and end together; files are not.
        NAMESPACE("namespace"),
        NONE("none");

        private final String wireName;

        Isolation(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
