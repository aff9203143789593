import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plays the control plane of one short session, so that the supervisor's JVM writes its ahead-of-time cache.
///
/// Run while the image is built: `java Rehearsal.java`, beside the file `jvm.options`.
final class Rehearsal {
    private static final Path BERTH = Path.of("/opt/berth");
    private static final Path FOLDER = Path.of("/tmp/rehearsal/sandbox");
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final int MINUTES = 3;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private long acknowledged;
    private boolean taken;
    private boolean ended;

    private Rehearsal() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        writeArguments();
        makeRepository();
        var rehearsal = new Rehearsal();
        var supervisor = rehearsal.supervisor();
        if (!supervisor.waitFor(MINUTES, TimeUnit.MINUTES)) {
            supervisor.destroyForcibly();
        }
        if (!Files.exists(BERTH.resolve("supervisor.aot"))) {
            System.err.println("No cache was made; supervisors start slower without");
        }
        System.exit(rehearsal.ended ? 0 : 1);
    }

    private Process supervisor() throws IOException {
        var command = new ArrayList<>(List.of(BERTH.resolve("jre/bin/java").toString()));
        command.addAll(Files.readAllLines(Path.of("/tmp/rehearsal/jvm.options")));
        // making the cache takes more memory than using it
        command.addAll(List.of("-Xmx256m", "-XX:MaxMetaspaceSize=256m", "-XX:ReservedCodeCacheSize=64m"));
        command.addAll(List.of("-XX:AOTCacheOutput=" + BERTH.resolve("supervisor.aot"), "-cp", classPath()));
        command.addAll(List.of("dev.berth.supervisor.Main", "--folder", FOLDER.toString()));
        command.addAll(List.of("--agent-uid", "7000", "--tools", BERTH.resolve("tools").toString()));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("BERTH_CONTROL_PLANE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        builder.environment().put("BERTH_BOOTSTRAP_TOKEN", "rehearsal");
        builder.environment().put("BERTH_SANDBOX", "sbx_rehearsal");
        return builder.start();
    }

    /// What a JVM is started with that is to use the cache: `java @/opt/berth/java.args <main class> …`.
    private static void writeArguments() throws IOException {
        var arguments = new ArrayList<>(Files.readAllLines(Path.of("/tmp/rehearsal/jvm.options")));
        arguments.add("-XX:AOTCache=" + BERTH.resolve("supervisor.aot"));
        arguments.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-cp", classPath()));
        Files.write(BERTH.resolve("java.args"), arguments);
    }

    /// In the order that it will have: the cache is good for that one only.
    private static String classPath() throws IOException {
        try (var jars = Files.list(BERTH.resolve("lib"))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    private static void makeRepository() throws IOException, InterruptedException {
        var repository = Files.createDirectories(FOLDER.resolve("workspace/app"));
        Files.createDirectories(FOLDER.resolve("home"));
        Files.writeString(repository.resolve("file"), "one\n");
        var made = new ProcessBuilder(
                        "sh",
                        "-c",
                        "git init -q . && git add . && git -c user.name=r -c user.email=r@r commit -qm r"
                                + " && chown -R 7000:7000 ../../workspace ../../home")
                .directory(repository.toFile())
                .inheritIO()
                .start();
        made.waitFor();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            var answer = answer(path, body).getBytes(StandardCharsets.UTF_8);
            var status = answer.length == 0 ? 204 : path.endsWith("/turns") ? 201 : 200;
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized String answer(String path, String body) {
        return switch (path) {
            case "/sandbox/v1/bootstrap" -> """
                    {"sandbox": "sbx_rehearsal", "session": "ses_rehearsal", "generation": 1,
                     "agent": {"runtime": "shell", "options": {}},
                     "repositories": [{"id": "app", "url": "file:///nowhere", "path": "app"}], "repository": "app",
                     "environment": {"A": "b"}, "maxLifetimeSeconds": 600, "flushAfterMillis": 50,
                     "socketUrl": "ws://127.0.0.1:%d/nothing"}""".formatted(server.getAddress().getPort());
            case "/sandbox/v1/turns" -> turn();
            case "/sandbox/v1/batches" -> {
                var number = NUMBER.matcher(body);
                acknowledged = number.find() ? Long.parseLong(number.group(1)) : acknowledged;
                ended = ended || body.contains("turn.ended");
                yield state();
            }
            case "/sandbox/v1/uploads" -> "{\"url\": \"/objects/diff\", \"reference\": \"/diff\"}";
            case "/objects/diff" -> "{}";
            default -> state();
        };
    }

    private String turn() {
        if (taken) {
            return "";
        }
        taken = true;
        return """
                {"turn": "trn_1", "message": "msg_1", "text": "seq 300; echo two >> file; echo x > new; sleep 1",
                 "mode": "queue"}""";
    }

    private String state() {
        return "{\"acknowledgedBatch\": %d, \"flushAfterMillis\": 50, \"queuedMessages\": %d, \"stop\": %b}"
                .formatted(acknowledged, taken ? 0 : 1, ended);
    }
}
