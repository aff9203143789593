package dev.berth.supervisor.program;

import java.nio.file.Path;
import java.util.List;

/// The ahead-of-time cache of a supervisor's classes. One that is missing, or was made with other jars or by another
/// JVM, only costs time.
public sealed interface SupervisorCache {
    /// What the JVM is to be told.
    List<String> options();

    record None() implements SupervisorCache {
        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /// Uses it when it fits. The JVM is kept from saying when it does not: that is nothing a session's log is about.
    record Use(Path file) implements SupervisorCache {
        @Override
        public List<String> options() {
            return List.of("-XX:AOTCache=" + file, "-Xlog:disable", "-Xlog:all=error:stderr");
        }
    }

    /// Makes it when the supervisor ends, of what it used until then. That takes more memory than a supervisor has.
    record Make(Path file) implements SupervisorCache {
        @Override
        public List<String> options() {
            return List.of("-XX:AOTCacheOutput=" + file, "-Xmx128m", "-XX:MaxMetaspaceSize=256m");
        }
    }
}
