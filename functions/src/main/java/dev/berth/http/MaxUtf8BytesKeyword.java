package dev.berth.http;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// `x-max-utf8-bytes`: a text that becomes a file or a process argument. `maxLength` counts characters, which says
/// little of its size; and no file name, argument or script can have a NUL.
final class MaxUtf8BytesKeyword extends AbstractKeyword {
    MaxUtf8BytesKeyword() {
        super("x-max-utf8-bytes");
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode limit, Schema parent, SchemaContext context) {
        return new Validator(this, limit, location, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator {
        private final int maxBytes;

        Validator(Keyword keyword, JsonNode limit, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, limit, location, parent, context);
            this.maxBytes = limit.intValue();
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
            if (!value.isString()) {
                return;
            }
            var text = value.stringValue();
            if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
                refuse(execution, place, "must be at most " + maxBytes + " bytes of UTF-8");
            }
            if (text.indexOf('\0') >= 0) {
                refuse(execution, place, "must not contain a NUL character");
            }
        }

        private void refuse(ExecutionContext execution, NodePath place, String message) {
            execution.addError(error().instanceLocation(place)
                    .evaluationPath(execution.getEvaluationPath())
                    .message(message)
                    .build());
        }
    }
}
