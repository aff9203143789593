package dev.berth.lambda;

import dev.berth.aws.ministack.Ministack;
import dev.berth.event.Json;
import dev.berth.function.DeployedVariables;
import dev.berth.function.UnrehearsedApi;
import dev.berth.lambda.Starts.Candidate;
import dev.berth.lambda.plain.PlainApi;
import dev.berth.lambda.plain.PlainPackage;
import dev.berth.session.LogSubject;
import dev.berth.store.BerthTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Runs every packaged function as Lambda runs it: a real event, an oversized one, a malformed one, the real one again.
/// Then it measures how fast they start beside a function that does nothing and beside one without any care for its
/// start, and counts what they load.
public final class LambdaCheck {
    private static final String HELLO = "hello";
    private static final String PLAIN = "plain";
    private static final String SHIPPED = "api";

    private final Package unpacked;
    private final Package hello;
    private final Package plain;
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private LambdaCheck(Package unpacked, Package hello, Package plain, Map<String, String> environment) {
        this.unpacked = unpacked;
        this.hello = hello;
        this.plain = plain;
        this.environment = environment;
    }

    public static void main(String[] arguments) throws Exception {
        Files.deleteIfExists(FunctionProcess.LOG.toPath());
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "lambda-check");
        var unpacked = Package.unpack(Path.of("target/berth-functions.zip"), folder.resolve("berth"));
        unpacked.add(UnrehearsedApi.class);
        var hello = new Package(folder.resolve("hello"));
        hello.add(HelloFunction.class);
        var plain = new Package(folder.resolve("plain"));
        for (var type : PlainPackage.CLASSES) {
            plain.add(type);
        }
        PlainPackage.copyLibraries(plain.root().resolve("lib"));
        System.exit(isFaultless(unpacked, hello, plain) ? 0 : 1);
    }

    private static boolean isFaultless(Package unpacked, Package hello, Package plain) throws Exception {
        var aws = new Ministack();
        aws.start();
        try (var rows = new LoopbackDynamoDb()) {
            prepare(aws, rows);
            var check = new LambdaCheck(unpacked, hello, plain, environment(aws, rows));
            check.run();
            check.report();
            return check.faults.isEmpty();
        } finally {
            aws.stop();
        }
    }

    private static void prepare(Ministack aws, LoopbackDynamoDb rows) {
        aws.client(DynamoDbClient.builder(), rows.endpoint()).createTable(BerthTable.createRequest("berth"));
        aws.client(S3Client.builder().forcePathStyle(true)).createBucket(request -> request.bucket("berth-objects"));
    }

    private static Map<String, String> environment(Ministack aws, LoopbackDynamoDb rows) {
        var variables = new HashMap<>(DeployedVariables.ALL);
        variables.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", rows.endpoint().toString());
        variables.put("BERTH_SOCKETS_ENDPOINT", aws.endpoint().toString());
        return variables;
    }

    private void run() throws IOException, InterruptedException {
        for (var handler : HandlerCases.all()) {
            check(handler);
        }
        checkLog();
        checkPlain();
        starts();
        classes("on-demand");
        classes("snap-start");
        figures.put("packageKiB", Files.size(Path.of("target/berth-functions.zip")) / 1024);
        figures.put("librariesKiB", unpacked.sizes());
    }

    private void starts() throws IOException, InterruptedException {
        var api = HandlerCases.api();
        var candidates = new ArrayList<>(List.of(
                new Candidate(HELLO, hello, HelloFunction.class.getName(), List.of(), runtimeClient()),
                new Candidate(PLAIN, plain, PlainApi.class.getName(), List.of(), runtimeClient()),
                new Candidate(SHIPPED, unpacked, api.handler(), List.of(), runtimeClient()),
                new Candidate(
                        "apiWithoutRehearsal", unpacked, UnrehearsedApi.class.getName(), List.of(), runtimeClient())));
        ownJvm().ifPresent(candidates::add);
        var starts = new Starts(environment, api.real()).of(candidates);
        var nothing = Objects.requireNonNull(starts.get(HELLO));
        var careless = Objects.requireNonNull(starts.get(PLAIN));
        starts.forEach((name, start) -> figures.put(name + "Millis", start));
        starts.forEach((name, start) -> figures.put(name + " beside hello", start.beside(nothing)));
        starts.forEach((name, start) -> figures.put("plain beside " + name, careless.beside(start)));
    }

    /// The step function was asked to settle a session that is not there: what it logs of that names the session.
    private void checkLog() throws IOException {
        var session = Json.MAPPER.readTree(HandlerCases.aws("step-settle")).path("session");
        var isNamed = Files.readAllLines(FunctionProcess.LOG.toPath()).stream()
                .filter(line -> line.startsWith("{\"timestamp\""))
                .map(Json.MAPPER::readTree)
                .anyMatch(line -> line.path("level").asString("").equals("ERROR")
                        && line.path(LogSubject.SESSION).equals(session));
        if (!isNamed) {
            faults.add("No log line of the step function has the field " + LogSubject.SESSION);
        }
    }

    /// Else it would be compared with something that fails.
    private void checkPlain() throws IOException, InterruptedException {
        var plainApi = new HandlerCase(
                PlainApi.class.getName(),
                HandlerCases.api().event(),
                HandlerCases.api().answered());
        try (var function =
                new FunctionProcess(plain.root(), plainApi.handler(), environment, List.of(), runtimeClient())) {
            function.initMillis();
            expect(plainApi, "the same event", plainApi.answered().test(function.call(plainApi.real())));
        }
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
                    (isHttp && handler.handler().contains("Api"))
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

    /// What a JVM of our own would gain, whose ahead-of-time cache holds our classes. Empty when none could be made.
    private Optional<Candidate> ownJvm() throws IOException, InterruptedException {
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
        if (!Files.exists(cache)) {
            return Optional.empty();
        }
        figures.put("cacheKiB", Files.size(cache) / 1024);
        return Optional.of(
                new Candidate("ownJvmWithCache", empty, handler, List.of("-XX:AOTCache=" + cache), classPath));
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
        figures.forEach((name, figure) -> System.out.println(name + ": " + figure));
    }

    /// Lambda's runtime client and what it needs, from this process' own class path.
    private static String runtimeClient() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("aws-lambda-java-") || entry.contains("utils-lite"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
