package dev.berth.session;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/sessions/{session}/resume`.
///
/// @param workspace `fresh` to begin without what was kept
record ResumeCommand(@Nullable String workspace) {
    boolean isFresh() {
        return WorkspaceOrigin.FRESH.wireName().equals(workspace);
    }
}
