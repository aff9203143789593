package dev.berth.local.cli.api;

import dev.berth.local.cli.CommandFailure;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Decides which control plane a client command talks to: `BERTH_URL` and `BERTH_API_KEY`, else the data folder.
public record AddressLookup(Map<String, String> environment, DataFolder dataFolder) {

    public Address address() {
        URI url = parsed(url().orElseThrow(this::noControlPlane));
        return new Address(url, apiKey(url.toString()).orElseThrow(() -> noKey(url)));
    }

    private Optional<String> url() {
        return setting("BERTH_URL").or(dataFolder::url);
    }

    /// The key in the data folder belongs to the control plane of that folder and is shown to no other.
    private Optional<String> apiKey(String url) {
        return setting("BERTH_API_KEY")
                .or(() -> dataFolder.url().equals(Optional.of(url)) ? dataFolder.adminKey() : Optional.empty());
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static URI parsed(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for a URL of another kind
        }
        throw new CommandFailure(
                "'%s' is not the URL of a control plane.".formatted(url),
                "Set BERTH_URL to one like http://127.0.0.1:8080.");
    }

    private CommandFailure noControlPlane() {
        return new CommandFailure(
                "No control plane is known here: BERTH_URL is not set and %s has no url.".formatted(dataFolder.path()),
                "Start one with 'berth up', or set BERTH_URL and BERTH_API_KEY.");
    }

    private CommandFailure noKey(URI url) {
        return new CommandFailure(
                "There is no API key for %s.".formatted(url), "Set BERTH_API_KEY to a key of that control plane.");
    }
}
