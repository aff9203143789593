package dev.berth.local.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What a user typed, as one segment of a path or one value of a query.
final class Segment {
    private Segment() {}

    static String of(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
