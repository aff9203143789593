package dev.berth.local.cli.api;

import java.net.URI;

/// Where a control plane listens, and the API key to show there.
public record Address(URI url, String apiKey) {
    public URI at(String path) {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
