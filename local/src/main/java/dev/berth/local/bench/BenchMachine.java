package dev.berth.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What the figures were taken on.
///
/// @param loadAverage of the last minute: above the number of processors, others were at work
record BenchMachine(String system, String java, int processors, long memoryMiB, double loadAverage) {
    static BenchMachine now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new BenchMachine(
                system.getName() + " " + system.getArch(),
                Runtime.version().toString(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                system.getSystemLoadAverage());
    }
}
