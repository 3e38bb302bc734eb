import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type RequestHandler, Router } from 'express';
import { pageHtml } from './page/html.ts';

/** The package that draws cards is for trying out, and the image has none. */
class RendererMissing extends Error {
  readonly code = 'renderer-missing';
}

const folder = new URL('page/client/', import.meta.url);

/** The page of the room: its words, its looks, its script without types, and Microsoft's own renderer of cards. */
export function pageRouter(): RequestHandler {
  const router = Router();
  const renderer = rendererFile();
  router.get('/', (_request, response) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: http://127.0.0.1:*",
    );
    response.type('html').send(pageHtml());
  });
  router.get('/room/page/adaptivecards.js', (_request, response) => response.sendFile(renderer));
  router.get('/room/page/:file', (request, response, next) => {
    const [, name, kind] = /^([a-z-]+)\.(ts|css)$/.exec(request.params.file) ?? [];
    if (!name) return next();
    const text = readFileSync(new URL(`${name}.${kind}`, folder), 'utf8');
    response.setHeader('cache-control', 'no-cache');
    response.type(kind === 'css' ? 'css' : 'js').send(kind === 'css' ? text : stripTypeScriptTypes(text));
  });
  return router;
}

function rendererFile(): string {
  try {
    return fileURLToPath(new URL('../dist/adaptivecards.min.js', import.meta.resolve('adaptivecards')));
  } catch (cause) {
    throw new RendererMissing('The package adaptivecards is not installed: run npm ci, and try again.', { cause });
  }
}
