package dev.berth.local.bench;

import dev.berth.local.bench.live.Scene;
import dev.berth.local.bench.paper.ReferenceSession;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
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
        try (Scene scene = Scene.open()) {
            scene.measurements().forEach(measurement -> figures.addAll(take(measurement)));
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
