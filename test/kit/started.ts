import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Started {
  /** What follows a word in the lines it prints, as the address after `Samspil:`. */
  readonly said: (word: string) => Promise<string>;
  /** Every line it has printed. */
  readonly printed: () => readonly string[];
  readonly complained: () => string;
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<number | null>;
}

/** `npm start` in a process of its own, with these settings and nothing else of the environment that is ours. */
export function startMain(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Started {
  const main = new URL('../../bot/main.ts', import.meta.url).pathname;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SAMSPIL_|MicrosoftApp)/.test(name)));
  const child = spawn(process.execPath, [main, ...args], { env: { ...inherited, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let complaint = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  child.stderr.on('data', (part) => {
    complaint += part;
  });
  const ended = exitOf(child);
  return {
    said: (word) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(word));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(/https?:\/\/[^\s)]+/.exec(found)?.[0] ?? found);
        };
        waiting.add(look);
        look();
        void ended.then((code) => reject(new Error(`it ended with ${code}: ${lines.join('\n')} ${complaint}`)));
      }),
    printed: () => lines,
    complained: () => complaint,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}
