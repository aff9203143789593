package dev.berth.local.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one control plane that all of them share: it starts with the first and is stopped after the last.
final class SharedBerth implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningBerth.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedBerth.class))
                .getOrComputeIfAbsent(RunningBerth.class, _ -> start(), RunningBerth.class);
    }

    private static RunningBerth start() {
        try {
            return RunningBerth.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
