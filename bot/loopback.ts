import { Server } from 'node:net';

/** Preloaded into the stand-in for Teams: a server that names no host listens on this machine only, and no browser is opened. */
process.env.BROWSER = '/bin/true';
const listen = Server.prototype.listen;
Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
  return Reflect.apply(listen, this, onThisMachine(args));
};

function onThisMachine([first, second, ...rest]: readonly unknown[]): readonly unknown[] {
  const port = typeof first === 'number' || typeof first === 'string';
  if (port && typeof second !== 'string') return [first, '127.0.0.1', ...[second, ...rest].filter((each) => each !== undefined)];
  if (typeof first === 'object' && first !== null && 'port' in first && !('host' in first && first.host)) {
    return [{ ...first, host: '127.0.0.1' }, second, ...rest];
  }
  return [first, second, ...rest];
}
