/** What a file says as text, and in which letters it was written. */
export interface Decoded {
  readonly text: string;
  readonly as: 'utf-8' | 'utf-16' | 'windows-1252';
  /** Letters that nobody writes beside each other: it may have been saved in other letters than it says. */
  readonly doubtful: boolean;
}

/** Text as programs save it: with a mark in front or without, in UTF-8, UTF-16 or, as older Excels do, Windows-1252. null: it is no text. */
export function decoded(bytes: Uint8Array): Decoded | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return wide(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return wide(bytes.subarray(2), 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return strict(bytes, 'utf-8');
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeros.odd > bytes.length / 8 && zeros.even === 0) return wide(bytes, 'utf-16le');
  if (zeros.even > bytes.length / 8 && zeros.odd === 0) return wide(bytes, 'utf-16be');
  if (zeros.even + zeros.odd > 0) return null;
  return strict(bytes, 'utf-8') ?? told(new TextDecoder('windows-1252').decode(bytes), 'windows-1252');
}

/** Half a letter at the end is a file that was cut. */
function wide(bytes: Uint8Array, as: 'utf-16le' | 'utf-16be'): Decoded | null {
  return bytes.length % 2 === 0 ? strict(bytes, as) : null;
}

function strict(bytes: Uint8Array, as: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoded | null {
  try {
    return told(new TextDecoder(as, { fatal: true }).decode(bytes), as === 'utf-8' ? 'utf-8' : 'utf-16');
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

/** UTF-8 read as Windows-1252 and saved again shows as Ã¦; what a Mac wrote as æøå shows as ¾¿Œ between letters; controls are no letters at all. */
function told(text: string, as: Decoded['as']): Decoded {
  const doubtful = /Ã[¦¸¥†˜…\u0080-\u00bf]|\p{L}[¾¿Œ®¯]\p{L}|[\u0080-\u009f\ufffd]/u.test(text);
  return { text, as, doubtful };
}
