package dev.berth.profile;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.http.Idempotency;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import dev.berth.snapshot.Snapshot;
import dev.berth.snapshot.Snapshots;
import dev.berth.store.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `/v1/profiles/{profile}/versions` and `…/versions/{version}`.
public final class VersionRoutes {
    private final Profiles profiles;
    private final Versions versions;
    private final Snapshots snapshots;
    private final PublishDraft publishDraft;
    private final Idempotency idempotency;

    public VersionRoutes(
            Profiles profiles,
            Versions versions,
            Snapshots snapshots,
            PublishDraft publishDraft,
            Idempotency idempotency) {
        this.profiles = profiles;
        this.versions = versions;
        this.snapshots = snapshots;
        this.publishDraft = publishDraft;
        this.idempotency = idempotency;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("POST /v1/profiles/{profile}/versions", Scope.PROFILES, this::publish),
                Endpoint.of("GET /v1/profiles/{profile}/versions", Scope.READ, this::list),
                Endpoint.of("GET /v1/profiles/{profile}/versions/{version}", Scope.READ, this::show));
    }

    private HttpResponse publish(HttpRequest request, Caller caller) {
        return idempotency.once(request, caller, recorder -> {
            var published = publishDraft.publish(
                    caller,
                    ProfilePath.profile(request, caller),
                    (transaction, publication) -> recorder.record(transaction, published(publication)));
            return published(published);
        });
    }

    private static HttpResponse published(Published published) {
        return HttpResponse.json(published.isNew() ? 202 : 200, VersionView.of(published));
    }

    private HttpResponse list(HttpRequest request, Caller caller) {
        var profile = profiles.get(ProfilePath.profile(request, caller));
        var page = versions.page(profile.key(), request.page());
        var built = snapshots(page);
        return HttpResponse.json(200, page.map(version -> VersionView.of(version, null, built.get(version.key()))));
    }

    /// One read for the whole page: versions have no gaps, newest first.
    private Map<VersionKey, Snapshot> snapshots(Page<ProfileVersion> page) {
        if (page.items().isEmpty()) {
            return Map.of();
        }
        return snapshots
                .between(page.items().getLast().key(), page.items().getFirst().key())
                .stream()
                .collect(Collectors.toMap(Snapshot::version, Function.identity()));
    }

    private HttpResponse show(HttpRequest request, Caller caller) {
        var key = ProfilePath.version(request, caller);
        profiles.get(key.profile());
        var version = versions.get(key);
        return HttpResponse.json(200, VersionView.of(version, versions.getContent(key), snapshots.get(key)));
    }
}
