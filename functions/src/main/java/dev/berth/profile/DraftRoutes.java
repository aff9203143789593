package dev.berth.profile;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import java.util.List;

/// `/v1/profiles/{profile}/draft` and its issues.
public final class DraftRoutes {
    private final Profiles profiles;
    private final Drafts drafts;
    private final SaveDraft saveDraft;
    private final DraftPolicies policies;

    public DraftRoutes(Profiles profiles, Drafts drafts, SaveDraft saveDraft, DraftPolicies policies) {
        this.profiles = profiles;
        this.drafts = drafts;
        this.saveDraft = saveDraft;
        this.policies = policies;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("GET /v1/profiles/{profile}/draft", Scope.READ, this::show),
                Endpoint.of("PUT /v1/profiles/{profile}/draft", Scope.PROFILES, this::save),
                Endpoint.of("GET /v1/profiles/{profile}/draft/issues", Scope.READ, this::issues));
    }

    private HttpResponse show(HttpRequest request, Caller caller) {
        return answer(draft(request, caller));
    }

    private HttpResponse save(HttpRequest request, Caller caller) {
        return answer(saveDraft.save(
                ProfilePath.profile(request, caller),
                request.json(Draft.class),
                request.header("if-match"),
                caller.actor()));
    }

    private HttpResponse issues(HttpRequest request, Caller caller) {
        var content = draft(request, caller).content();
        return HttpResponse.json(200, new Issues(DraftIssues.of(content, policies.of(caller.organization()))));
    }

    private SavedDraft draft(HttpRequest request, Caller caller) {
        var profile = profiles.get(ProfilePath.profile(request, caller));
        return drafts.get(profile.key());
    }

    private static HttpResponse answer(SavedDraft draft) {
        return HttpResponse.json(200, draft.content()).withHeader("etag", DraftTag.of(draft));
    }

    private record Issues(List<DraftIssue> items) {}
}
