import type { Locator, Page } from 'playwright-core';

/** What somebody does on a page, with a mouse or with a keyboard alone; each press is counted, what is typed in a field is not. */
export interface Hands {
  readonly press: (on: Locator) => Promise<void>;
  readonly write: (into: Locator, words: string) => Promise<void>;
  readonly choose: (from: Locator, option: string) => Promise<void>;
  readonly pressed: () => number;
}

const mostTabs = 400;

export function mouseOn(_page: Page): Hands {
  let pressed = 0;
  return {
    press: async (on) => {
      pressed += 1;
      await on.click();
    },
    write: async (into, words) => {
      pressed += 1;
      await into.fill(words);
    },
    choose: async (from, option) => {
      pressed += 2;
      await from.selectOption({ label: option });
    },
    pressed: () => pressed,
  };
}

/** Tab, Shift+Tab is never needed, Enter, Space, arrows and letters. What no Tab reaches cannot be pressed. */
export function keyboardOn(page: Page): Hands {
  let pressed = 0;
  const reach = async (there: Locator) => {
    await there.waitFor();
    for (let tabs = 0; tabs < mostTabs; tabs++) {
      if (await isFocused(there)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no Tab reaches ${there}`);
  };
  /** A Tab reaches a group of radio buttons, and arrows go round in it. */
  const picks = async (radio: Locator) => {
    const group = page.locator(`input[type="radio"][name="${await radio.getAttribute('name')}"]`);
    await reach(group.first());
    await page.keyboard.press('Space');
    for (let steps = await group.count(); steps > 0 && !(await radio.isChecked()); steps--) await page.keyboard.press('ArrowDown');
    if (!(await radio.isChecked())) throw new Error(`no arrow reaches ${radio}`);
  };
  return {
    press: async (on) => {
      pressed += 1;
      if ((await on.getAttribute('type')) === 'radio') return picks(on);
      await reach(on);
      await page.keyboard.press('Enter');
    },
    write: async (into, words) => {
      pressed += 1;
      await reach(into);
      const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
      for (const typed of date ? datesTyped(date) : [words]) {
        await page.keyboard.type(typed);
        if ((await into.inputValue()) === words) return;
        for (let back = 0; back < 2; back++) await page.keyboard.press('ArrowLeft');
      }
      throw new Error(`"${words}" cannot be typed into ${into}`);
    },
    choose: async (from, option) => {
      pressed += 2;
      await reach(from);
      const shown = () =>
        from.evaluate((list) => (list as unknown as { selectedOptions: { label: string }[] }).selectedOptions[0]?.label ?? '');
      await page.keyboard.press('Home');
      for (let steps = 0; steps < mostTabs && (await shown()) !== option; steps++) await page.keyboard.press('ArrowDown');
      if ((await shown()) !== option) throw new Error(`no arrow reaches "${option}" in ${from}`);
    },
    pressed: () => pressed,
  };
}

function isFocused(there: Locator): Promise<boolean> {
  return there.evaluate((element) => (element as unknown as { matches: (how: string) => boolean }).matches(':focus'));
}

/** The parts of a date stand in the order of the machine's language. */
function datesTyped([, year = '', month = '', day = '']: readonly string[]): readonly string[] {
  return [`${month}${day}${year}`, `${day}${month}${year}`];
}
