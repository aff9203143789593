package dev.berth.profile;

import dev.berth.profile.DraftPolicy.Platform;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a draft asks for and this installation does not have.
final class PlatformIssues {
    private PlatformIssues() {}

    static Stream<DraftIssue> of(Draft draft, Platform platform) {
        return Stream.of(baseImage(draft.baseImage(), platform), connections(draft), network(draft.network(), platform))
                .flatMap(issues -> issues);
    }

    private static Stream<DraftIssue> baseImage(String baseImage, Platform platform) {
        return baseImage.equals("default") || platform.customBaseImages()
                ? Stream.empty()
                : Stream.of(new DraftIssue(
                        "/baseImage",
                        "base_image_unavailable",
                        "Sandboxes here are not started from images, so '%s' cannot be used.".formatted(baseImage),
                        "Use 'default', and install what you need in the setup script."));
    }

    private static Stream<DraftIssue> connections(Draft draft) {
        return IntStream.range(0, draft.connections().size())
                .mapToObj(index -> new DraftIssue(
                        "/connections/" + index,
                        "connections_unavailable",
                        "This release of Berth has no connections.",
                        "Remove the entry; a sandbox reaches what needs no secret without one."));
    }

    private static Stream<DraftIssue> network(String network, Platform platform) {
        return network.equals("restricted") && !platform.gatewayForced()
                ? Stream.of(new DraftIssue(
                        "/network",
                        "network_not_restrictable",
                        "Nothing here can keep a sandbox from the open network, so 'restricted' would be a false promise.",
                        "Use 'open', or run Berth where sandboxes are forced through the egress gateway."))
                : Stream.empty();
    }
}
