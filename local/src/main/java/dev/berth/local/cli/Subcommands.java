package dev.berth.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only groups others.
abstract sealed class Subcommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the " + spec.name() + ".");
    }

    @Command(name = "profile", description = "What sandboxes are made of: make, edit and publish it.")
    static final class OfProfiles extends Subcommands {}

    @Command(name = "session", description = "Start sessions, watch and steer them.")
    static final class OfSessions extends Subcommands {}

    @Command(name = "aws", description = "What only somebody with AWS credentials may tell an installation.")
    static final class OfAws extends Subcommands {}
}
