import type { Locator, Page } from 'playwright-core';
import { type Language, textIn } from '../../../cards/text/languages.ts';
import type { Hands } from './hands.ts';

const signs = {
  da: { tour: 'Rundtur', showMe: 'Vis mig', you: 'Du er', next: /^Næste hændelse/, check: 'Kontrollér loggen', and: / som .+ og (.+)\./ },
  en: { tour: 'Tour', showMe: 'Show me', you: 'You are', next: /^Next event/, check: 'Check the ledger', and: / as .+ and (.+)\./ },
};
const other = { da: /bekræft som (.+)\./, en: /confirm as (.+)\./ };
const goesUp = { da: /^Forelæg for /, en: /^(Send up|Refer) to / };

const written = {
  expected: '2015-03-20',
  why: 'Vejledningen skal gennem en høring mere.',
  needs: 'Godkendelse fra hospitalerne.',
  decided: 'Afsnittet er godkendt.',
};

/** Somebody who does the tour and knows nothing but what stands on the page: words, roles and labels. */
export function touristOn(page: Page, language: Language, { press, write, choose }: Hands) {
  const text = textIn(language);
  const sign = signs[language];
  const tour = page.getByRole('region', { name: sign.tour, exact: true });
  const strip = tour.getByRole('paragraph');
  const card = page.locator('article[aria-current="step"]');
  const button = (label: string | RegExp) => card.getByRole('button', { name: label, exact: true }).first();
  const says = async () => (await strip.textContent()) ?? '';
  let raised = '';

  /** Waits until the page says something else. */
  async function changes(element: Locator, was: string | null): Promise<void> {
    for (let looks = 0; looks < 600; looks++) {
      if ((await element.textContent()) !== was) return;
      await page.waitForTimeout(50);
    }
    throw new Error(`it still says "${was}"`);
  }

  /** Does what a step asks, and waits until the page says that it is done. */
  async function step(does: (asked: string) => Promise<void>): Promise<string> {
    const before = await says();
    await press(tour.getByRole('button', { name: sign.showMe }));
    await does(before);
    await changes(strip, before);
    return before;
  }
  /** Each press is answered before the next button is looked for; what only unfolds on the card asks nobody. */
  async function presses(...labels: readonly (string | RegExp)[]): Promise<void> {
    for (const label of labels) {
      await button(label).waitFor();
      if ((await button(label).getAttribute('aria-expanded')) !== null) {
        await press(button(label));
        continue;
      }
      const stood = await card.elementHandle();
      await press(button(label));
      await page.waitForFunction((before) => before === null || !('isConnected' in before && before.isConnected), stood);
    }
  }
  const fills = (label: string, words: string) => write(card.getByLabel(label).first(), words);
  /** A choice is a list, a field with suggestions, or a row of words. */
  async function chooses(label: string, option: string): Promise<void> {
    const field = card.getByLabel(label).first();
    await field.waitFor();
    if ((await field.locator('option:checked').allTextContents()).some((each) => each.includes(option))) return;
    const suggests = await field.getAttribute('list');
    if (suggests !== null) return write(field, await suggestionIn(page.locator(`datalist[id="${suggests}"] option`), option));
    const options = await field.locator('option').evaluateAll((all) => all.map((each) => each.textContent ?? ''));
    const listed = options.find((each) => each.includes(option));
    if (listed !== undefined) return choose(field, listed);
    await press(card.getByRole('radio', { name: new RegExp(`(^| )${option}$`) }).first());
  }
  const becomes = async (name: string | undefined) => choose(page.getByRole('combobox', { name: sign.you, exact: true }), name ?? '');
  /** The button says when the next event is: it says another when that has happened. */
  async function passes(): Promise<void> {
    const next = page.getByRole('button', { name: sign.next });
    const said = await next.textContent();
    await press(next);
    await changes(next, said);
  }
  const refers = async () => {
    raised = (await card.getByRole('heading').first().textContent()) ?? '';
    await presses(goesUp[language], text.case.buttons.upNow);
  };

  const steps = {
    answer: () => step(() => presses(text.meeting.coming)),
    judge: () => step(refers),
    second: () => step(refers),
    checkin: () => step(passes),
    late: () =>
      step(async () => {
        await presses(text.checkIn.short.late);
        await fills(text.checkIn.expected, written.expected);
        await fills(text.checkIn.why, written.why);
        await fills(text.checkIn.needs, written.needs);
        await presses(text.checkIn.send);
      }),
    status: () => step(() => press(page.getByRole('button', { name: 'status', exact: true }))),
    minutes: () => step(() => presses(text.standing.minutes, text.minutes.publish, text.minutes.publishNow)),
    agenda: () => step(() => presses(text.standing.agenda, text.agenda.send, text.agenda.sendNow)),
    held: () =>
      step(async (asked) => {
        for (let events = 0; events < 15 && (await says()) === asked; events++) {
          await passes();
          await page.waitForTimeout(300);
        }
      }),
    recorded: () =>
      step(async () => {
        await presses(text.standing.minutes, text.minutes.recordOutcome);
        await chooses(text.minutes.item, raised);
        await chooses(text.minutes.outcomeField, text.minutes.outcomes['sent-on']);
        await presses(text.minutes.save, text.minutes.send, text.minutes.sendNow);
      }),
    confirmed: () =>
      step(async (asked) => {
        await presses(text.case.buttons.right);
        await becomes(sign.and.exec(asked)?.[1]);
        await presses(text.case.buttons.right);
      }),
    politics: () =>
      step(async (asked) => {
        await presses(text.case.buttons.report);
        await chooses(text.case.outcome, text.case.results.decided);
        await fills(text.case.decision, written.decided);
        await presses(text.case.buttons.save);
        await becomes(other[language].exec(asked)?.[1]);
        await presses(text.case.buttons.confirmOutside);
      }),
    receipt: () => step(() => presses(text.case.buttons.receipt)),
    proof: () => step(() => press(page.getByRole('button', { name: sign.check }))),
  };
  return steps;
}

async function suggestionIn(options: Locator, words: string): Promise<string> {
  const suggested = await options.evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''));
  return suggested.find((each) => each.includes(words)) ?? '';
}
