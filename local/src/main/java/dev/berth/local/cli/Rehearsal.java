package dev.berth.local.cli;

import com.sun.net.httpserver.HttpServer;
import dev.berth.local.cli.terminal.Style;
import dev.berth.local.cli.terminal.Terminal;
import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.UpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// What the launcher runs once after a build, so that the JVM notes in its ahead-of-time cache what client commands
/// need: a few of them against a server of its own that gives the same answer to everything.
final class Rehearsal {
    private static final String ANSWER = """
            {"id": "ses_1", "status": "stopped", "name": "demo", "profile": "ses_1", "lastEventSeq": 2,
             "createdAt": "2026-01-01T00:00:00Z", "items": [
               {"id": "ses_1", "name": "demo", "seq": 1, "type": "command.output", "at": "2026-01-01T00:00:00Z",
                "generation": 1, "actor": {"kind": "agent"}, "data": {"stream": "stdout", "text": "hello"},
                "status": "stopped"},
               {"id": "ses_2", "name": "x", "seq": 2, "type": "session.status", "at": "2026-01-01T00:00:00Z",
                "generation": 1, "actor": {"kind": "berth"}, "data": {"status": "stopped"}, "status": "stopped"}]}""";
    private static final List<String> COMMANDS =
            List.of("session list", "session show ses_1", "session watch ses_1", "profile list --json", "run --help");

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Map<String, String> environment =
                Map.of("BERTH_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "BERTH_API_KEY", "rehearsal");
        COMMANDS.forEach(command -> CommandTree.of(invocation(environment), Rehearsal::noControlPlane)
                .execute(command.split(" ", -1)));
        System.exit(0);
    }

    private static ControlPlaneLauncher.Running noControlPlane(UpSettings settings) {
        throw new IllegalStateException("a rehearsal starts no control plane");
    }

    private static Invocation invocation(Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Style.COLOUR, true);
        return new Invocation(environment, Path.of(""), null, Clock.systemUTC(), terminal);
    }
}
