import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process of ours has compiled is there for the next: starting one takes half the time. */
export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'samspil-compiled') };
