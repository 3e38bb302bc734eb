import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { Server } from 'node:net';

/** Preloaded into the stand-in for Teams: a server that names no host listens on this machine only, and no browser is opened. */
const listen = Server.prototype.listen;
Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
  return Reflect.apply(listen, this, onThisMachine(args));
};

/** The stand-in opens its page with a program that many machines lack, and ends where it is missing: a process that does nothing runs instead. */
const { spawn } = childProcess;
Object.assign(childProcess, {
  spawn: (...args: unknown[]) =>
    opensBrowser(args) ? spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' }) : Reflect.apply(spawn, childProcess, args),
});
syncBuiltinESMExports();

function opensBrowser([program]: readonly unknown[]): boolean {
  return typeof program === 'string' && /(^|[\\/])(xdg-open|open|powershell(\.exe)?|wslview)$/i.test(program);
}

function onThisMachine([first, second, ...rest]: readonly unknown[]): readonly unknown[] {
  const port = typeof first === 'number' || typeof first === 'string';
  if (port && typeof second !== 'string') return [first, '127.0.0.1', ...[second, ...rest].filter((each) => each !== undefined)];
  if (typeof first === 'object' && first !== null && 'port' in first && !('host' in first && first.host)) {
    return [{ ...first, host: '127.0.0.1' }, second, ...rest];
  }
  return [first, second, ...rest];
}
