package dev.berth.local.up;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/// Where sandboxes find the control plane.
///
/// @param door where only sandboxes are answered; absent when they come to where clients do
record SandboxAddress(URI url, Optional<InetSocketAddress> door) {
    private static final String SOCKET = "/sandbox/v1/socket";

    /// Where clients find it too.
    static SandboxAddress loopback(int port) {
        return new SandboxAddress(LocalControlPlane.urlOf(port), Optional.empty());
    }

    /// A name that leads to this machine's loopback from where the sandboxes are.
    static SandboxAddress named(String host, int port) {
        return new SandboxAddress(URI.create("http://%s:%d".formatted(host, port)), Optional.empty());
    }

    /// An address of this machine that only sandboxes reach.
    static SandboxAddress door(InetAddress address, int port) {
        var door = new InetSocketAddress(address, port);
        return new SandboxAddress(named(address.getHostAddress(), port).url(), Optional.of(door));
    }

    URI socketUrl() {
        return URI.create("ws" + url.toString().substring("http".length()) + SOCKET);
    }
}
