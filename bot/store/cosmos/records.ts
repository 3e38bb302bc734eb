import { randomInt } from 'node:crypto';
import { erasureOf, recordOf } from '../sources.ts';
import type { BesideRecord, RecordKind, Store } from '../store.ts';
import { type RecordEntry, recordId, recordPartition } from './items.ts';
import type { Touches } from './watching.ts';
import type { Wire } from './wire.ts';

/** Records stand each in a partition of its own: erasing one touches nothing else, and none shares a limit with another. */
export function cosmosRecords(wire: Wire, { touching }: Touches): Pick<Store, 'record' | 'records' | 'putRecord' | 'eraseRecord'> {
  return {
    record: async <T>(kind: RecordKind, id: string) => {
      const item = await wire.read<RecordEntry>('record', recordPartition(kind, id), recordId);
      return item && toRecord<T>(item);
    },
    records: async <T>(kind: RecordKind) => {
      const items = await wire.ask<RecordEntry>('records', {
        partition: null,
        where: "c.type = 'record' AND c.kind = @kind",
        given: { kind },
      });
      return items.toSorted((a, b) => (a.record < b.record ? -1 : 1)).map((item) => toRecord<T>(item));
    },
    putRecord: async (kind, id, value, expect) => {
      const pk = recordPartition(kind, id);
      const next = { id: recordId, pk, type: 'record', kind, record: id, version: newVersion(), value } as const;
      const write = () => wire.swap<RecordEntry>('putRecord', pk, recordId, (was) => ((was?.version ?? null) === expect ? next : null));
      return (await touching(pk, [recordOf(kind, id)], write)) !== null;
    },
    eraseRecord: (kind, id) => {
      const pk = recordPartition(kind, id);
      return touching(pk, [recordOf(kind, id), erasureOf(recordOf(kind, id))], () => wire.erase('eraseRecord', pk, recordId));
    },
  };
}

/** Never used before, also where the record was erased and made again. */
function newVersion(): number {
  return randomInt(1, 2 ** 48 - 1);
}

function toRecord<T>({ record, version, value }: RecordEntry): BesideRecord<T> {
  return { id: record, version, value: value as T };
}
