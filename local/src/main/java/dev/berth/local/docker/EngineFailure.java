package dev.berth.local.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.berth.event.Json;
import tools.jackson.core.JacksonException;

/// What the engine says when it refuses something.
final class EngineFailure {
    private EngineFailure() {}

    /// Its words, out of the JSON that they come in.
    static String words(DockerException failure) {
        var said = String.valueOf(failure.getMessage());
        var json = said.indexOf('{');
        try {
            return json < 0
                    ? said
                    : Json.MAPPER
                            .readTree(said.substring(json))
                            .path("message")
                            .asString(said)
                            .strip();
        } catch (JacksonException plainText) {
            return said;
        }
    }
}
