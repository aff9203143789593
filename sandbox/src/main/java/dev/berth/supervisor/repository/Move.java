package dev.berth.supervisor.repository;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.util.Optional;

/// Files are brought from one commit to another, where nobody has changed them. What is changed or untracked stays as
/// it is.
///
/// @param branch empty for a submodule, which is on none
record Move(Shadow shadow, String from, String to, Optional<String> branch) {

    Move until(Deadline deadline) {
        return new Move(shadow.until(deadline), from, to, branch);
    }

    /// Whether it can be made, without making it.
    void check(Repository repository) throws IOException, InterruptedException, StaysBehind {
        shadow.run("update-index", "-q", "--refresh");
        var tried = shadow.run("read-tree", "-m", "-u", "--dry-run", from, to);
        if (!tried.succeeded()) {
            throw StaysBehind.inTheWay(repository, Git.complaint(tried));
        }
    }

    void make() throws IOException, InterruptedException {
        Git.text(shadow.run("read-tree", "-m", "-u", from, to));
        shadow.keepShallow();
        var own = new OwnFolder(shadow.git(), shadow.copy());
        if (branch.isPresent()) {
            own.moveBranch(branch.get(), to);
        } else {
            own.moveHead(to);
        }
    }
}
