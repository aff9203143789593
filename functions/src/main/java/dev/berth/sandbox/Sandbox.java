package dev.berth.sandbox;

import dev.berth.profile.Draft;
import dev.berth.session.SessionKey;
import dev.berth.session.WorkspaceArchive;
import dev.berth.snapshot.Artifact;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The record of one launch, written before it is made: everything that a repeated launch must do alike.
///
/// @param content of the profile's version, without its setup script: a sandbox never runs it
/// @param keepsWorkspace it is to outlive the sandbox
/// @param restores what the workspace begins with; absent when that is the snapshot alone
/// @param secretHash what the sandbox exchanged its bootstrap token for; absent before
/// @param bootedAt when it did
public record Sandbox(
        String id,
        SessionKey session,
        int run,
        int generation,
        Artifact artifact,
        Draft content,
        @Nullable String repository,
        Duration maxLifetime,
        boolean keepsWorkspace,
        @Nullable WorkspaceArchive restores,
        Instant createdAt,
        @Nullable String secretHash,
        @Nullable Instant bootedAt) {

    public SandboxRef ref() {
        return new SandboxRef(id, session, generation);
    }

    Sandbox exchanged(String hash, Instant now) {
        return new Sandbox(
                id,
                session,
                run,
                generation,
                artifact,
                content,
                repository,
                maxLifetime,
                keepsWorkspace,
                restores,
                createdAt,
                hash,
                now);
    }
}
