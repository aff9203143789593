package dev.berth.local.bench.paper;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.TurnOutcome;
import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import dev.berth.local.workflow.Execution;
import dev.berth.protocol.SandboxEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The reference session: 1,000 events of 200 bytes in 20 active minutes; then its diff, and a stop.
public final class ReferenceSession implements Measurement {
    static final int MINUTES = 20;

    private static final int EVENTS_A_MINUTE = 50;
    private static final Duration DIFF_TAKES = Duration.ofSeconds(1);
    private static final String LOG = "LOG#";
    private static final int SETTLED_WITHIN_SECONDS = 20;

    private final AgentTalk talk = new AgentTalk();
    private final Audience audience;
    private final int minutes;
    private final int events;

    /// With nobody watching.
    public ReferenceSession() {
        this(Audience.NOBODY, MINUTES);
    }

    /// The beginning of one, and its end.
    ///
    /// @param minutes that it is active
    ReferenceSession(Audience audience, int minutes) {
        this.audience = audience;
        this.minutes = minutes;
        this.events = EVENTS_A_MINUTE * minutes;
    }

    @Override
    public String title() {
        return "Counting what a session would cost on AWS";
    }

    @Override
    public List<Figure> take() {
        Played played = play();
        return figures(played.usage(), played.transitions(), played.unitsForEvents());
    }

    /// Plays it, and tells what it used.
    Usage used() {
        return play().usage();
    }

    private Played play() {
        try (PaperControlPlane controlPlane = new PaperControlPlane()) {
            PaperProfile profile = PaperProfile.publish(controlPlane);
            controlPlane.usage.reset();
            String session = profile.start(controlPlane);
            controlPlane.stepTaken.await();
            PaperSupervisor supervisor = PaperSupervisor.ready(controlPlane, controlPlane.sandboxes.awaitLaunch());
            double forEvents = work(controlPlane, supervisor, session);
            stop(controlPlane, supervisor, session);
            int transitions = execution(controlPlane, session).transitions();
            controlPlane.usage.add(PaidOperation.WORKFLOW_TRANSITION, transitions);
            controlPlane.usage.add(PaidOperation.WEBSOCKET_MINUTE, minutes);
            return new Played(controlPlane.usage, transitions, forEvents);
        }
    }

    /// @param unitsForEvents write units of the events, in their log
    private record Played(Usage usage, int transitions, double unitsForEvents) {}

    /// @return write units of the events, in their log
    private double work(PaperControlPlane controlPlane, PaperSupervisor supervisor, String session) {
        Optional<PaperViewer> viewer = viewer(controlPlane, session);
        String turn = supervisor.takeTurn();
        double before = controlPlane.usage.writtenTo(LOG);
        int flushes = (int) Duration.ofMinutes(minutes).dividedBy(audience.flush());
        for (int flush = 0; flush < flushes; flush++) {
            controlPlane.clock.pass(audience.flush());
            List<SandboxEvent> events =
                    events(controlPlane, turn, this.events * flush / flushes, this.events * (flush + 1) / flushes);
            if (!events.isEmpty()) {
                supervisor.send(events);
                viewer.ifPresent(PaperViewer::read);
            }
        }
        double after = controlPlane.usage.writtenTo(LOG);
        endTurn(controlPlane, supervisor, turn);
        return after - before;
    }

    private Optional<PaperViewer> viewer(PaperControlPlane controlPlane, String session) {
        if (audience == Audience.NOBODY) {
            return Optional.empty();
        }
        controlPlane.usage.add(PaidOperation.WEBSOCKET_MINUTE, minutes);
        return Optional.of(PaperViewer.watching(controlPlane, session));
    }

    private List<SandboxEvent> events(PaperControlPlane controlPlane, String turn, int from, int to) {
        Duration apart = Duration.ofMinutes(1).dividedBy(EVENTS_A_MINUTE);
        return IntStream.range(from, to)
                .mapToObj(number ->
                        talk.event(number, turn, controlPlane.clock.instant().minus(apart.multipliedBy(to - number))))
                .toList();
    }

    private static void endTurn(PaperControlPlane controlPlane, PaperSupervisor supervisor, String turn) {
        supervisor.uploadDiff();
        controlPlane.clock.pass(DIFF_TAKES);
        supervisor.send(List.of(
                new SandboxEvent(
                        controlPlane.clock.instant(), turn, Actor.SANDBOX, new EventData.DiffUpdated(3, 40, 12)),
                new SandboxEvent(
                        controlPlane.clock.instant(),
                        turn,
                        Actor.AGENT,
                        new EventData.TurnEnded(TurnOutcome.COMPLETED, 0, null, null))));
    }

    private static void stop(PaperControlPlane controlPlane, PaperSupervisor supervisor, String session) {
        controlPlane.api.request(
                "POST /v1/sessions/{session}/stop",
                "/v1/sessions/%s/stop".formatted(session),
                controlPlane.key.text(),
                null);
        controlPlane.stepTaken.await();
        supervisor.heartbeat();
        supervisor.leave();
        controlPlane.sandboxes.endStopped();
        awaitSettled(controlPlane, session);
    }

    private static void awaitSettled(PaperControlPlane controlPlane, String session) {
        long limit =
                System.nanoTime() + Duration.ofSeconds(SETTLED_WITHIN_SECONDS).toNanos();
        while (!execution(controlPlane, session).ended()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The workflow of the reference session did not end");
            }
            Thread.onSpinWait();
        }
    }

    private static Execution execution(PaperControlPlane controlPlane, String session) {
        return controlPlane.workflow.find(session + "-1").orElseThrow();
    }

    private static List<Figure> figures(Usage usage, int transitions, double forEvents) {
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of("c: write units", "1,000 events of 200 bytes", forEvents, "units")
                        .aiming("≤ 100"),
                Figure.of("d: paid on AWS", "transitions a session", transitions, "transitions")
                        .aiming("≤ 5"),
                Figure.of("d: paid on AWS", "reference session", usage.dollars() * 1e3, "m$")
                        .aiming("≤ 0.5 m$")));
        Arrays.stream(PaidOperation.values())
                .filter(paid -> usage.of(paid) > 0)
                .flatMap(paid -> figures(usage, paid))
                .forEach(figures::add);
        return figures;
    }

    private static Stream<Figure> figures(Usage usage, PaidOperation paid) {
        double amount = usage.of(paid);
        return Stream.of(
                Figure.of("d: paid on AWS", paid.title(), amount, "×"),
                Figure.of("d: paid on AWS", paid.title() + ", price", paid.dollars(amount) * 1e3, "m$"));
    }
}
