package dev.berth.sandbox;

import dev.berth.conversation.EarlierTranscript;
import dev.berth.profile.Draft;
import dev.berth.protocol.Manifest;
import java.util.List;

/// Tells a sandbox what it is to be.
public final class Manifests {
    private final String socketUrl;
    private final FlushPolicy flushPolicy;
    private final EarlierTranscript transcript;

    /// @param socketUrl where sandboxes open their WebSocket
    public Manifests(String socketUrl, FlushPolicy flushPolicy, EarlierTranscript transcript) {
        this.socketUrl = socketUrl;
        this.flushPolicy = flushPolicy;
        this.transcript = transcript;
    }

    public Manifest of(Sandbox sandbox) {
        var content = sandbox.content();
        var agent = content.agent();
        return new Manifest(
                sandbox.id(),
                sandbox.session().session(),
                sandbox.generation(),
                new Manifest.Agent(agent.runtime(), agent.model(), agent.options()),
                repositories(content),
                sandbox.repository(),
                content.environment(),
                sandbox.maxLifetime().toSeconds(),
                flushPolicy.withoutViewerMillis(),
                socketUrl,
                sandbox.generation() == 1 ? null : transcript.of(sandbox.session()));
    }

    /// A profile's repositories, as whoever clones them is told.
    public static List<Manifest.Repository> repositories(Draft content) {
        return content.repositories().stream()
                .map(repository -> new Manifest.Repository(
                        repository.id(), repository.url(), repository.path(), repository.branch(), repository.depth()))
                .toList();
    }
}
