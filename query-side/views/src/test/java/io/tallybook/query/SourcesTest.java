package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.source.PullFault;
import io.tallybook.query.source.SourceObjectView;
import io.tallybook.query.source.SourcePullView;
import io.tallybook.query.source.SourceQueries;
import io.tallybook.query.source.SourceView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Named sources as people see them. */
class SourcesTest extends ViewsTest {
    @Autowired
    SourceQueries sources;

    @Test
    void showsASourceItsPullsNewestFirstAndWhatEachTook() {
        SampleSource sample = new SampleSource(new Told(store), "tank-farm").pulls();
        seen();

        SourceView view = sources.source(sample.source).orElseThrow();
        assertThat(view.definition()).isEqualTo(SampleSource.http(120));
        assertThat(view.version()).isEqualTo(3);
        assertThat(view.pausedReason()).isEqualTo("gone for repair");
        assertThat(view.watermark()).isEqualTo("11");
        assertThat(view.askedAt()).isEqualTo(SampleSource.AT.plusSeconds(9));
        assertThat(view.failing()).isFalse();
        assertThat(sources.sources()).contains(view);

        Page<SourcePullView> first = sources.pulls(sample.source, new PageRequest(2, null));
        assertThat(first.rows()).extracting(pull -> pull.pull().value()).containsExactly("tank-farm/3", "tank-farm/2");
        assertThat(first.rows().getFirst().counts()).isNull();
        SourcePullView failed = first.rows().getLast();
        assertThat(failed.fault()).isEqualTo(PullFault.UNREADABLE);
        assertThat(failed.sentence()).isEqualTo("The answer is no JSON.");
        assertThat(failed.answer()).isEqualTo(Sha256.of("answer"));
        SourcePullView whole = sources.pulls(sample.source, new PageRequest(2, first.next()))
                .rows()
                .getFirst();
        assertThat(whole.counts()).isEqualTo(SampleSource.COUNTS.plus(SampleSource.COUNTS));
        assertThat(sources.objects(sample.source, whole.pull()))
                .extracting(SourceObjectView::watermark)
                .containsExactly("5", null);
    }
}
