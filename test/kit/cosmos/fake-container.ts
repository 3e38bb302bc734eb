import { createHash, randomUUID } from 'node:crypto';
import type { Ask } from './fake-ask.ts';
import { queryUnits, readUnits, round, writeUnits } from './fake-costs.ts';
import { type Item, parseQuery, runQuery, SqlError, type SqlQuery } from './fake-query.ts';

export type AskedItem = Item & { readonly id: string };
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly units: number;
  readonly headers?: Readonly<Record<string, string>>;
}
interface BatchOperation {
  readonly operationType: 'Create' | 'Upsert' | 'Read' | 'Replace' | 'Delete' | 'Patch';
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody?: AskedItem;
}
interface Definition {
  readonly id: string;
  readonly partitionKey: { readonly paths: readonly string[] };
  readonly indexingPolicy?: { readonly includedPaths?: readonly { readonly path: string }[] };
}

const twoMegabytes = 2 * 1024 * 1024;

/** One container: items by partition, ETags, atomic batches, queries over two physical partitions. */
export class FakeContainer {
  readonly definition: Definition & { readonly _rid: string; readonly _self: string };
  private partitions = new Map<string, Map<string, AskedItem>>();
  private readonly physical: readonly { readonly id: string }[];
  private writes = 0;

  constructor(definition: Definition, physicalPartitions: 1 | 2) {
    const bounds = physicalPartitions === 1 ? ['', 'FF'] : ['', '7F', 'FF'];
    this.physical = bounds.slice(1).map((maxExclusive, at) => ({ id: `${at}`, minInclusive: bounds[at] ?? '', maxExclusive, parents: [] }));
    this.definition = { ...definition, _rid: 'fakeRid=', _self: 'dbs/fake/colls/fakeRid=/' };
  }

  ranges(): unknown {
    return { _rid: this.definition._rid, PartitionKeyRanges: this.physical, _count: this.physical.length };
  }

  everything(): readonly AskedItem[] {
    return [...this.partitions.values()].flatMap((items) => [...items.values()]);
  }

  answer(ask: Ask): Answer {
    switch (ask.kind) {
      case 'plan':
        return this.plan(JSON.parse(ask.body));
      case 'query':
        return this.query(ask, JSON.parse(ask.body));
      case 'batch':
        return this.batch(ask);
      case 'create':
      case 'upsert':
      case 'read':
      case 'replace':
      case 'delete':
        return this.point(ask);
    }
  }

  private point(ask: Ask): Answer {
    if (ask.partition === null) return refuse(400, 'PartitionKey value must be supplied for this operation.');
    const item = ask.kind === 'read' || ask.kind === 'delete' ? null : (JSON.parse(ask.body) as AskedItem);
    const type = `${ask.kind.slice(0, 1).toUpperCase()}${ask.kind.slice(1)}` as BatchOperation['operationType'];
    const done = this.apply(ask.partition, {
      operationType: type,
      id: ask.id,
      ...(item && { resourceBody: item }),
      ...(ask.ifMatch !== null && { ifMatch: ask.ifMatch }),
    });
    if (ask.kind === 'read' && done.item && ask.ifNoneMatch === done.item._etag) return { status: 304, body: null, units: 1 };
    const headers = { ...this.session(), ...(done.item && { etag: String(done.item._etag) }) };
    const body = done.status === 204 ? null : (done.item ?? { code: String(done.status), message: done.message });
    return { status: done.status, body, units: done.units, headers };
  }

  /** All or nothing: the operation that fails has its own status, the others 424, and nothing of it is stored. */
  private batch(ask: Ask): Answer {
    const { partition } = ask;
    if (partition === null) return refuse(400, 'PartitionKey value must be supplied for this operation.');
    const operations = JSON.parse(ask.body) as readonly BatchOperation[];
    if (operations.length > 100) return refuse(400, 'Batch request has more operations than what is supported.');
    if (Buffer.byteLength(ask.body) > twoMegabytes) return refuse(413, 'Request size is too large');
    const before = new Map(this.partitions.get(partition));
    const done = [];
    for (const operation of operations) {
      const one = this.apply(partition, operation);
      done.push(one);
      if (one.status >= 400) break;
    }
    const failed = done.at(-1);
    const units = round(done.reduce((sum, one) => sum + one.units, 0));
    if (failed && failed.status >= 400) {
      this.partitions.set(partition, before);
      const results = operations.map((_, index) =>
        index === done.length - 1 ? { statusCode: failed.status, requestCharge: failed.units } : { statusCode: 424, requestCharge: 0 },
      );
      return { status: 207, body: results, units, headers: this.session() };
    }
    const results = done.map((one) => ({
      statusCode: one.status,
      requestCharge: one.units,
      eTag: one.item?._etag,
      ...(ask.prefersMinimal ? {} : { resourceBody: one.item }),
    }));
    return { status: 200, body: results, units, headers: this.session() };
  }

