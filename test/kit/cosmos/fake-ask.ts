export type FakeOperation = 'batch' | 'create' | 'upsert' | 'read' | 'replace' | 'delete' | 'query' | 'plan';
/** What a request for items asks, by its method and headers. */
export interface Ask {
  readonly kind: FakeOperation;
  readonly partition: string | null;
  readonly id: string;
  readonly body: string;
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
  readonly range: string | null;
  readonly pageSize: number;
  readonly from: number;
  readonly prefersMinimal: boolean;
}

export function understand(method: string, header: (name: string) => string | null, body: string, id: string | undefined): Ask {
  const key = header('x-ms-documentdb-partitionkey');
  return {
    kind: kindOf(method, header),
    partition: key === null ? null : JSON.stringify(JSON.parse(key)),
    id: id ?? '',
    body,
    ifMatch: header('if-match'),
    ifNoneMatch: header('if-none-match'),
    range: header('x-ms-documentdb-partitionkeyrangeid'),
    pageSize: pageSize(header('x-ms-max-item-count')),
    from: Number(header('x-ms-continuation') ?? 0),
    prefersMinimal: header('prefer') === 'return=minimal',
  };
}

function kindOf(method: string, header: (name: string) => string | null): FakeOperation {
  if (method === 'GET') return 'read';
  if (method === 'PUT') return 'replace';
  if (method === 'DELETE') return 'delete';
  if (header('x-ms-cosmos-is-query-plan-request') === 'True') return 'plan';
  if (header('x-ms-documentdb-isquery')?.toLowerCase() === 'true') return 'query';
  if (header('x-ms-cosmos-is-batch-request')) return 'batch';
  return header('x-ms-documentdb-is-upsert')?.toLowerCase() === 'true' ? 'upsert' : 'create';
}

/** -1 leaves the size to the server. */
function pageSize(asked: string | null): number {
  const size = Number(asked ?? 100);
  return size > 0 ? size : 200;
}
