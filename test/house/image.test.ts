import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';

const infra = new URL('../../infra/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, infra), 'utf8');
const app = read('modules/app.bicep');

describe('the container', () => {
  const dockerfile = read('Dockerfile');

  test('the container’s probes ask for its health and readiness on the port it listens on', () => {
    expect([...app.matchAll(/type: '(\w+)'\n +httpGet: \{ path: '([^']+)', port: port \}/g)].map(([, type, path]) => [type, path])).toEqual(
      [
        ['Startup', '/healthz'],
        ['Liveness', '/healthz'],
        ['Readiness', '/readyz'],
      ],
    );
    const port = /^var port = (\d+)$/m.exec(app)?.[1];
    expect(dockerfile).toContain(`EXPOSE ${port}`);
    expect(dockerfile).toContain(`SAMSPIL_PORT || ${port}`);
    expect(readConfig({}).port).toBe(Number(port));
    expect(app).toContain('targetPort: port');
  });

  test('the container gets 45 seconds to finish its work before it is stopped', () => {
    expect(Number(/terminationGracePeriodSeconds: (\d+)/.exec(app)?.[1])).toBeGreaterThanOrEqual(45);
    expect(dockerfile).toContain('CMD ["node", "bot/main.ts"]');
  });

  test('the container runs as an unprivileged user, without the stand-in and the development packages', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('--omit=dev');
    expect(dockerfile).toContain('test ! -e node_modules/@microsoft/m365agentsplayground');
    expect(dockerfile.match(/^FROM node:24[\w.-]*/gm)).toHaveLength(2);
  });

  test('the container has every package that its folders import', () => {
    const { dependencies } = JSON.parse(read('../package.json')) as { readonly dependencies: Readonly<Record<string, string>> };
    const imported = ['bot', 'cards', 'scheduler'].flatMap((room) =>
      readdirSync(new URL(`../${room}/`, infra), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [
          ...read(`../${room}/${name}`).matchAll(/^(?:(?:import|export)(?! type)|\}).* from '((?:@[^/']+\/)?[^./'][^/']*)/gm),
        ])
        .map(([, from = '']) => from),
    );
    expect(imported).toContain('express');
    expect([...new Set(imported)].filter((from) => !from.startsWith('node:') && !(from in dependencies))).toEqual([]);
  });

  test('the container has every folder that the bot needs, and the build may read each of them', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
    const letThrough = new Set([...read('../.dockerignore').matchAll(/^!(.+)$/gm)].map(([, path = '']) => path));
    for (const path of copied) {
      expect(existsSync(new URL(`../${path}`, infra)), `${path} is in the project`).toBe(true);
      expect(letThrough.has(path), `${path} is let through`).toBe(true);
    }
    expect(copied).toEqual(expect.arrayContaining(['bot', 'cards', 'scheduler', 'seeds', 'infra/cosmos-container.json', '.npmrc']));
  });
});
