package dev.berth.local.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.Json;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Scope SCOPE =
            new Scope(Json.MAPPER.readTree("""
                    {"input": {"n": 3, "big": 12345678901234, "half": 0.5, "nothing": null, "text": "a'b",
                               "list": [1, 2], "yes": true}}"""), Map.of("kept", Json.MAPPER.readTree("{\"x\": null}")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "$states.input.n                           | 3",
                "$states.input.big                         | 12345678901234",
                "$states.input.half + 1.5                  | 2",
                "$states.input.n / 2                       | 1.5",
                "$states.input.nothing                     | null",
                "$states.input.nothing = null              | true",
                "$states.input.text & '!'                  | \"a'b!\"",
                "$states.input.list                        | [1,2]",
                "$states.input.list[0]                     | 1",
                "$states.input                             | {\"n\":3,\"big\":12345678901234,\"half\":0.5,\"nothing\":null,\"text\":\"a'b\",\"list\":[1,2],\"yes\":true}",
                "$states.input.yes and $states.input.n > 2 | true",
                "$states.input.yes ? 'y' : 'n'             | \"y\"",
                "$exists($states.input.none)               | false",
                "$kept                                     | {\"x\":null}",
                "$kept.x                                   | null",
                "$max([$states.input.n, 181])              | 181",
                "$merge([$kept, {'y': 1}])                 | {\"x\":null,\"y\":1}",
                "{'a': $states.input.none}                 | {}",
                "null                                      | null",
                "'$eval(1)'                                | \"$eval(1)\"",
            })
    void anExpressionHasTheValueThatStepFunctionsGivesIt(String source, String json) {
        assertThat(new Expression(source).evaluate(SCOPE).toString()).isEqualTo(json);
        assertThat(ExpressionRules.violations(new Expression(source), Set.of("kept")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$states.input.none",
                "$states.none.deeper",
                "$states.input.text + 1",
                "$number('x')",
                "$sum",
                "[1, $sum]",
                "$states.input.list[7]",
                "$unknown(1)",
            })
    void anExpressionThatFailsOrHasNoJsonValueIsAnError(String source) {
        assertThatThrownBy(() -> new Expression(source).evaluate(SCOPE))
                .isInstanceOf(QueryEvaluationException.class)
                .hasMessageContaining(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "$eval('1')                          | calls $eval",
                "$pad('x', 200000000)                | calls $pad",
                "$uuid()                             | calls $uuid",
                "$now()                              | calls $now",
                "$random()                           | calls $random",
                "$states.input ~> $eval              | uses $eval",
                "$map([1], $string)                  | calls $map",
                "$forgotten + 1                      | uses $forgotten",
                "($x := 'a'; $x & $x)                | an assignment",
                "(function($x) {$x})(1)              | a lambda",
                "[1..10000000]                       | a range",
                "$contains('aaaa', /(a+)+b/)         | a pattern",
                "1 +                                 | is not JSONata",
            })
    void whatIsNotBoundedOrNotAlikeInTheCloudIsRefused(String source, String problem) {
        assertThat(ExpressionRules.violations(new Expression(source), Set.of()))
                .anySatisfy(violation -> assertThat(violation).contains(problem));
    }
}
