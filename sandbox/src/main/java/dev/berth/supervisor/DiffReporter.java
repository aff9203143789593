package dev.berth.supervisor;

import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.process.Deadline;

interface DiffReporter {
    void report(Deadline deadline) throws GenerationEnded, InterruptedException;
}
