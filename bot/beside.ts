import express, { Router } from 'express';
import type { Config } from './config.ts';
import { isContainer } from './pages-place.ts';
import { type Health, openHealth } from './watch/health.ts';

/** Where this machine reads published pages in local mode. */
export const pagesPath = '/moeder';

/** What the bot's address answers besides Teams: whether it is alive and ready; in local mode also the published pages in a folder. */
export function openBeside(health: Health, { bot, pagesPlace }: Pick<Config, 'bot' | 'pagesPlace'>): Router {
  const router = Router();
  router.use(openHealth(health));
  if (bot.kind === 'local' && !isContainer(pagesPlace)) router.use(pagesPath, express.static(pagesPlace));
  return router;
}
