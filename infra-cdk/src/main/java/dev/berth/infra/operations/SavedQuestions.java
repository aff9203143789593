package dev.berth.infra.operations;

import dev.berth.infra.settings.Installation;
import java.util.Locale;
import software.amazon.awscdk.services.logs.CfnQueryDefinition;
import software.constructs.Construct;

/// Each question, in the folder of this installation in the Logs Insights console.
final class SavedQuestions extends Construct {
    SavedQuestions(Construct scope, String id, Installation installation, SearchedLogs logs) {
        super(scope, id);
        for (var question : Question.values()) {
            CfnQueryDefinition.Builder.create(this, question.name().toLowerCase(Locale.ROOT))
                    .name(installation.name() + "/" + question.title())
                    .logGroupNames(logs.of(question))
                    .queryString(question.text())
                    .build();
        }
    }
}
