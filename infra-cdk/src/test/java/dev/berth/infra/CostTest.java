package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.infra.price.Bill;
import dev.berth.infra.price.CountedSession;
import dev.berth.infra.price.MonthlyPrice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an installation costs a month, printed line by line.
@Tag("node")
final class CostTest {
    private static final int FREE_DASHBOARDS = 3;

    @Test
    void anIdleInstallationCostsNoMoreThanADollar() {
        var bill = IdleBill.of(Synthesis.of(Synthesis.DEFAULTS), FREE_DASHBOARDS);
        print("An idle month, in an account with a free dashboard left", bill);
        assertThat(bill.dollars()).isLessThanOrEqualTo(1.0);
    }

    @Test
    void aDashboardBeyondTheFreeOnesIsTheOnlyThingThatCostsMore() {
        var templates = Synthesis.of(Synthesis.DEFAULTS);
        var bill = IdleBill.of(templates, 0);
        assertThat(bill.dollars() - IdleBill.of(templates, FREE_DASHBOARDS).dollars())
                .isEqualTo(MonthlyPrice.DASHBOARD.of(1));
    }

    @Test
    void aNatGatewayIsSeen() {
        var bill = IdleBill.of(Synthesis.of(Synthesis.PRIVATE), FREE_DASHBOARDS);
        print("An idle month with private sandboxes", bill);
        assertThat(bill.dollars()).isGreaterThan(MonthlyPrice.NAT_GATEWAY.of(1));
    }

    @Test
    void aBusyAccountPaysForSandboxesNotForTheControlPlane() {
        var bill = BusyMonth.of(IdleBill.of(Synthesis.of(Synthesis.DEFAULTS), FREE_DASHBOARDS), CountedSession.read());
        print("A busy month: 5 connections, 10 versions, 100 sessions a day", bill);
        assertThat(bill.dollars() - bill.of(BusyMonth.SANDBOXES)).isLessThan(bill.of(BusyMonth.SANDBOXES) / 3);
    }

    private static void print(String title, Bill bill) {
        System.out.printf("%s:%n%s", title, bill);
    }
}
