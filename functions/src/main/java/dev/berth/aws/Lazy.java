package dev.berth.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a thing when it is first asked for, once. A function is wired whole and loads only the clients that it uses.
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    public Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        var known = made;
        return known == null ? makeOnce() : known;
    }

    private synchronized T makeOnce() {
        var known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }
}
