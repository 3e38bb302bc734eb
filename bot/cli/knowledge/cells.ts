import { bodyName } from '../../../cards/kit/said.ts';
import { type Language, textIn } from '../../../cards/text/languages.ts';
import type { Cells } from '../../files/cells.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import type { RegisteredExperience, RegisteredFlag } from '../../view/knowledge/knowledge.ts';

/** One line an experience, in the words a person reads. */
export function experienceCells(charter: Charter, language: Language, all: readonly RegisteredExperience[]): Cells {
  const { head, states } = textIn(language).tables.experiences;
  const rows = all.map(({ since, title, account, from, by, assessor, state, assessment, tally }) => {
    const day = since.slice(0, 10);
    const { relevant, already, 'not-for-us': notForUs, silent } = tally;
    const counts = state === 'spread' ? [relevant, already, notForUs, silent].map(String) : ['', '', '', ''];
    const [told, reads] = [from, assessor].map((id) => bodyName(charter, id, language, day));
    return [day, title, account, told ?? '', by, reads ?? '', states[state], assessment, ...counts];
  });
  return { head, rows };
}

/** One line a flag. */
export function flagCells(charter: Charter, language: Language, all: readonly RegisteredFlag[]): Cells {
  const { tables, flagList: text } = textIn(language);
  const { head, states } = tables.flags;
  const rows = all.map(({ since, body, by, concern, text: words, state, answer, case: raised }) => {
    const day = since.slice(0, 10);
    return [day, bodyName(charter, body, language, day), text.concerns[concern], words, by, states[state], answer, raised?.about ?? ''];
  });
  return { head, rows };
}
