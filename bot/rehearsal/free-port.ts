import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The port itself where nobody listens on it; 0 stands for any. Null: taken. */
export async function freePort(port: number): Promise<number | null> {
  const probe = createServer();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
    return (probe.address() as AddressInfo).port;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE') return null;
    throw fault;
  } finally {
    probe.close();
  }
}

/** A port on which nobody listens. */
export async function anyPort(): Promise<number> {
  return (await freePort(0)) ?? 0;
}

/** Nobody listens there on this machine. */
export async function isFree(port: number): Promise<boolean> {
  return (await freePort(port)) !== null;
}
