package dev.bolt.orchestrator.dispatch;

/** The ledger in a file. */
class SqliteHistoryTest extends HistoryKit {}
