package dev.berth.local.bench;

import dev.berth.local.bench.live.Scene;
import dev.berth.local.bench.paper.ReferenceSession;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.docker.EngineAddress;
import dev.berth.local.docker.EngineProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures a session on this machine, and counts what one would cost on AWS.
@Command(name = "bench", hidden = true, description = "Measures sessions on this machine; see docs/performance.md.")
public final class Bench implements Callable<Integer> {
    private final Invocation invocation;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "target/bench.json",
            description = "Where the figures go as JSON. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("target/bench.json");

    public Bench(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        BenchMachine before = BenchMachine.now();
        List<Figure> figures = new ArrayList<>();
        try (Scene scene = Scene.open(Driver.process)) {
            scene.ofProcesses().forEach(measurement -> figures.addAll(take(measurement)));
        }
        if (EngineProbe.version(EngineAddress.find(System.getenv())).isPresent()) {
            invocation.terminal().note("Making a snapshot in a container; the first on an engine takes minutes…");
            try (Scene scene = Scene.open(Driver.docker)) {
                scene.ofContainers().forEach(measurement -> figures.addAll(take(measurement)));
            }
        } else {
            invocation.terminal().note("No container engine answers: containers are not measured.");
        }
        figures.addAll(take(new ReferenceSession()));
        Report report = new Report(invocation.clock().instant(), before, BenchMachine.now(), figures);
        Path file = invocation.folder().resolve(out);
        report.write(file);
        invocation.terminal().print(report.table(invocation.terminal().style()));
        invocation.terminal().printLine("The same as JSON: " + file);
        return ExitCode.DONE;
    }

    private List<Figure> take(Measurement measurement) {
        invocation.terminal().note(measurement.title() + "…");
        return measurement.take();
    }
}
