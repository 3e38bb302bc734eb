import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What stands in the way of people with a disability on the page that is shown, by WCAG 2.2 AA and best practice: a line for each place. */
export async function obstacles(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const results: AxeResults = await page.evaluate('axe.run()');
  if (results.passes.length < 10) throw new Error('axe found almost nothing to look at');
  return [...results.violations, ...results.incomplete].flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isCovered(node)).map(({ html }) => `${id}: ${html}`),
  );
}

/** What lies under something that stays when the page is scrolled cannot be measured there, nor be read; a single figure is too short to be. */
function isCovered({ any }: NodeResult): boolean {
  return any.some(({ data }) => /Obscur|bgOverlap|shortTextContent/.test(String(data?.messageKey)));
}
