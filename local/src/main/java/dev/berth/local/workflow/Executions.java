package dev.berth.local.workflow;

import dev.berth.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The store of executions and of the definitions they run by. Each write is conditional on what was read.
final class Executions {
    /// How long the name of an ended execution stays taken, as long as Step Functions keeps it.
    static final Duration KEPT = Duration.ofDays(90);

    private static final String LIVE = "live";
    private static final String ENDED = "ended";
    private static final Map<String, String> NAME = Map.of("#name", "name");

    private final DynamoDbClient dynamo;

    Executions(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    void createTableIfAbsent() {
        ExecutionTable.createIfAbsent(dynamo);
    }

    /// Whether there was none of that name.
    boolean insert(Execution execution, Instant now) {
        return ifCondition(() -> dynamo.putItem(put -> put.tableName(ExecutionTable.NAME)
                .item(row(execution, now))
                .conditionExpression("attribute_not_exists(#name)")
                .expressionAttributeNames(NAME)));
    }

    /// Writes the next version, unless somebody did since the current one was read.
    Optional<Execution> replace(Execution current, Execution next, Instant now) {
        var written = next.atVersion(current.version() + 1);
        var replaced = ifCondition(() -> dynamo.putItem(put -> put.tableName(ExecutionTable.NAME)
                .item(row(written, now))
                .conditionExpression("version = :read")
                .expressionAttributeValues(Map.of(":read", number(current.version())))));
        return replaced ? Optional.of(written) : Optional.empty();
    }

    Optional<Execution> find(String name) {
        return row(name)
                .map(row -> Json.MAPPER.readValue(attribute(row, "execution").s(), Execution.class));
    }

    List<String> live() {
        return byStanding(LIVE).map(row -> attribute(row, "name").s()).toList();
    }

    /// Removes what ended long ago; the store itself may do so as well, by `expiresAt`.
    ///
    /// @return how many
    int removeExpired(Instant now) {
        var expired = byStanding(ENDED)
                .filter(row -> Long.parseLong(attribute(row, "expiresAt").n()) < now.getEpochSecond())
                .map(row -> attribute(row, "name"))
                .toList();
        expired.forEach(name -> dynamo.deleteItem(
                delete -> delete.tableName(ExecutionTable.NAME).key(Map.of("name", name))));
        return expired.size();
    }

    void keepDefinition(String hash, String source) {
        dynamo.putItem(put -> put.tableName(ExecutionTable.NAME)
                .item(Map.of("name", text(definitionName(hash)), "definition", text(source))));
    }

    String definition(String hash) {
        return row(definitionName(hash))
                .map(row -> attribute(row, "definition").s())
                .orElseThrow(() -> new IllegalStateException("The workflow definition " + hash + " is not stored."));
    }

    private static String definitionName(String hash) {
        return "definition:" + hash;
    }

    private Optional<Map<String, AttributeValue>> row(String name) {
        var answer = dynamo.getItem(get -> get.tableName(ExecutionTable.NAME)
                .key(Map.of("name", text(name)))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    private Stream<Map<String, AttributeValue>> byStanding(String standing) {
        return dynamo
                .queryPaginator(query -> query.tableName(ExecutionTable.NAME)
                        .indexName(ExecutionTable.BY_STANDING)
                        .keyConditionExpression("standing = :standing")
                        .expressionAttributeValues(Map.of(":standing", text(standing))))
                .items()
                .stream();
    }

    private static Map<String, AttributeValue> row(Execution execution, Instant now) {
        var row = new HashMap<>(Map.of(
                "name", text(execution.name()),
                "standing", text(execution.ended() ? ENDED : LIVE),
                "startedAt", number(execution.startedAt().toEpochMilli()),
                "version", number(execution.version()),
                "execution", text(Json.MAPPER.writeValueAsString(execution))));
        if (execution.ended()) {
            row.put("expiresAt", number(now.plus(KEPT).getEpochSecond()));
        }
        return row;
    }

    private static boolean ifCondition(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue attribute(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name), () -> "The row has no " + name);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
