package dev.berth.snapshot;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import dev.berth.profile.ProfilePath;
import dev.berth.profile.Profiles;
import dev.berth.profile.VersionKey;
import dev.berth.profile.Versions;
import java.util.List;

/// `/v1/profiles/{profile}/versions/{version}/snapshot`.
public final class SnapshotRoutes {
    private static final String PATH = "/v1/profiles/{profile}/versions/{version}/snapshot";

    private final Profiles profiles;
    private final Versions versions;
    private final Snapshots snapshots;
    private final SnapshotBuilder builder;
    private final RefreshSnapshot refreshSnapshot;
    private final CancelBuild cancelBuild;

    public SnapshotRoutes(
            Profiles profiles,
            Versions versions,
            Snapshots snapshots,
            SnapshotBuilder builder,
            RefreshSnapshot refreshSnapshot,
            CancelBuild cancelBuild) {
        this.profiles = profiles;
        this.versions = versions;
        this.snapshots = snapshots;
        this.builder = builder;
        this.refreshSnapshot = refreshSnapshot;
        this.cancelBuild = cancelBuild;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("GET " + PATH, Scope.READ, this::show),
                Endpoint.of("POST " + PATH, Scope.PROFILES, this::refresh),
                Endpoint.of("DELETE " + PATH, Scope.PROFILES, this::cancel));
    }

    private HttpResponse show(HttpRequest request, Caller caller) {
        var snapshot = snapshots.get(version(request, caller));
        var log = builder.log(snapshot.build().id());
        return HttpResponse.json(200, SnapshotView.withLog(snapshot, log));
    }

    private HttpResponse refresh(HttpRequest request, Caller caller) {
        var version = version(request, caller);
        var refreshed = refreshSnapshot.refresh(version, versions.getContent(version));
        return HttpResponse.json(202, SnapshotView.of(refreshed));
    }

    private HttpResponse cancel(HttpRequest request, Caller caller) {
        var cancelled = cancelBuild.cancel(version(request, caller));
        return HttpResponse.json(200, SnapshotView.of(cancelled));
    }

    /// Of a profile that is there: a deleted one's versions are still rows for a while.
    private VersionKey version(HttpRequest request, Caller caller) {
        var version = ProfilePath.version(request, caller);
        profiles.get(version.profile());
        return version;
    }
}
