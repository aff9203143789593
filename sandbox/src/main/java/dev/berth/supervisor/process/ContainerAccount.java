package dev.berth.supervisor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account of the container that the supervisor is in, as root: the container ends with the supervisor, and the
/// supervisor's own files are not that account's to read.
///
/// The programs that switch to it are Berth's, with their own loader and libraries: those of the image may be anything.
///
/// @param uid of the account, and of its group
/// @param tools where Berth's programs are
public record ContainerAccount(int uid, Path tools) implements Confinement {
    /// What the agent's account is called.
    public static final String AGENT = "agent";

    private static final int ROOT = 0;
    private static final long INIT = 1;

    @Override
    public boolean confines() {
        return true;
    }

    @Override
    public List<String> wrap(List<String> command) {
        var wrapped = new ArrayList<>(List.of(tool("tini"), "-s", "--"));
        if (uid != ROOT) {
            wrapped.addAll(List.of(tool("loader"), "--library-path", tools.toString(), tool("setpriv")));
            wrapped.addAll(List.of("--reuid", account(), "--regid", account(), "--clear-groups"));
            wrapped.addAll(List.of("--inh-caps=-all", "--no-new-privs", "--"));
        }
        wrapped.addAll(command);
        return wrapped;
    }

    @Override
    public boolean adopts() {
        return true;
    }

    /// All that is started descends from the supervisor. What is a child of the container's first process instead has
    /// lost its tree.
    @Override
    public void endStrays() throws InterruptedException {
        var self = ProcessHandle.current();
        var init = self.parent().filter(parent -> parent.pid() == INIT);
        if (init.isPresent()) {
            ProcessTree.killUntilNone(() -> init.get()
                    .children()
                    .filter(process -> !process.equals(self) && isOurs(process))
                    .flatMap(stray -> Stream.concat(Stream.of(stray), stray.descendants()))
                    .filter(ProcessTree::isRunning)
                    .collect(Collectors.toSet()));
        }
    }

    @Override
    public void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    /// Repositories of the machine are mounted, and belong to somebody else than who reads them.
    @Override
    public Path gitConfiguration() {
        return tools.resolve("gitconfig");
    }

    private boolean isOurs(ProcessHandle process) {
        return ProcessStat.account(process.pid()).stream().anyMatch(account -> account == uid);
    }

    private String tool(String name) {
        return tools.resolve(name).toString();
    }

    private String account() {
        return Integer.toString(uid);
    }
}
