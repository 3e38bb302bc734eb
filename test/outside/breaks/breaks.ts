/** A break spoils the Cosmos store by replacing a text in one of its files. */
export interface Break {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly becomes: string;
}
const [ledger, outbox, records, wire, items, faults, store] = ['ledger', 'outbox', 'records', 'wire', 'items', 'faults', '../cosmos'].map(
  (name) => `bot/store/cosmos/${name}.ts`,
) as [string, string, string, string, string, string, string];

export const breaks: readonly Break[] = [
  {
    name: 'a replacement outside a batch does not ask that nothing has changed',
    file: wire,
    find: '.replace(item, { accessCondition })',
    becomes: '.replace(item, {})',
  },
  {
    name: 'a replacement inside a batch does not ask either',
    file: wire,
    find: 'resourceBody, ifMatch: etag }',
    becomes: 'resourceBody }',
  },
  {
    name: 'a batch that failed is taken for done',
    file: wire,
    find: 'if (at >= 0) return troubleOf(status) ?? { at, status };',
    becomes: 'if (at >= 0) return null;',
  },
  {
    name: "a cause's mark is written over the one that stands",
    file: ledger,
    find: 'create(causeItem(stream, cause, { seq: first.seq, version: newest.seq, hash: newest.hash }))',
    becomes: "{ ...create(causeItem(stream, cause, { seq: first.seq, version: newest.seq, hash: newest.hash })), etag: 'any' }",
  },
  {
    name: 'a cause that was here before is called a conflict',
    file: ledger,
    find: 'if (stopped.at === 0) {',
    becomes: 'if (stopped.at < 0) {',
  },
  {
    name: 'an append whose answer was lost is taken for an earlier one',
    file: ledger,
    find: 'marker.write === write',
    becomes: 'marker.write === cause',
  },
  {
    name: "a cause remembers its last entry's number, not its first's",
    file: ledger,
    find: '{ seq: first.seq,',
    becomes: '{ seq: newest.seq,',
  },
  { name: 'errands are left out of the batch', file: ledger, find: '...append.errands.map(', becomes: '...[].map(' },
  { name: 'nothing is measured before it is sent', file: ledger, find: 'checkAppend(append);', becomes: '' },
  { name: 'entries come in no order', file: ledger, find: "orderBy: 'c.seq',", becomes: '' },
  { name: 'what is due comes in no order', file: ledger, find: "orderBy: 'c.dueAt',", becomes: '' },
  { name: 'a snapshot is replaced although the stream has moved on', file: ledger, find: 'was?.version === expect ?', becomes: 'was ?' },
  {
    name: "a stream's history is asked of all partitions",
    file: ledger,
    find: "partition: stream,\n        where: \"c.type = 'entry'",
    becomes: "partition: null,\n        where: \"c.type = 'entry'",
  },
  {
    name: 'names are not escaped',
    file: items,
    find: 'return short.length <= 400 ? short :',
    becomes: 'return short.length >= 0 ? text :',
  },
  {
    name: 'a leased item is as easy to claim as before',
    file: items,
    find: 'claimableFrom(kept);',
    becomes: 'claimableFrom({ ...kept, lease: null });',
  },
  { name: 'an errand that is done stays', file: outbox, find: "item === 'gone' ? gone(home, id) :", becomes: "item === 'gone' ? null :" },
  { name: 'who loses a race for one item does not look for another', file: outbox, find: 'if (lost === 0) break;', becomes: 'break;' },
  { name: "a record's versions begin again after it was erased", file: records, find: 'version: newVersion()', becomes: 'version: 1' },
  { name: 'too many requests is a fault', file: faults, find: 'new Set<unknown>([429, 449])', becomes: 'new Set<unknown>([449])' },
  { name: 'no answer is a fault', file: faults, find: "  503,\n  504,\n  'ECONNRESET',\n", becomes: '' },
  { name: 'a write whose answer was lost is not recognised', file: wire, find: '?.write === item.write', becomes: '?.write === null' },
  {
    name: 'waits without end, and longer each time',
    file: faults,
    find: 'if (round === tries || wait > longestWaitMs) {',
    becomes: 'if (round > 60) {',
  },
  {
    name: 'several write regions are accepted',
    file: store,
    find: 'if (resource && (resource.enable',
    becomes: 'if (!resource && (resource.enable',
  },
];
