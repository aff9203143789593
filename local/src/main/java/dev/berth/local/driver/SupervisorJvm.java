package dev.berth.local.driver;

import java.util.List;

/// The supervisor's program, and the JVM options it has everywhere: small and early ready, since it waits most of its
/// life. An ahead-of-time cache is good for the options that it was made with.
public final class SupervisorJvm {
    public static final String MAIN_CLASS = "dev.berth.supervisor.Main";

    public static final List<String> OPTIONS = List.of(
            "-Xmx24m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:MaxMetaspaceSize=40m",
            "-XX:+UseCompactObjectHeaders");

    private SupervisorJvm() {}
}
