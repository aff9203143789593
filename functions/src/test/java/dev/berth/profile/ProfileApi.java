package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.http.Dispatch;
import dev.berth.http.HttpResponse;
import dev.berth.http.Idempotency;
import dev.berth.http.RequestBuilder;
import dev.berth.http.Spec;
import dev.berth.organization.Caller;
import dev.berth.snapshot.SnapshotRoutes;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The part of the API that is about profiles, called as a client of the scene's organization would.
public final class ProfileApi {
    private static final Spec SPEC = Spec.load();

    private final Dispatch<Caller> dispatch;

    public ProfileApi(ProfileScene scene) {
        var idempotency = new Idempotency(scene.store, scene.clock);
        var endpoints = Stream.of(
                        new ProfileRoutes(scene.profiles, scene.createProfile, scene.deleteProfile, idempotency)
                                .endpoints(),
                        new DraftRoutes(scene.profiles, scene.drafts, scene.saveDraft, _ -> ProfileScene.POLICY)
                                .endpoints(),
                        new VersionRoutes(
                                        scene.profiles,
                                        scene.versions,
                                        scene.snapshots,
                                        scene.publishDraft,
                                        idempotency)
                                .endpoints(),
                        new SnapshotRoutes(
                                        scene.profiles,
                                        scene.versions,
                                        scene.snapshots,
                                        scene.builder,
                                        scene.refreshSnapshot,
                                        scene.cancelBuild)
                                .endpoints())
                .flatMap(List::stream)
                .toList();
        dispatch = new Dispatch<>(SPEC, (_, _) -> scene.caller, endpoints);
    }

    public HttpResponse call(RequestBuilder request) {
        return dispatch.answer(request.build());
    }

    /// Calls what has to end well.
    ///
    /// @param schema the contract's name of what the answer has to be
    public JsonNode call(int status, String schema, RequestBuilder request) {
        var answer = call(request);
        var body = json(answer);
        assertThat(answer.status()).as("%s", body).isEqualTo(status);
        assertThat(SPEC.schemas().component(schema).errors(body)).as("%s", body).isEmpty();
        return body;
    }

    /// Calls what has to be refused.
    ///
    /// @return status and code
    public String refusal(RequestBuilder request) {
        var problem = call(call(request).status(), "Problem", request);
        return problem.path("status").intValue() + " " + problem.path("code").stringValue();
    }

    public static JsonNode json(HttpResponse answer) {
        return Json.MAPPER.readTree(answer.body());
    }
}
