import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { tallyOf } from '../../bot/governance/knowledge/experience.ts';
import { kindOf, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { experienceFile, experienceTitle, nameToday, wordsIn } from '../knowledge/experience-file.ts';
import { flagFile } from '../knowledge/flag-file.ts';
import { type Language, textIn } from '../text/languages.ts';
import { planLaid, taskLines } from '../work-plan/file.ts';
import type { CaseFile } from './file.ts';
import { isFor, isSource, type RaiseSource } from './raise-from.ts';

/** What a case was raised from: an experience with what the others say of it, what somebody spoke up about, or a plan's tasks. */
export async function originParts(
  desk: Desk,
  { about, state: { origin, body } }: CaseFile,
  language: Language,
): Promise<readonly SheetPart[]> {
  if (origin === null) return [];
  const plan = await planLaid(desk, about, origin);
  if (plan) return [{ heading: textIn(language).workPlan.laid, lines: await taskLines(desk, plan, language) }];
  const kind = kindOf(origin);
  return isSource(kind) ? said[kind](desk, origin, body, language) : [];
}

type Said = (desk: Desk, origin: Stream, body: BodyId, language: Language) => Promise<readonly SheetPart[]>;

/** What a body reads of each thing a case can be raised from; nothing where it is not for that body. */
const said: Readonly<Record<RaiseSource, Said>> = {
  flag: async (desk, origin, body, language) => {
    const { caseOrigin: text, flag } = textIn(language);
    const file = await flagFile(desk, origin);
    if (!file || !isFor(desk, file.state, body)) return [];
    const [who = ''] = await named(desk, [file.state.by]);
    return [{ heading: text.flag, lines: [flag.answered(who, (await wordsIn(desk, origin, file.state.text, 300)) || flag.erased)] }];
  },
  experience: async (desk, origin, body, language) => {
    const { caseOrigin: text } = textIn(language);
    const file = await experienceFile(desk, origin);
    if (!file || !isFor(desk, file.state, body)) return [];
    const told = text.told(await experienceTitle(desk, file, language), nameToday(desk, file.state.from, language));
    return [{ heading: text.experience, lines: [told, ...(await tallySaid(desk, origin, language))] }];
  },
};

/** The tally of the experience a case was raised from, in a sentence; nothing where there is none. */
export async function tallySaid(desk: Desk, origin: CaseFile['state']['origin'], language: Language): Promise<readonly string[]> {
  const state = origin && kindOf(origin) === 'experience' ? await desk.state('experience', origin) : null;
  return state?.phase === 'spread' ? [textIn(language).experience.tally(tallyOf(state))] : [];
}
