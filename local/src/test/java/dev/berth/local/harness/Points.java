package dev.berth.local.harness;

/// Is told of every named point that a control plane passes.
@FunctionalInterface
public interface Points {
    void pass(String point);

    /// Passes the points before and after an effect; none after one that failed.
    default <T> T around(String effect, Effect<T> work) throws Throwable {
        pass("before " + effect);
        var result = work.run();
        pass("after " + effect);
        return result;
    }

    /// Something that is done to a store or to the outside.
    @FunctionalInterface
    interface Effect<T> {
        T run() throws Throwable;
    }
}
