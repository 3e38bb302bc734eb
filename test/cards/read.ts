export type Json = Readonly<Record<string, unknown>>;

/** Returns every node of a card that has a type, apart from what its buttons carry. */
export function nodes(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  return [node, ...Object.entries(node).flatMap(([key, each]) => (key === 'data' ? [] : nodes(each)))].filter((each) => 'type' in each);
}

/** Returns the texts on a card except those in input fields, because Teams does not read those as markup. */
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
