package dev.berth.local.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Network.Ipam;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bridge network that sandboxes are in. They reach this machine at its gateway's address, and not each other.
final class SandboxNetwork {
    static final String NAME = "berth";

    private static final Map<String, String> APART = Map.of("com.docker.network.bridge.enable_icc", "false");

    private final Engine engine;
    private @Nullable Ipam addresses;

    SandboxNetwork(Engine engine) {
        this.engine = engine;
    }

    /// Makes the network if it is not there; made again it has the addresses it had.
    synchronized Ipam ensure() {
        var found = find().or(this::create).or(this::find).orElseThrow().getIpam();
        addresses = found;
        return found;
    }

    /// The gateway's address, where it is one of this machine's: with an engine in a virtual machine it is not.
    synchronized Optional<InetAddress> localGateway() throws IOException {
        for (var configuration : ensure().getConfig()) {
            if (configuration.getGateway() != null) {
                var gateway = InetAddress.ofLiteral(configuration.getGateway());
                return Optional.of(gateway).filter(SandboxNetwork::isOurs);
            }
        }
        return Optional.empty();
    }

    private Optional<Network> find() {
        try {
            return Optional.of(
                    engine.calls().inspectNetworkCmd().withNetworkId(NAME).exec());
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    private Optional<Network> create() {
        try {
            var command = engine.calls()
                    .createNetworkCmd()
                    .withName(NAME)
                    .withDriver("bridge")
                    .withCheckDuplicate(true)
                    .withOptions(APART);
            if (addresses != null) {
                command.withIpam(addresses);
            }
            command.exec();
        } catch (ConflictException madeMeanwhile) {
            // Found next.
        }
        return find();
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException failure) {
            return false;
        }
    }
}
