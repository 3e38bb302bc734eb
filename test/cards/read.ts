export type Json = Readonly<Record<string, unknown>>;

/** Everything of a card that has a type, apart from what its buttons carry. */
export function nodes(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  return [node, ...Object.entries(node).flatMap(([key, each]) => (key === 'data' ? [] : nodes(each)))].filter((each) => 'type' in each);
}

/** What can be read on a card, except what stands in a field to be written on: nobody reads that as markup. */
export function texts(card: unknown): readonly string[] {
  const shown = new Set(['text', 'title', 'value', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'speak']);
  return nodes({ type: 'root', card }).flatMap((node) => [
    ...Object.entries(node).flatMap(([key, each]) =>
      shown.has(key) && typeof each === 'string' && !(key === 'value' && node.type === 'Input.Text') ? [each] : [],
    ),
    ...[node.facts, node.choices].flatMap((list) =>
      Array.isArray(list) ? list.flatMap((each: Json) => [String(each.title), ...(node.facts ? [String(each.value)] : [])]) : [],
    ),
  ]);
}
