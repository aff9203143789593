package dev.berth.local.up;

import dev.berth.local.data.DataFolder;
import dev.berth.local.docker.DockerHost;
import dev.berth.local.docker.DockerSandboxDriver;
import dev.berth.local.docker.DockerSnapshotBuilder;
import dev.berth.local.docker.Engine;
import dev.berth.local.docker.EngineAddress;
import dev.berth.local.driver.SandboxFolders;
import dev.berth.local.driver.SnapshotFolders;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.supervisor.program.SupervisorClassPath;
import java.io.IOException;
import java.security.SecureRandom;

/// Sandboxes that are containers.
record DockerSubstrate(DockerHost host, DockerSandboxDriver driver, DockerSnapshotBuilder builder)
        implements Substrate {
    private static final RepositoryUrlPolicy REPOSITORY_URLS = new RepositoryUrlPolicy(
            false, true, "Use an https:// URL, or file:///path/to/repository; a container has a loopback of its own.");

    @Override
    public void recover() {
        builder.recover();
        driver.recover();
    }

    @Override
    public void close() {
        driver.close();
        builder.close();
        host.close();
    }

    record OnEngine(DataFolder folder, DockerHost host) implements Kind {
        /// What Docker Desktop calls this machine inside its virtual one.
        private static final String DESKTOP = "host.docker.internal";

        static OnEngine open(DataFolder folder, EngineAddress address, SecureRandom random) throws IOException {
            var installation = Installation.in(folder.installationFile(), random);
            return new OnEngine(
                    folder, new DockerHost(Engine.at(address), installation, SupervisorClassPath.ofThisProcess()));
        }

        @Override
        public SandboxAddress address(int port) throws IOException {
            return host.gateway()
                    .map(gateway -> SandboxAddress.door(gateway, port))
                    .orElseGet(() -> SandboxAddress.named(DESKTOP, port));
        }

        @Override
        public boolean takesAnyImage() {
            return true;
        }

        @Override
        public RepositoryUrlPolicy repositoryUrls() {
            return REPOSITORY_URLS;
        }

        @Override
        public Substrate open(SandboxObserver sandboxes, SnapshotObserver snapshots) throws IOException {
            return new DockerSubstrate(
                    host,
                    new DockerSandboxDriver(
                            host, new SandboxFolders(folder.sandboxes().toRealPath()), sandboxes),
                    new DockerSnapshotBuilder(
                            host, new SnapshotFolders(folder.snapshots().toRealPath()), snapshots));
        }
    }
}
