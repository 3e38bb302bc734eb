import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContainerClient } from '@azure/storage-blob';
import { signedInAs } from './store/identity.ts';
import type { PagesPlace } from './view/meeting/publish.ts';

/** A page is not where it should be; the reason is in the message, and nothing that was sent along. */
export class PageNotPut extends Error {
  readonly code = 'page-not-put';
}

/** A folder's name, or the address of a container of Azure Blob Storage. The packages for Azure are loaded when the first page is put there. */
export function openPagesPlace(address: string, identity?: string): PagesPlace {
  return isContainer(address) ? inContainer(address, identity) : inFolder(address);
}

/** An address that is neither is refused with the settings, so what is no container here is a folder. */
export function isContainer(address: string): boolean {
  return /^https:\/\/[a-z0-9]{3,24}\.blob\.core\.windows\.net\/(?=[^/]{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(address);
}

/** Nobody ever sees half a page. */
function inFolder(folder: string): PagesPlace {
  return {
    put: async (name, html) => {
      await mkdir(folder, { recursive: true });
      const unfinished = join(folder, `.${randomUUID()}.part`);
      await writeFile(unfinished, html);
      await rename(unfinished, join(folder, name));
    },
  };
}

/** All of a page is put before any of it is seen. */
function inContainer(address: string, identity: string | undefined): PagesPlace {
  let opened: Promise<ContainerClient> | null = null;
  return {
    put: async (name, html) => {
      opened ??= openContainer(address, identity);
      const page = (await opened).getBlockBlobClient(name);
      try {
        await page.upload(html, Buffer.byteLength(html), {
          blobHTTPHeaders: { blobContentType: 'text/html; charset=utf-8' },
          abortSignal: AbortSignal.timeout(patienceMs),
        });
      } catch (fault) {
        throw new PageNotPut(`The page ${name} could not be put into ${address}: ${reasonOf(fault)}.`, { cause: fault });
      }
    },
  };
}

/** Less than half of what a send may take, for a meeting is two pages. */
const patienceMs = 15_000;

/** One try: whoever asked for the page tries again. */
async function openContainer(address: string, identity: string | undefined): Promise<ContainerClient> {
  const { ContainerClient } = await import('@azure/storage-blob');
  return new ContainerClient(address, await signedInAs(identity), { retryOptions: { maxTries: 1 } });
}

/** Azure's own word for it where there is one, as AuthorizationPermissionMismatch; its message runs over several lines. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const status = 'statusCode' in fault && typeof fault.statusCode === 'number' ? `${fault.statusCode} ` : '';
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  return `${status}${code || fault.message.split('\n', 1)[0]}`;
}
