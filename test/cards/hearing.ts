/** The paths of the texts that were read, `case.buttons.here`. */
export const heard = new Set<string>();

/** Returns the same texts, and notes each that is read. */
export function hearing<T extends object>(texts: T, path = ''): T {
  return new Proxy(texts, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return value;
      const at = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return hearing(value, at);
      heard.add(at);
      return value;
    },
  });
}

/** The paths of all texts. */
export function leaves(texts: object, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? leaves(value, at) : [at];
  });
}
