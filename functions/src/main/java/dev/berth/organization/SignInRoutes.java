package dev.berth.organization;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import java.util.List;

/// `/v1/sign-in`: a browser shows an API key once, and is known by a cookie then.
public final class SignInRoutes {
    private final ApiKeys keys;
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final SameOrigin sameOrigin;

    public SignInRoutes(ApiKeys keys, SignIns signIns, String baseUrl) {
        this.keys = keys;
        this.signIns = signIns;
        this.cookie = new SignInCookie(baseUrl);
        this.sameOrigin = new SameOrigin(baseUrl);
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.open("POST /v1/sign-in", this::signIn), Endpoint.open("DELETE /v1/sign-in", this::signOut));
    }

    private HttpResponse signIn(HttpRequest request) {
        sameOrigin.refuseElsewhere(request);
        var key = keys.bySecret(request.json(Showing.class).key());
        return HttpResponse.empty(204).withHeader("set-cookie", cookie.keep(signIns.start(key)));
    }

    private HttpResponse signOut(HttpRequest request) {
        sameOrigin.refuseElsewhere(request);
        cookie.token(request).ifPresent(signIns::end);
        return HttpResponse.empty(204).withHeader("set-cookie", cookie.remove());
    }

    record Showing(String key) {}
}
