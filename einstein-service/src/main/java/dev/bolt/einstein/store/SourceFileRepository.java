package dev.bolt.einstein.store;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Reads which files are stored. */
interface SourceFileRepository extends Repository<SourceFileRow, String> {
    List<SourceFileRow> findByWorkspace(String workspace);
}
