package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.session.LogSubject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Lambda loads. While it is made, Lambda gives it a whole processor whatever its memory: so everything that a
/// request needs is loaded then, by rehearsing some that change nothing.
abstract class LambdaEntry implements RequestStreamHandler, Resource {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaEntry.class);

    /// So often that what a request runs through is compiled when the snapshot is taken.
    private static final int REHEARSALS_BEFORE_SNAPSHOT = 20;

    /// Sent to each function once a day: SnapStart gives up a version that nobody has called for two weeks.
    private static final byte[] KEEP_ALIVE = "{\"keepAlive\":true}".getBytes(StandardCharsets.UTF_8);

    private final RequestStreamHandler handler;
    private final Rehearsal rehearsal;

    LambdaEntry(RequestStreamHandler handler, Rehearsal rehearsal) {
        this.handler = handler;
        this.rehearsal = rehearsal;
        rehearse(1);
        Core.getGlobalContext().register(this);
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = input.readAllBytes();
        if (!Arrays.equals(event, KEEP_ALIVE)) {
            call(event, output, context);
        }
    }

    /// What a call fails with is told here, where it still is known which session it was about.
    private void call(byte[] event, OutputStream output, Context context) throws IOException {
        try {
            handler.handleRequest(new ByteArrayInputStream(event), output, context);
        } catch (IOException | RuntimeException failure) {
            LOG.error("The call failed", failure);
            throw failure;
        } finally {
            LogSubject.none();
        }
    }

    @Override
    public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        rehearse(REHEARSALS_BEFORE_SNAPSHOT);
    }

    /// Nothing of the snapshot goes stale: connections are made anew when they turn out closed, credentials are asked
    /// for when they have run out, and what is random is read from the system each time.
    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {}

    private void rehearse(int times) {
        try {
            for (int i = 0; i < times; i++) {
                rehearsal.play();
            }
        } catch (IOException | RuntimeException failure) {
            LOG.info("The rehearsal failed; the first request will be slow", failure);
        } finally {
            LogSubject.none();
        }
    }

    /// Requests that change nothing.
    @FunctionalInterface
    interface Rehearsal {
        Rehearsal NONE = () -> {};

        void play() throws IOException;
    }
}
