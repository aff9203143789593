package dev.berth.lambda;

import dev.berth.aws.ministack.Ministack;
import dev.berth.event.Json;
import dev.berth.function.DeployedVariables;
import dev.berth.function.UnrehearsedApi;
import dev.berth.store.BerthTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Runs every packaged function as Lambda runs it: a real event, an oversized one, a malformed one, the real one again.
/// Then it measures how fast they start beside a function that does nothing, and counts what they load.
public final class LambdaCheck {
    private static final int RUNS = 3;

    private final Package unpacked;
    private final Package hello;
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private LambdaCheck(Package unpacked, Package hello, Map<String, String> environment) {
        this.unpacked = unpacked;
        this.hello = hello;
        this.environment = environment;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "lambda-check");
        var unpacked = Package.unpack(Path.of("target/berth-functions.zip"), folder.resolve("berth"));
        unpacked.add(UnrehearsedApi.class);
        var hello = new Package(folder.resolve("hello"));
        hello.add(HelloFunction.class);
        if (!isFaultless(unpacked, hello)) {
            System.exit(1);
        }
    }

    private static boolean isFaultless(Package unpacked, Package hello) throws IOException, InterruptedException {
        var aws = new Ministack();
        aws.start();
        try {
            prepare(aws);
            var check = new LambdaCheck(unpacked, hello, environment(aws));
            check.run();
            check.report();
            return check.faults.isEmpty();
        } finally {
            aws.stop();
        }
    }

    private static void prepare(Ministack aws) {
        aws.client(DynamoDbClient.builder()).createTable(BerthTable.createRequest("berth"));
        aws.client(S3Client.builder().forcePathStyle(true)).createBucket(request -> request.bucket("berth-objects"));
    }

    private static Map<String, String> environment(Ministack aws) {
        var variables = new HashMap<>(DeployedVariables.ALL);
        variables.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        variables.put("BERTH_SOCKETS_ENDPOINT", aws.endpoint().toString());
        return variables;
    }

    private void run() throws IOException, InterruptedException {
        for (var handler : HandlerCases.all()) {
            check(handler);
        }
        figures.put("helloMillis", measured(hello, HelloFunction.class.getName(), List.of(), runtimeClient()));
        figures.put("apiMillis", measured(unpacked, HandlerCases.api().handler(), List.of(), runtimeClient()));
        figures.put(
                "apiWithoutRehearsalMillis",
                measured(unpacked, UnrehearsedApi.class.getName(), List.of(), runtimeClient()));
        ownJvm();
        classes("on-demand");
        classes("snap-start");
        figures.put("packageKiB", Files.size(Path.of("target/berth-functions.zip")) / 1024);
        figures.put("librariesKiB", unpacked.sizes());
    }

    private void check(HandlerCase handler) throws IOException, InterruptedException {
        try (var function =
                new FunctionProcess(unpacked.root(), handler.handler(), environment, List.of(), runtimeClient())) {
            function.initMillis();
            expect(handler, "its event", handler.answered().test(function.call(handler.real())));
            var oversized = function.call(handler.oversized());
            var isHttp = !oversized.failed() && oversized.body().contains("statusCode");
            expect(
                    handler,
                    "an oversized event",
                    isHttp && handler.handler().contains("Api")
                            ? oversized.body().contains("\"statusCode\":4")
                            : handler.answered().test(oversized));
            expect(
                    handler,
                    "a malformed event",
                    function.call(handler.malformed()).failed() == handler.readsItsEvent());
            expect(handler, "its event again", handler.answered().test(function.call(handler.real())));
            expect(handler, "living on", function.isAlive());
        } catch (IllegalStateException failure) {
            faults.add(handler.handler() + ": " + failure.getMessage());
        }
    }

    private void expect(HandlerCase handler, String what, boolean asExpected) {
        System.out.printf("%-45s %-20s %s%n", handler.handler(), what, asExpected ? "ok" : "WRONG");
        if (!asExpected) {
            faults.add(handler.handler() + " with " + what);
        }
    }

    /// Medians, of a package and handler.
    private Start measured(Package of, String handler, List<String> jvm, String classPath)
            throws IOException, InterruptedException {
        var event = HandlerCases.api().real();
        var starts = new ArrayList<Start>();
        for (int i = 0; i < RUNS; i++) {
            try (var function = new FunctionProcess(of.root(), handler, environment, jvm, classPath)) {
                var init = function.initMillis();
                starts.add(new Start(init, function.callMillis(event), function.callMillis(event)));
            }
        }
        return Start.median(starts);
    }

    /// What a JVM of our own would gain, whose ahead-of-time cache holds our classes.
    private void ownJvm() throws IOException, InterruptedException {
        var cache = unpacked.root().resolveSibling("berth.aot");
        var classPath =
                unpacked.classPath(Path.of("target/functions-0.1.0.jar").toAbsolutePath()) + ":" + runtimeClient();
        var handler = HandlerCases.api().handler();
        var empty = new Package(Files.createDirectories(unpacked.root().resolveSibling("empty")));
        try (var function = new FunctionProcess(
                empty.root(), handler, environment, List.of("-XX:AOTCacheOutput=" + cache), classPath)) {
            function.initMillis();
            function.call(HandlerCases.api().real());
        }
        if (Files.exists(cache)) {
            figures.put("ownJvmWithCacheMillis", measured(empty, handler, List.of("-XX:AOTCache=" + cache), classPath));
            figures.put("cacheKiB", Files.size(cache) / 1024);
        }
    }

    /// How many classes are loaded before the first event, and how many by it.
    private void classes(String initialization) throws IOException, InterruptedException {
        var log = unpacked.root().resolveSibling("classes-" + initialization + ".log");
        var variables = new HashMap<>(environment);
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
        var options = List.of("-Xlog:class+load:file=" + log + ":none:filecount=0");
        try (var function = new FunctionProcess(
                unpacked.root(), HandlerCases.api().handler(), variables, options, runtimeClient())) {
            function.initMillis();
            var before = Files.readAllLines(log).size();
            function.call(HandlerCases.api().real());
            var later = Files.readAllLines(log).stream().skip(before).toList();
            figures.put("classes " + initialization, Map.of("init", before, "firstEvent", later.size()));
            expectNothingNew(
                    initialization, later.stream().filter(LambdaCheck::isOurs).toList());
            if (initialization.equals("snap-start") && !function.wasRestored()) {
                faults.add("The hooks around the snapshot did not run");
            }
        }
    }

    /// What the rehearsals are for.
    private void expectNothingNew(String initialization, List<String> loaded) {
        if (!loaded.isEmpty()) {
            faults.add("The first request after %s loads %s".formatted(initialization, loaded));
        }
    }

    /// Not what the JVM makes of expressions as it meets them.
    private static boolean isOurs(String loaded) {
        return (loaded.startsWith("dev.berth") || loaded.startsWith("software.amazon")) && !loaded.contains("$$Lambda");
    }

    private void report() throws IOException {
        figures.put("faults", faults);
        Files.writeString(
                Path.of("target/lambda-check.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        var reference = Objects.requireNonNull((Start) figures.get("helloMillis"));
        figures.forEach((name, figure) -> {
            System.out.println(name + ": " + figure);
            if (figure instanceof Start start && !start.equals(reference)) {
                System.out.println("   beside hello: " + start.beside(reference));
            }
        });
    }

    /// Lambda's runtime client and what it needs, from this process' own class path.
    private static String runtimeClient() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("aws-lambda-java-") || entry.contains("utils-lite"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// In milliseconds: until the first event is asked for, then the first answer, then the second.
    record Start(double init, double firstAnswer, double secondAnswer) {
        static Start median(List<Start> starts) {
            return new Start(
                    median(starts.stream().mapToDouble(Start::init).toArray()),
                    median(starts.stream().mapToDouble(Start::firstAnswer).toArray()),
                    median(starts.stream().mapToDouble(Start::secondAnswer).toArray()));
        }

        String beside(Start other) {
            return "init %.1f times, first answer %.1f times, both together %.1f times"
                    .formatted(
                            init / other.init,
                            firstAnswer / other.firstAnswer,
                            (init + firstAnswer) / (other.init + other.firstAnswer));
        }

        private static double median(double[] values) {
            Arrays.sort(values);
            return values[values.length / 2];
        }
    }
}
