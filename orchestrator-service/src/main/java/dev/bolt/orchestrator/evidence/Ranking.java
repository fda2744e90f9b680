package dev.bolt.orchestrator.evidence;

import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import java.util.List;

/**
 * What answers, best first.
 *
 * @param files the files, the best with score 1
 * @param evidence the spans, best first
 * @param anchored whether something the question names was found as a path, a frame, a definition or a rare string
 * @param similarity the best cosine similarity; negative if unknown
 * @param cover largest share of the question's words that one of the best three files has, 0 before {@link Grounding}
 */
public record Ranking(
        List<RankedFile> files, List<Evidence> evidence, boolean anchored, double similarity, double cover) {
    public Ranking {
        files = List.copyOf(files);
        evidence = List.copyOf(evidence);
    }
}
