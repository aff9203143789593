package dev.berth.local.harness;

/// Plays the scenario once without a kill and prints every point passed.
final class Recording {
    private Recording() {}

    public static void main(String[] arguments) throws Exception {
        var root = java.nio.file.Files.createTempDirectory("berth-recording");
        var t = System.nanoTime();
        try (var child = new ControlPlaneChild(
                root, java.util.stream.Stream.of(arguments).map(Kill::parse).toList())) {
            new Scenario(child, HarnessRepository.in(root)).play();
            child.trace().all().forEach(System.out::println);
        }
        System.out.println((System.nanoTime() - t) / 1000000 + " ms");
        System.exit(0);
    }
}
