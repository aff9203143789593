package dev.berth.conversation;

import org.jspecify.annotations.Nullable;

/// Tells a sandbox to ask for news. It may not arrive: the sandbox asks by itself now and then.
@FunctionalInterface
public interface SandboxWaker {
    /// @param sandbox `sbx_…`; nothing happens without one
    void wake(@Nullable String sandbox);
}
