package dev.berth.supervisor.codex;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What codex calls a thread: taken up again where codex remembers one, else begun.
final class Conversation {
    private static final String EARLIER = """
            What follows was said in this session before. Since then its sandbox was made anew: the files are those that \
            sessions begin with, and what was changed in them is not there unless it was pushed. It is for you to know; \
            the message to act on comes after it.

            <earlier-transcript>
            %s
            </earlier-transcript>""";

    private final AgentContext context;
    private final CodexFolder folder;
    private volatile String thread = "";
    private String remembered = "";
    private @Nullable String toRead;

    Conversation(AgentContext context, CodexFolder folder) {
        this.context = context;
        this.folder = folder;
    }

    /// What was forgotten, if something was.
    Optional<Failure> open(AppServer server) throws CodexFailed, IOException, InterruptedException {
        var known = folder.thread(context.files());
        if (known.isPresent()) {
            try {
                thread = resume(server, known.get());
                return Optional.empty();
            } catch (CodexFailed e) {
                begin(server);
                return Optional.of(forgotten(e));
            }
        }
        begin(server);
        return Optional.empty();
    }

    String thread() {
        return thread;
    }

    List<Map<String, String>> input(String message) {
        return toRead == null ? List.of(text(message)) : List.of(text(EARLIER.formatted(toRead)), text(message));
    }

    /// Codex has taken its first message, and from then on can be reminded of it.
    void hasBegun() throws IOException, InterruptedException {
        toRead = null;
        if (!thread.equals(remembered)) {
            folder.remember(thread, context.files());
            remembered = thread;
        }
    }

    private void begin(AppServer server) throws CodexFailed, InterruptedException {
        toRead = context.manifest().earlierTranscript();
        thread = id(server, "thread/start", parameters());
    }

    private String resume(AppServer server, String known) throws CodexFailed, InterruptedException {
        var parameters = new HashMap<String, Object>(parameters());
        parameters.put("threadId", known);
        parameters.put("excludeTurns", true);
        return id(server, "thread/resume", parameters);
    }

    private static String id(AppServer server, String method, Map<String, ?> parameters)
            throws CodexFailed, InterruptedException {
        var answer = server.call(method, parameters, Deadline.in(CodexHost.ANSWERS_WITHIN));
        return Fields.name(answer.path("thread"), "id");
    }

    private Map<String, Object> parameters() {
        return Map.of(
                "cwd",
                context.workingDirectory().toString(),
                "approvalPolicy",
                "never",
                "sandbox",
                "danger-full-access");
    }

    private static Map<String, String> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Failure forgotten(CodexFailed why) {
        return new Failure(
                "agent_memory_lost",
                "Codex does not remember this session: %s".formatted(why.detail()),
                "Tell it again what it has to know",
                MustAct.CALLER);
    }
}
