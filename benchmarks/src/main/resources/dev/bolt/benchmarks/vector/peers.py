"""FAISS or hnswlib on the vectors that Bolt was measured with: a table row a setting.

Arguments: base file, questions file (float32, row by row), truth file (int32, k a question), dimension, which peer.
A question's cost is the processor time of one thread over a batch, which spares them Python's overhead.
"""
import sys, time
import numpy as np

base_file, questions_file, truth_file, dimension = sys.argv[1:4] + [int(sys.argv[4])]
base = np.fromfile(base_file, dtype=np.float32).reshape(-1, dimension)
questions = np.fromfile(questions_file, dtype=np.float32).reshape(-1, dimension)
truth = np.fromfile(truth_file, dtype=np.int32).reshape(len(questions), -1)
k = truth.shape[1]
big = len(base) >= 300_000


def recall(found):
    return sum(len(set(a) & set(b)) for a, b in zip(found, truth)) / truth.size


def row(name, built, search):
    """search(questions, threads) -> ids"""
    search(questions[:10], 1)
    costs, walls = [], []
    some = questions[:200] if big else questions
    for _ in range(1 if big else 3):
        began = time.process_time()
        search(some, 1)
        costs.append((time.process_time() - began) / len(some))
        began = time.perf_counter()
        found = search(questions, 2)
        walls.append((time.perf_counter() - began) / len(questions))
    print(f"| {name} | {recall(found):.3f} | {1 / min(costs):,.0f} | {1 / min(walls):,.0f} | {built} | | |", flush=True)


def timed(action):
    wall, cost = time.perf_counter(), time.process_time()
    action()
    return f"{time.perf_counter() - wall:.1f} s, {time.process_time() - cost:.1f} cpu-s"


def faiss_searching(index):
    import faiss

    def search(some, threads):
        faiss.omp_set_num_threads(threads)
        return index.search(some, k)[1]

    return search


def faiss_name():
    import faiss

    return "FAISS " + faiss.__version__


def faiss_flat():
    import faiss

    flat = faiss.IndexFlatIP(dimension)
    row(f"{faiss_name()} Flat, a batch", timed(lambda: flat.add(base)), faiss_searching(flat))


def faiss_ivf():
    import faiss

    lists = int(len(base) ** 0.5)
    ivf = faiss.IndexIVFFlat(faiss.IndexFlatIP(dimension), dimension, lists, faiss.METRIC_INNER_PRODUCT)
    sample = base[np.random.default_rng(42).choice(len(base), min(len(base), 40 * lists), replace=False)]
    faiss.omp_set_num_threads(2)
    built = timed(lambda: (ivf.train(sample), ivf.add(base)))
    for probes in (32, 64, 128) if big else (16, 32, 64, 128):
        ivf.nprobe = probes
        row(f"{faiss_name()} IVF{lists}, nprobe {probes}", built, faiss_searching(ivf))


def faiss_hnsw():
    import faiss

    graph = faiss.IndexHNSWFlat(dimension, 32, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = 200
    faiss.omp_set_num_threads(2)
    built = timed(lambda: graph.add(base))
    for breadth in (64, 128, 256):
        graph.hnsw.efSearch = breadth
        row(f"{faiss_name()} HNSW32, efSearch {breadth}", built, faiss_searching(graph))


def hnswlib():
    import hnswlib

    graph = hnswlib.Index(space="ip", dim=dimension)
    graph.init_index(max_elements=len(base), ef_construction=200, M=32)
    built = timed(lambda: graph.add_items(base, num_threads=2))
    for breadth in (64, 128, 256):
        graph.set_ef(breadth)
        row(f"hnswlib M 32, ef {breadth}", built, lambda some, threads: graph.knn_query(some, k, num_threads=threads)[0])


try:
    globals()[sys.argv[5].replace("-", "_")]()
except ImportError as missing:
    print(f"| (skipped: {missing}) | | | | | | |", flush=True)
