package dev.berth.http;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.berth.http.Problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The schemas of one OpenAPI document. Each is compiled when it is first needed, and once.
public final class Schemas {
    private static final String BASE = "https://berth.dev/openapi.json";
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new MaxUtf8BytesKeyword())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final SchemaRegistry registry;
    private final Schema document;

    Schemas(JsonNode document) {
        this.registry = SchemaRegistry.withDialect(
                DIALECT,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .locale(Locale.ENGLISH)
                        .formatAssertionsEnabled(true)
                        .preloadSchema(false)
                        .build()));
        this.document = registry.getSchema(SchemaLocation.of(BASE), document);
    }

    /// The check of a schema in the document that is no component: `$ref` leads to one, anything else stands alone.
    Check inline(JsonNode schema) {
        return new Check(() -> compile(schema));
    }

    public Check component(String name) {
        return at(List.of("components", "schemas", name));
    }

    /// The check of the schema that these names lead to from the document's root.
    public Check at(List<String> path) {
        return new Check(() -> compile(path));
    }

    private Schema compile(JsonNode schema) {
        var ref = schema.path("$ref").stringValue("");
        return ref.isEmpty()
                ? registry.getSchema(schema)
                : compile(List.of("components", "schemas", ref.substring(ref.lastIndexOf('/') + 1)));
    }

    private Schema compile(List<String> path) {
        var pointer = new NodePath(PathType.JSON_POINTER);
        for (var name : path) {
            pointer = pointer.append(name);
        }
        return document.getRefSchema(pointer);
    }

    /// What a node is, or what its `$ref` leads to.
    static JsonNode resolve(JsonNode document, JsonNode node) {
        var ref = node.path("$ref").stringValue("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    /// Checks values against one schema.
    public static final class Check {
        private final Supplier<Schema> compile;
        private volatile @Nullable Schema compiled;

        Check(Supplier<Schema> compile) {
            this.compile = compile;
        }

        public List<FieldError> errors(JsonNode value) {
            var schema = compiled;
            if (schema == null) {
                schema = compile.get();
                compiled = schema;
            }
            return schema.validate(value).stream().map(Check::fieldError).toList();
        }

        private static FieldError fieldError(Error error) {
            var place = error.getInstanceLocation();
            var property = error.getProperty();
            return new FieldError((property == null ? place : place.append(property)).toString(), error.getMessage());
        }
    }
}
