package dev.berth.supervisor.shell;

import dev.berth.event.EventData.TurnEnded;
import dev.berth.event.OutputStreamName;
import dev.berth.event.TurnOutcome;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Runs one script after the other in one host.
final class ShellSession implements AgentSession {
    private static final long END_SEEN_WITHIN_SECONDS = 2;

    private final ShellHosts hosts;
    private final ShellState state;
    private final AgentListener listener;
    private volatile HostListener hostListener = new HostListener();
    private @Nullable ShellHost host;
    private volatile Script script = Script.none();

    ShellSession(ShellHosts hosts, ShellState state, AgentListener listener) throws IOException, InterruptedException {
        this.hosts = hosts;
        this.state = state;
        this.listener = listener;
        this.host = hosts.start(hostListener);
    }

    @Override
    public synchronized void startTurn(String text) throws InterruptedException {
        script = new Script();
        if (text.indexOf('\0') >= 0) {
            end(new TurnEnded(TurnOutcome.FAILED, null, null, "A script cannot hold NUL bytes: send it without them"));
            return;
        }
        try {
            state.putScript(text);
            livingHost().runScript();
        } catch (IOException e) {
            end(new TurnEnded(TurnOutcome.FAILED, null, null, "The script could not be started: " + e.getMessage()));
        }
    }

    @Override
    public synchronized void interrupt(Deadline grace) throws InterruptedException {
        var running = script;
        var current = host;
        if (current == null || running.hasEnded()) {
            return;
        }
        current.endScript(grace);
        if (!running.awaitEnd(END_SEEN_WITHIN_SECONDS)) {
            current.kill();
            running.awaitEnd(END_SEEN_WITHIN_SECONDS);
        }
    }

    @Override
    public synchronized void close() throws InterruptedException {
        if (host != null) {
            host.kill();
        }
    }

    private ShellHost livingHost() throws IOException, InterruptedException {
        if (host == null || !host.alive()) {
            hostListener = new HostListener();
            host = hosts.start(hostListener);
        }
        return host;
    }

    private void end(TurnEnded end) {
        if (script.endOnce()) {
            listener.turnEnded(end);
        }
    }

    private final class HostListener implements ShellHost.Listener {
        @Override
        public void output(OutputStreamName stream, byte[] bytes, int offset, int length) {
            listener.output(stream, bytes, offset, length);
        }

        @Override
        public void scriptEnded(int exitCode) {
            var outcome = exitCode == 0 ? TurnOutcome.COMPLETED : TurnOutcome.FAILED;
            end(new TurnEnded(outcome, exitCode, null, null));
        }

        @Override
        public void gone(int exitCode) {
            if (this == hostListener) {
                end(new TurnEnded(TurnOutcome.FAILED, null, null, "The shell that runs the scripts was killed"));
            }
        }
    }

    /// Whether the newest script has ended, so that its end is told once whoever sees it first.
    private static final class Script {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CountDownLatch end = new CountDownLatch(1);

        static Script none() {
            var none = new Script();
            none.endOnce();
            return none;
        }

        boolean endOnce() {
            var first = ended.compareAndSet(false, true);
            end.countDown();
            return first;
        }

        boolean hasEnded() {
            return ended.get();
        }

        boolean awaitEnd(long seconds) throws InterruptedException {
            return end.await(seconds, TimeUnit.SECONDS);
        }
    }
}
