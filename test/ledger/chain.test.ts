import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beginning, canonical, chain, macOf, verify } from '../../bot/store/chain.ts';
import type { Entry, Unchained } from '../../bot/store/store.ts';

const entry: Unchained = {
  at: '2015-03-02T08:00:00Z',
  cause: 'press:1',
  by: 'p-1',
  event: { type: 'BodyBound', v: 2, body: 'it', by: null },
};

describe('the chain', () => {
  it('the hash of an entry is the SHA-256 of its written form', () => {
    const written = `{"at":"2015-03-02T08:00:00Z","by":"p-1","cause":"press:1","event":{"body":"it","by":null,"type":"BodyBound","v":2},"previous":"${beginning}","seq":1,"stream":"channel/c1"}`;
    const [first] = chain('channel/c1', null, [entry]);
    expect(first?.hash).toBe(createHash('sha256').update(written).digest('hex'));
  });

  it('a value has the same written form whatever the order of its keys', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'æ', gone: undefined })).toBe('{"a":"æ","b":[{"c":null,"d":1}]}');
    expect(canonical({ 10: 'x', 9: 'y' })).toBe(canonical(JSON.parse('{"9":"y","10":"x"}')));
  });

  it('the hash covers everything in an entry, its place and the previous entry included', () => {
    const [whole] = chain('channel/c1', null, [entry]);
    const changes: Partial<Entry>[] = [
      { stream: 'channel/c2' },
      { seq: 2 },
      { at: '2015-03-02T08:00:01Z' },
      { cause: 'press:2' },
      { by: null },
      { event: { type: 'BodyBound', v: 2, body: 'sam', by: null } },
      { previous: '1'.repeat(64) },
      { hash: '1'.repeat(64) },
    ];
    expect(whole && verify('channel/c1', [whole])).toEqual([]);
    for (const change of changes) expect([change, verify('channel/c1', whole ? [{ ...whole, ...change }] : [])]).not.toEqual([change, []]);
  });

  it('the chain continues from the newest entry', () => {
    const all = chain('channel/c1', null, [entry, entry, entry]);
    const [head] = all;
    expect(head?.previous).toBe(beginning);
    expect(head && chain('channel/c1', head, [entry, entry])).toEqual(all.slice(1));
  });

  it('a check of the chain names the entry that does not follow the previous one', () => {
    const one = chain('channel/c1', null, [entry, entry]);
    const other = chain('channel/c1', null, [{ ...entry, by: null }, entry]);
    expect(verify('channel/c1', [...one.slice(0, 1), ...other.slice(1)])).toEqual([{ seq: 2, problem: 'unlinked' }]);
    expect(verify('channel/c1', one.slice(1))).toEqual([{ seq: 2, problem: 'gap' }]);
  });

  it('the entries of one stream do not verify as another’s', () => {
    expect(verify('channel/c2', chain('channel/c1', null, [entry]))).toEqual([{ seq: 1, problem: 'changed' }]);
  });

  it('the proof of a text depends on its key and on every letter', () => {
    expect(macOf('00ff', 'ord')).not.toBe(macOf('00fe', 'ord'));
    expect(macOf('00ff', 'ord')).not.toBe(macOf('00ff', 'Ord'));
  });
});
