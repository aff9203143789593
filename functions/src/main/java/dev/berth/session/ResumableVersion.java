package dev.berth.session;

import dev.berth.snapshot.Startable;
import dev.berth.snapshot.StartableVersions;

/// Whether an ended session can begin another run: its version may have lost its snapshot, or be gone with its profile.
public final class ResumableVersion {
    private final StartableVersions versions;

    public ResumableVersion(StartableVersions versions) {
        this.versions = versions;
    }

    /// Asks nothing of a session that has not ended.
    ///
    /// @throws dev.berth.http.ProblemException 409 when it could not be started again
    void require(Session session) {
        if (!session.status().isEnded()) {
            return;
        }
        var spec = session.spec();
        switch (versions.find(session.key().organization(), spec.profile(), spec.version())) {
            case Startable.Ready _ -> {}
            case Startable.NotStartable(var reason, var detail, var remedy) ->
                throw SessionProblems.notStartable(reason.wireName(), detail, remedy);
            case Startable.Unknown(var detail) -> throw SessionProblems.versionGone(detail);
        }
    }
}
