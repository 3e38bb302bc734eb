/** The first `most` of a list, and how many were left out. */
export function shorten<T>(list: readonly T[], most: number): { readonly shown: readonly T[]; readonly left: number } {
  return list.length <= most ? { shown: list, left: 0 } : { shown: list.slice(0, most), left: list.length - most };
}
