package dev.berth.local.workflow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;

/// How an execution stands. Between two signals it waits in a task or is over.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Standing.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Standing.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Standing.Succeeded.class, name = "succeeded"),
    @JsonSubTypes.Type(value = Standing.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Standing.Aborted.class, name = "aborted")
})
public sealed interface Standing {
    sealed interface Ended extends Standing {}

    record Created() implements Standing {}

    record Waiting(Visit visit, Wait reason) implements Standing {}

    record Succeeded(JsonNode output) implements Ended {}

    record Failed(String error, String cause) implements Ended {}

    record Aborted(String cause) implements Ended {}
}
