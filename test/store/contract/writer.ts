import { writeSync } from 'node:fs';
import { openSqlite } from '../../../bot/store/sqlite.ts';
import { append, notice } from './appends.ts';

/** This process appends to one file until it is killed, and prints each version once it is acknowledged. */
const [file = '', stream = 'one', most = '1000000'] = process.argv.slice(2);
const store = openSqlite(file);
const on = `channel/${stream}` as const;
writeSync(1, 'open\n');
for (let at = 0; at < Number(most); ) {
  const version = (await store.recall(on))?.version ?? 0;
  const notices = [notice(`${on}:${version}`, { about: on })];
  const appended = await store.append(append({ stream: on, expect: version, cause: `${process.pid}/${at}`, notices }));
  if (appended.result === 'conflict') continue;
  at++;
  if (appended.result === 'appended') writeSync(1, `${appended.version}\n`);
}
await store.close();
