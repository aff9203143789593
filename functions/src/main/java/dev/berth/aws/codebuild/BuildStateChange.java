package dev.berth.aws.codebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Detail of the event `CodeBuild Build State Change`, as far as Berth reads it.
public record BuildStateChange(
        @JsonProperty("build-status") String status,
        @JsonProperty("additional-information") @Nullable Information information) {

    public record Information(@Nullable Environment environment) {}

    public record Environment(
            @JsonProperty("environment-variables") @Nullable List<Variable> variables) {}

    public record Variable(String name, @Nullable String value) {}

    public boolean hasEnded() {
        return !status.equals("IN_PROGRESS");
    }

    /// Whose build it is; empty for one that somebody else started.
    public Optional<String> build() {
        if (information == null
                || information.environment() == null
                || information.environment().variables() == null) {
            return Optional.empty();
        }
        return information.environment().variables().stream()
                .filter(variable -> variable.name().equals(CodeBuilds.BUILD))
                .map(Variable::value)
                .findFirst();
    }
}
