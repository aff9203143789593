package dev.berth.local.bench.paper;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A published profile to start from.
record PaperProfile(String id) {
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);

    static PaperProfile publish(PaperControlPlane controlPlane) {
        String id = post(controlPlane, "POST /v1/profiles", "/v1/profiles", Map.of("name", "bench"))
                .path("id")
                .asString();
        String versions = "/v1/profiles/%s/versions".formatted(id);
        post(controlPlane, "POST /v1/profiles/{profile}/versions", versions, null);
        awaitSnapshot(controlPlane, versions + "/1/snapshot");
        controlPlane.buildSettled.await();
        return new PaperProfile(id);
    }

    String start(PaperControlPlane controlPlane) {
        return post(controlPlane, "POST /v1/sessions", "/v1/sessions", Map.of("profile", id, "task", "Mend the test."))
                .path("id")
                .asString();
    }

    private static void awaitSnapshot(PaperControlPlane controlPlane, String path) {
        long limit = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(controlPlane, path)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The snapshot on paper was not ready");
            }
        }
    }

    private static boolean isReady(PaperControlPlane controlPlane, String path) {
        return controlPlane
                .api
                .request("GET /v1/profiles/{profile}/versions/{version}/snapshot", path, controlPlane.key.text(), null)
                .path("status")
                .asString()
                .equals("ready");
    }

    private static JsonNode post(PaperControlPlane controlPlane, String routeKey, String path, @Nullable Object body) {
        return controlPlane.api.request(routeKey, path, controlPlane.key.text(), body);
    }
}
