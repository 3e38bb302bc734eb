export interface Hearing {
  /** The paths of the texts that have been read, `case.buttons.here`. */
  readonly heard: ReadonlySet<string>;
  readonly end: () => void;
}

/** Notes each text that is read, until the end. */
export function hear(texts: object): Hearing {
  const heard = new Set<string>();
  const restore: (() => void)[] = [];
  listen(texts, '');
  const end = () => {
    for (const each of restore) each();
  };
  return { heard, end };

  function listen(of: object, path: string): void {
    for (const [key, value] of Object.entries(of)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (isRoom(value)) listen(value, at);
      else {
        const get = () => {
          heard.add(at);
          return value;
        };
        Object.defineProperty(of, key, { get, configurable: true, enumerable: true });
        restore.push(() => Object.defineProperty(of, key, { value, configurable: true, enumerable: true, writable: true }));
      }
    }
  }
}

/** The paths of all texts. */
export function leaves(texts: object, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return isRoom(value) ? leaves(value, at) : [at];
  });
}

function isRoom(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
