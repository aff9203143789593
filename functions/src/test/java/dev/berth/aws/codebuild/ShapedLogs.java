package dev.berth.aws.codebuild;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/// One log stream, as CloudWatch's model gives it.
final class ShapedLogs implements CloudWatchLogsClient {
    private final List<OutputLogEvent> events = new ArrayList<>();

    void say(String... lines) {
        for (var line : lines) {
            events.add(OutputLogEvent.builder().message(line).build());
        }
    }

    @Override
    public GetLogEventsResponse getLogEvents(GetLogEventsRequest request) {
        return GetLogEventsResponse.builder().events(events).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
