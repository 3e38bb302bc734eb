import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lists the files under a checkout's `bot/` in which a rule is written, once for each time. */
export function whereWritten(root: string, rule: string): readonly string[] {
  return readdirSync(join(root, 'bot'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, 'bot', file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split(rule)
        .slice(1)
        .map(() => file),
    );
}
