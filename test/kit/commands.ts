import { execFile } from 'node:child_process';
import { runCommand } from '../../bot/cli/commands.ts';
import { type Environment, readConfig } from '../../bot/config.ts';
import { compiled } from './compiled.ts';
import { readOnce } from './read-once.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `samspil …` in this process, with these settings and nothing else of the environment. */
export async function samspil(settings: Environment, ...words: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const output = {
    say: (line: string): void => {
      said.out += `${line}\n`;
    },
    write: (text: string): void => {
      said.out += text;
    },
    warn: (line: string): void => {
      said.err += `${line}\n`;
    },
  };
  const code = await runCommand(words, () => readConfig(settings), output, readOnce);
  return { code, ...said };
}

/** The same as an operator runs it, in a process of its own: what a process adds is the same for every command, so once a group is enough. */
export function samspilAlone(settings: Environment, ...words: readonly string[]): Promise<Said> {
  const cli = new URL('../../bot/cli.ts', import.meta.url).pathname;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...words], { env: { ...compiled, ...settings } }, (_fault, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}
