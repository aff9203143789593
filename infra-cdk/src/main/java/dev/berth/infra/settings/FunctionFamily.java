package dev.berth.infra.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The functions: one for each kind of caller, all from one package.
public enum FunctionFamily {
    API("Answers clients", "ApiLambda", 1024, 29, Traced.YES, Called.AND_AWAITED),
    SANDBOX_API("Answers sandboxes", "SandboxApiLambda", 1024, 29, Traced.NO, Called.AND_AWAITED),
    STEP("Carries out the workflow's steps", "StepLambda", 1024, 60, Traced.YES, Called.AND_AWAITED),
    SOCKETS("Hears of WebSockets", "SocketsLambda", 1024, 29, Traced.NO, Called.AND_AWAITED),
    SUBSTRATE_EVENTS(
            "Hears of tasks, builds and executions",
            "SubstrateEventsLambda",
            512,
            120,
            Traced.NO,
            Called.AND_LEFT_ALONE),
    SWEEP("Repairs what was left half done", "SweepLambda", 512, 240, Traced.NO, Called.AND_LEFT_ALONE),
    TRIGGER("Acts on requests from the bus", "TriggerLambda", 512, 60, Traced.NO, Called.AND_LEFT_ALONE),
    ADMIN("Makes the first administrator's key", "AdminLambda", 512, 60, Traced.NO, Called.AND_AWAITED);

    private static final String PACKAGE = "dev.berth.function.";

    private final String purpose;
    private final String handler;
    private final int memoryMiB;
    private final int timeoutSeconds;
    private final Traced traced;
    private final Called called;

    FunctionFamily(String purpose, String handler, int memoryMiB, int timeoutSeconds, Traced traced, Called called) {
        this.purpose = purpose;
        this.handler = handler;
        this.memoryMiB = memoryMiB;
        this.timeoutSeconds = timeoutSeconds;
        this.traced = traced;
        this.called = called;
    }

    public static SortedSet<String> settingNames() {
        return Collections.unmodifiableSortedSet(Arrays.stream(values())
                .map(FunctionFamily::settingName)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// As in `sandboxApi`.
    public String settingName() {
        var words = id();
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /// As in `SandboxApi`.
    public String id() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /// As in `sandbox-api`.
    public String resourceName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String purpose() {
        return purpose;
    }

    public String handler() {
        return PACKAGE + handler;
    }

    public int memoryMiB() {
        return memoryMiB;
    }

    public int timeoutSeconds() {
        return timeoutSeconds;
    }

    /// X-Ray on what sandboxes call often would cost more than the calls.
    public boolean traced() {
        return traced == Traced.YES;
    }

    /// Nobody waits for its answer, so what it could not do is kept as a dead letter.
    public boolean asynchronous() {
        return called == Called.AND_LEFT_ALONE;
    }

    private enum Traced {
        YES,
        NO
    }

    private enum Called {
        AND_AWAITED,
        AND_LEFT_ALONE
    }
}