  private apply(partition: string, operation: BatchOperation): { status: number; units: number; item?: AskedItem; message?: string } {
    const items = this.partitions.get(partition) ?? new Map<string, AskedItem>();
    this.partitions.set(partition, items);
    const { operationType: type, resourceBody: body } = operation;
    const id = operation.id || body?.id || '';
    const standing = items.get(id);
    const no = (status: number, message: string) => ({ status, message, units: 1 });

    if (type === 'Patch') return no(400, 'This stand-in does not patch.');
    if (body) {
      if (!isAllowedId(body.id)) return no(400, 'The input name is invalid: an id may not hold / \\ ? # nor exceed 1023 bytes.');
      if (this.partitionOf(body) !== partition) {
        return no(400, 'PartitionKey extracted from document doesn’t match the one specified in the header');
      }
      if (Buffer.byteLength(JSON.stringify(body)) > twoMegabytes) return no(413, 'Request size is too large');
    } else if (type !== 'Read' && type !== 'Delete') return no(400, 'The request body is missing.');
    if (type === 'Create' && standing) return no(409, 'Entity with the specified id already exists in the system.');
    if ((type === 'Replace' || type === 'Read' || type === 'Delete') && !standing)
      return no(404, 'Entity with the specified id does not exist.');
    if (type !== 'Create' && type !== 'Read' && standing && operation.ifMatch && operation.ifMatch !== standing._etag) {
      return no(412, 'One of the specified pre-condition is not met');
    }
    if (type === 'Read' && standing) return { status: 200, units: readUnits(sizeOf(standing)), item: standing };
    if (type === 'Delete') {
      items.delete(id);
      return { status: 204, units: writeUnits(sizeOf(standing ?? {})) };
    }
    const item = { ...body, id, _rid: `rid${id}`, _etag: `"${(++this.writes).toString(16).padStart(8, '0')}-${randomUUID()}"`, _ts: 0 };
    items.set(id, item);
    return { status: standing ? 200 : 201, units: writeUnits(sizeOf(item)), item };
  }

  private query(ask: Ask, sql: SqlQuery): Answer {
    try {
      const parsed = parseQuery(sql);
      const unindexed = parsed.orderBy && !this.isIndexed(parsed.orderBy.path);
      if (unindexed) return refuse(400, 'The order-by item is excluded from the index.');
      const acrossPartitions = ask.partition === null && ask.range === null;
      if (acrossPartitions && (parsed.orderBy || parsed.top !== null)) {
        const plan = this.plan(sql).body;
        const body = {
          code: 'BadRequest',
          message: 'Cross partition query is not servable here.',
          additionalErrorInfo: JSON.stringify(plan),
        };
        return { status: 400, body, units: 0, headers: { 'x-ms-substatus': '1004' } };
      }
      const rows = runQuery(sql, this.within(ask));
      const page = rows.slice(ask.from, ask.from + ask.pageSize);
      const next = ask.from + page.length;
      return {
        status: 200,
        body: { _rid: this.definition._rid, Documents: page, _count: page.length },
        units: queryUnits(acrossPartitions ? this.physical.length : 1, page.map(sizeOf)),
        headers: {
          ...this.session(),
          'x-ms-item-count': String(page.length),
          ...(next < rows.length && { 'x-ms-continuation': String(next) }),
        },
      };
    } catch (fault) {
      if (fault instanceof SqlError) return refuse(400, fault.message);
      throw fault;
    }
  }

  private plan(sql: SqlQuery): Answer {
    const { top, orderBy, selectText, whereText } = parseQuery(sql);
    const rewritten =
      orderBy &&
      `SELECT ${top === null ? '' : `TOP ${top} `}c._rid, [{"item": ${orderBy.path}}] AS orderByItems, ${selectText} AS payload FROM c ` +
        `WHERE (${whereText}) AND ({documentdb-formattableorderbyquery-filter}) ORDER BY ${orderBy.path}${orderBy.descending ? ' DESC' : ''}`;
    const queryInfo = {
      distinctType: 'None',
      top,
      offset: null,
      limit: null,
      orderBy: orderBy ? [orderBy.descending ? 'Descending' : 'Ascending'] : [],
      orderByExpressions: orderBy ? [orderBy.path] : [],
      groupByExpressions: [],
      groupByAliases: [],
      aggregates: [],
      groupByAliasToAggregateType: {},
      rewrittenQuery: rewritten ?? '',
      hasSelectValue: false,
      hasNonStreamingOrderBy: false,
    };
    const queryRanges = [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }];
    return { status: 200, body: { partitionedQueryExecutionInfoVersion: 2, queryInfo, queryRanges }, units: 0 };
  }

  /** Cosmos promises no order of its own, so the newest come first here. */
  private within(ask: Ask): AskedItem[] {
    if (ask.partition !== null) return [...(this.partitions.get(ask.partition)?.values() ?? [])].reverse();
    const wanted = [...this.partitions].filter(
      ([partition]) => ask.range === null || rangeOf(partition, this.physical.length) === ask.range,
    );
    return wanted.flatMap(([, items]) => [...items.values()]).reverse();
  }

  private partitionOf(item: Item): string {
    return JSON.stringify(this.definition.partitionKey.paths.map((path) => item[path.slice(1)]));
  }

  private isIndexed(path: string): boolean {
    const included = this.definition.indexingPolicy?.includedPaths?.map((each) => each.path) ?? ['/*'];
    return included.includes('/*') || included.includes(`/${path.split('.').slice(1).join('/')}/?`);
  }

  private session(): Readonly<Record<string, string>> {
    return { 'x-ms-session-token': `0:-1#${this.writes}` };
  }
}

function refuse(status: number, message: string): Answer {
  return { status, body: { code: String(status), message }, units: 1 };
}

function isAllowedId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && !/[/\\?#]/.test(id) && Buffer.byteLength(id) <= 1023;
}

function rangeOf(partition: string, among: number): string {
  return `${(createHash('sha256').update(partition).digest()[0] ?? 0) % among}`;
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
