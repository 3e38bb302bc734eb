/** One text a version of the schema, oldest first. A released one never changes; a new one is added at the end. */
export const schema: readonly string[] = [
  `
  CREATE TABLE events (
    stream TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, cause TEXT NOT NULL, by TEXT, event TEXT NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (stream, seq)
  ) STRICT;
  CREATE INDEX events_by_cause ON events (stream, cause, seq);

  CREATE TABLE streams (
    stream TEXT PRIMARY KEY, version INTEGER NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
    kind TEXT NOT NULL, body TEXT, due_at INTEGER, open INTEGER NOT NULL, waiting_on TEXT NOT NULL
  ) STRICT;
  CREATE INDEX streams_due ON streams (due_at, stream) WHERE due_at IS NOT NULL;
  CREATE INDEX streams_of_body ON streams (kind, body, open);
  CREATE INDEX streams_of_kind ON streams (kind, stream);
  CREATE INDEX streams_moved ON streams (at);

  CREATE TABLE waiting (person TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (person, stream)) STRICT, WITHOUT ROWID;
  CREATE INDEX waiting_of_stream ON waiting (stream);

  CREATE TABLE texts (
    stream TEXT NOT NULL, ref TEXT NOT NULL, key TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (stream, ref)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE outbox (
    key TEXT PRIMARY KEY, about TEXT NOT NULL, state TEXT NOT NULL, due_at INTEGER NOT NULL, claimable_from INTEGER,
    waits_for TEXT, item TEXT NOT NULL
  ) STRICT;
  CREATE INDEX outbox_claimable ON outbox (claimable_from, key) WHERE claimable_from IS NOT NULL;
  CREATE INDEX outbox_about ON outbox (about, key);
  CREATE INDEX outbox_waiting ON outbox (waits_for) WHERE waits_for IS NOT NULL;
  CREATE INDEX outbox_state ON outbox (state, due_at);

  CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE record_versions (last INTEGER NOT NULL) STRICT;
  INSERT INTO record_versions VALUES (0);
  `,
  `
  CREATE TABLE drawn_from (source TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (source, key)) STRICT, WITHOUT ROWID;
  CREATE INDEX drawn_from_of ON drawn_from (key);
  ALTER TABLE outbox ADD COLUMN looked INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX outbox_unlooked ON outbox (key) WHERE state = 'sent' AND looked = 0;
  `,
];
