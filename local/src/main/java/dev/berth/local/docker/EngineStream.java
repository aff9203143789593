package dev.berth.local.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the engine sends piece by piece.
final class EngineStream<T> implements ResultCallback<T> {
    private final Consumer<T> pieces;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Closeable connection;
    private volatile @Nullable Throwable failure;

    EngineStream(Consumer<T> pieces) {
        this.pieces = pieces;
    }

    /// Returns when the engine has answered, or will not.
    void awaitStart() throws InterruptedException {
        started.await();
    }

    /// Returns when all was sent.
    ///
    /// @throws RuntimeException what went wrong meanwhile
    void awaitEnd() throws InterruptedException {
        ended.await();
        throwFailure();
    }

    void awaitEnd(Duration limit) throws InterruptedException {
        if (ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throwFailure();
        }
    }

    @Override
    public void onStart(Closeable stream) {
        connection = stream;
        started.countDown();
    }

    @Override
    public void onNext(T piece) {
        pieces.accept(piece);
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        onComplete();
    }

    @Override
    public void onComplete() {
        started.countDown();
        ended.countDown();
    }

    @Override
    public void close() throws IOException {
        var open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void throwFailure() {
        switch (failure) {
            case null -> {}
            case RuntimeException refused -> throw refused;
            case Throwable broken -> throw new IllegalStateException("The engine's stream broke", broken);
        }
    }
}
