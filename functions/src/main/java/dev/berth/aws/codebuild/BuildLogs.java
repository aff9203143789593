package dev.berth.aws.codebuild;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codebuild.model.Build;

/// The builds' logs in CloudWatch: the end of each, as much as one call answers with (1 MiB).
record BuildLogs(Supplier<CloudWatchLogsClient> client) {
    /// How CodeBuild begins the lines that it adds.
    private static final String OF_CODEBUILD = "[Container] ";

    String of(Build build) {
        var place = build.logs();
        if (place == null || place.groupName() == null || place.streamName() == null) {
            return "";
        }
        try {
            return client
                    .get()
                    .getLogEvents(request -> request.logGroupName(place.groupName())
                            .logStreamName(place.streamName())
                            .startFromHead(false))
                    .events()
                    .stream()
                    .map(OutputLogEvent::message)
                    .filter(line -> !line.startsWith(OF_CODEBUILD))
                    .collect(Collectors.joining());
        } catch (ResourceNotFoundException notYet) {
            return "";
        }
    }
}
