package dev.berth.profile;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.http.Idempotency;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/v1/profiles` and `/v1/profiles/{profile}`.
public final class ProfileRoutes {
    private final Profiles profiles;
    private final CreateProfile createProfile;
    private final DeleteProfile deleteProfile;
    private final Idempotency idempotency;

    public ProfileRoutes(
            Profiles profiles, CreateProfile createProfile, DeleteProfile deleteProfile, Idempotency idempotency) {
        this.profiles = profiles;
        this.createProfile = createProfile;
        this.deleteProfile = deleteProfile;
        this.idempotency = idempotency;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("POST /v1/profiles", Scope.PROFILES, this::create),
                Endpoint.of("GET /v1/profiles", Scope.READ, this::list),
                Endpoint.of("GET /v1/profiles/{profile}", Scope.READ, this::show),
                Endpoint.of("DELETE /v1/profiles/{profile}", Scope.PROFILES, this::delete));
    }

    private HttpResponse create(HttpRequest request, Caller caller) {
        var wanted = request.json(NewProfile.class);
        return idempotency.once(request, caller, recorder -> {
            var profile = createProfile.create(
                    caller,
                    wanted.name(),
                    wanted.description(),
                    (transaction, created) -> recorder.record(transaction, created(created)));
            return created(profile);
        });
    }

    private static HttpResponse created(Profile profile) {
        return HttpResponse.json(201, ProfileView.of(profile))
                .withHeader("location", "/v1/profiles/" + profile.key().profile());
    }

    private HttpResponse list(HttpRequest request, Caller caller) {
        var page = profiles.page(caller.organization(), request.page());
        return HttpResponse.json(200, page.map(ProfileView::of));
    }

    private HttpResponse show(HttpRequest request, Caller caller) {
        return HttpResponse.json(200, ProfileView.of(profiles.get(ProfilePath.profile(request, caller))));
    }

    private HttpResponse delete(HttpRequest request, Caller caller) {
        deleteProfile.delete(ProfilePath.profile(request, caller));
        return HttpResponse.empty(204);
    }

    private record NewProfile(String name, @Nullable String description) {}
}
