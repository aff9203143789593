package dev.berth.lambda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Starts functions again and again, in turns, so that whatever else the machine does slows all of them alike.
final class Starts {
    private static final int ROUNDS = 5;

    private final Map<String, String> environment;
    private final byte[] event;

    Starts(Map<String, String> environment, byte[] event) {
        this.environment = environment;
        this.event = event;
    }

    /// What is started, and how.
    ///
    /// @param jvm further options
    record Candidate(String name, Package of, String handler, List<String> jvm, String classPath) {}

    /// Medians, by the candidates' names.
    Map<String, Start> of(List<Candidate> candidates) throws IOException, InterruptedException {
        var all = new LinkedHashMap<String, List<Start>>();
        for (int i = 0; i < ROUNDS; i++) {
            for (var candidate : candidates) {
                all.computeIfAbsent(candidate.name(), _ -> new ArrayList<>()).add(start(candidate));
            }
        }
        var medians = new LinkedHashMap<String, Start>();
        all.forEach((name, starts) -> medians.put(name, Start.median(starts)));
        return medians;
    }

    private Start start(Candidate candidate) throws IOException, InterruptedException {
        try (var function = new FunctionProcess(
                candidate.of().root(), candidate.handler(), environment, candidate.jvm(), candidate.classPath())) {
            return new Start(function.initMillis(), function.callMillis(event), function.callMillis(event));
        }
    }
}
