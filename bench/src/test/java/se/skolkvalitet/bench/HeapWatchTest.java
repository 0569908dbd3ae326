package se.skolkvalitet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapWatchTest {
    @Test
    void whatIsKeptIsAllOfTheHeapButNewObjects() {
        String metrics = """
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 1.17E8
                jvm_memory_used_bytes{area="heap",id="G1 Survivor Space"} 1500000.0
                jvm_memory_used_bytes{area="heap",id="G1 Old Gen"} 8.0E7
                jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 7.4E7
                jvm_memory_max_bytes{area="heap",id="G1 Old Gen"} 2.68435456E8
                """;

        assertThat(HeapWatch.kept(metrics)).isEqualTo(81.5);
    }
}
