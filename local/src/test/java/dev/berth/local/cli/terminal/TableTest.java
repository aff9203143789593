package dev.berth.local.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAligned() {
        String text = new Table("ID", "NAME").row("1", "a").row("1000", "bb").text(Style.PLAIN);
        assertThat(text).isEqualTo("""
                ID    NAME
                1     a
                1000  bb
                """);
    }

    @Test
    void aCellStaysOnItsLineAndSendsNothing() {
        assertThat(new Table("T").row("two\nlines\u001b[2J").text(Style.PLAIN)).isEqualTo("T\ntwo␊lines␛[2J\n");
    }

    @Test
    void aLongCellIsCut() {
        assertThat(new Table("T").row("x".repeat(200)).text(Style.PLAIN))
                .endsWith("x…\n")
                .hasSizeLessThan(64);
    }
}
