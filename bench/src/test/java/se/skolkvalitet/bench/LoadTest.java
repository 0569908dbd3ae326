package se.skolkvalitet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoadTest {
    private static final String OUTPUT = """
            Running 5s test @ http://localhost:1/body
              2 threads and 16 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    19.67ms   11.52ms 105.37ms   73.18%
                Req/Sec   412.20     51.50   520.00     70.00%
              Latency Distribution
                 50%  17.41ms
                 75%   24.63ms
                 90%   34.27ms
                 99%   1.06s
              4108 requests in 5.01s, 108.93MB read
            Requests/sec:    820.34
            Transfer/sec:     21.75MB
            """;

    @Test
    void isReadFromWhatWrkWrites() {
        Load load = Load.parse(OUTPUT);

        assertThat(load).isEqualTo(new Load(820.34, 17.41, 1060));
    }

    @Test
    void microsecondsAreReadAsPartsOfAMillisecond() {
        Load load = Load.parse(OUTPUT.replace("17.41ms", "410.00us"));

        assertThat(load.middle()).isEqualTo(0.41);
    }

    @Test
    void isRefusedWhereRequestsFailed() {
        String output = OUTPUT.replace("Requests/sec", "  Non-2xx or 3xx responses: 12\nRequests/sec");

        assertThatThrownBy(() -> Load.parse(output))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("12");
    }

    @Test
    void isRefusedWhereWrkSaidSomethingElse() {
        assertThatThrownBy(() -> Load.parse("unable to connect to localhost"))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("unable to connect");
    }
}
