import express, { Router } from 'express';
import type { Config } from './config.ts';
import { type Health, openHealth } from './watch/health.ts';

/** Where this machine reads published pages in local mode. */
export const pagesPath = '/moeder';

/** What the bot's address answers besides Teams: whether it is alive and ready; in local mode also the published pages. */
export function openBeside(health: Health, { bot, pagesFolder }: Pick<Config, 'bot' | 'pagesFolder'>): Router {
  const router = Router();
  router.use(openHealth(health));
  if (bot.kind === 'local') router.use(pagesPath, express.static(pagesFolder));
  return router;
}
