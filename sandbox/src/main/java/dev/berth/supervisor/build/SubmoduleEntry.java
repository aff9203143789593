package dev.berth.supervisor.build;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a `.gitmodules` file says of one submodule.
///
/// @param wanted false when it says that nobody gets it unless he asks
public record SubmoduleEntry(String path, String url, boolean wanted) {
    public static final String FILE = ".gitmodules";

    /// For `git config --null`: its answer is what [#parse] reads.
    public static final List<String> QUERY = List.of("--null", "--get-regexp", "^submodule\\..*\\.(path|url|update)$");

    public static List<SubmoduleEntry> parse(String answer) {
        var named = new LinkedHashMap<String, Map<String, String>>();
        Stream.of(answer.split("\0")).map(entry -> entry.split("\n", 2)).forEach(entry -> {
            var dot = entry[0].lastIndexOf('.');
            if (entry.length == 2 && dot > 0) {
                named.computeIfAbsent(entry[0].substring(0, dot), _ -> new HashMap<>())
                        .put(entry[0].substring(dot + 1), entry[1]);
            }
        });
        return named.values().stream()
                .map(SubmoduleEntry::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SubmoduleEntry> of(Map<String, String> values) {
        var path = values.get("path");
        var url = values.get("url");
        return path == null || url == null
                ? Optional.empty()
                : Optional.of(new SubmoduleEntry(path, url, !"none".equals(values.get("update"))));
    }
}
