package dev.bolt.einstein.web;

import dev.bolt.api.einstein.SimilarityAnswer;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityBatch;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.einstein.query.SimilaritySearcher;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link SimilarityApi} over HTTP. */
@RestController
class SimilarityController implements SimilarityApi {
    private final SimilaritySearcher searcher;

    SimilarityController(SimilaritySearcher searcher) {
        this.searcher = searcher;
    }

    @Override
    public List<SimilarityAnswer> similarBatch(SimilarityBatch batch) {
        return searcher.similar(batch);
    }

    @Override
    public SimilarityResult similar(SimilarityQuery query) {
        return searcher.similar(query);
    }
}
