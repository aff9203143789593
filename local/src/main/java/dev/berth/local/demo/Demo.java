package dev.berth.local.demo;

import dev.berth.local.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        hidden = true,
        description = "Shows one session from its start to its diff.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    private final Invocation invocation;

    public Demo(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.dataFolder().exists() ? 0 : 1;
    }
}
