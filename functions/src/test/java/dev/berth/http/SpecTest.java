package dev.berth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.profile.Draft;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SpecTest {
    private static final Spec SPEC = Spec.load();
    private static final JsonNode DOCUMENT = Json.MAPPER.readTree(SPEC.json());

    private static final Set<String> FREE_FORM = Set.of("options", "connections");

    static Stream<JsonNode> operations() {
        return DOCUMENT.path("paths").valueStream().flatMap(path -> path.propertyStream()
                .filter(entry -> !entry.getKey().equals("parameters"))
                .map(Map.Entry::getValue));
    }

    static Stream<String> schemasWithExample() {
        return DOCUMENT.at("/components/schemas")
                .propertyStream()
                .filter(entry -> entry.getValue().has("example"))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("schemasWithExample")
    void everyExampleIsWhatItsSchemaSays(String name) {
        var example = DOCUMENT.at("/components/schemas/" + name + "/example");

        assertThat(SPEC.schemas().component(name).errors(example)).isEmpty();
    }

    @Test
    void everySchemaCanBeCompiled() {
        for (var name : DOCUMENT.at("/components/schemas").propertyNames()) {
            SPEC.schemas().component(name).errors(Json.MAPPER.createObjectNode());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : DOCUMENT.findValuesAsString("$ref")) {
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void everyComponentIsUsed() {
        var used = new HashSet<>(DOCUMENT.findValuesAsString("$ref"));
        for (var kind : List.of("schemas", "parameters", "responses", "requestBodies")) {
            for (var name : DOCUMENT.at("/components/" + kind).propertyNames()) {
                assertThat(used).contains("#/components/" + kind + "/" + name);
            }
        }
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhatItDoes() {
        var names = operations()
                .map(operation -> operation.path("operationId").stringValue())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.path("summary").stringValue()).isNotBlank();
            assertThat(operation.path("tags").size()).isEqualTo(1);
        });
    }

    @Test
    void everyErrorThatIsDocumentedNamesItsCodes() {
        var problem = "#/components/schemas/Problem";
        assertThat(operations())
                .allSatisfy(operation -> operation.path("responses").forEachEntry((status, response) -> {
                    var resolved = Schemas.resolve(DOCUMENT, response);
                    if (status.startsWith("4") || status.equals("default")) {
                        assertThat(resolved.path("x-problem-codes").size())
                                .as(status)
                                .isPositive();
                        assertThat(resolved.at("/content/application~1problem+json/schema/$ref")
                                        .stringValue())
                                .isEqualTo(problem);
                    }
                }));
    }

    @Test
    void whatClientsSendIsClosedToUnknownFields() {
        var bodies = operations()
                .filter(operation ->
                        !operation.path("tags").get(0).stringValue().equals("sandbox"))
                .map(operation -> Schemas.resolve(DOCUMENT, operation.path("requestBody")))
                .map(body -> Schemas.resolve(DOCUMENT, body.at("/content/application~1json/schema")))
                .filter(schema -> !schema.isMissingNode())
                .toList();

        assertThat(bodies).isNotEmpty().allSatisfy(schema -> assertThat(isClosed(schema))
                .isTrue());
    }

    @Test
    void aDraftsDefaultsAreThoseOfTheDocument() {
        var written = (ObjectNode) Json.MAPPER.valueToTree(Draft.EMPTY);
        var documented = Json.MAPPER.createObjectNode();
        DOCUMENT.at("/components/schemas/Draft/properties").forEachEntry((name, schema) -> {
            var fallback = Schemas.resolve(DOCUMENT, schema).path("default");
            if (!fallback.isMissingNode()) {
                documented.set(name, fallback);
            }
        });
        ((ObjectNode) documented.path("agent")).putObject("options");

        assertThat(Json.MAPPER.readValue(documented.toString(), Draft.class)).isEqualTo(Draft.EMPTY);
        assertThat(documented.propertyNames()).containsAll(written.propertyNames());
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.path("maxProperties").intValue(-1) == 0 || !isOpenSomewhere(schema);
    }

    /// Whether an object in it, but for the free-form ones, lets unknown fields pass.
    private static boolean isOpenSomewhere(JsonNode schema) {
        var resolved = Schemas.resolve(DOCUMENT, schema);
        var isOpen = resolved.has("properties")
                && resolved.path("additionalProperties").booleanValue(true);
        return isOpen
                || resolved.path("properties")
                        .propertyStream()
                        .filter(property -> !FREE_FORM.contains(property.getKey()))
                        .map(Map.Entry::getValue)
                        .map(property -> property.path("items").isObject() ? property.path("items") : property)
                        .anyMatch(SpecTest::isOpenSomewhere);
    }
}
