import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { answersHere, experienceFile, experienceTitle, mayAssess, nameToday, wordsIn } from '../knowledge/experience-file.ts';
import { flagFile, mayAnswerFlag } from '../knowledge/flag-file.ts';
import { textIn } from '../text/languages.ts';

/** Experience this viewer is to assess, or to answer for a body that has not, and flags that wait for their answer. */
export async function knowledgeAsking(desk: Desk, viewer: Viewer) {
  if (viewer.kind === 'everyone') return [];
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside).map(({ id }) => id);
  return [...(await experiencesAsking(desk, viewer, bodies)), ...(await flagsAsking(desk, viewer, bodies))];
}

type Bodies = readonly BodyId[];
type Person = Extract<Viewer, { kind: 'person' }>;

async function experiencesAsking(desk: Desk, viewer: Person, bodies: Bodies) {
  const { experience: text, experienceNote } = textIn(viewer.language);
  const all = await desk.experiences(bodies, { openOnly: true });
  const rows = await Promise.all(
    all.map(async ({ experience: id }) => {
      const file = await experienceFile(desk, streamOf('experience', id));
      if (!file) return [];
      const body = answersHere(file, viewer, null);
      const unanswered = body !== null && !file.state.answers.some((answer) => answer.body === body);
      const assesses = file.state.phase === 'told' && mayAssess(file, desk.one(viewer.person));
      if (!assesses && !unanswered) return [];
      const line = assesses ? text.assess : text.fit(nameToday(desk, body ?? '', viewer.language));
      return [row('experience', id, text.title(await experienceTitle(desk, file, viewer.language)), line, experienceNote.open)];
    }),
  );
  return rows.flat();
}

async function flagsAsking(desk: Desk, viewer: Person, bodies: Bodies) {
  const { flag: text, flagNote } = textIn(viewer.language);
  const all = await desk.flags(bodies);
  const rows = await Promise.all(
    all.map(async ({ flag }) => {
      const file = await flagFile(desk, streamOf('flag', flag));
      if (file?.state.phase !== 'open' || !mayAnswerFlag(file, desk.one(viewer.person))) return [];
      const words = await wordsIn(desk, file.about, file.state.text, 160);
      return [row('flag', flag, text.titles[file.state.concern], words || text.erased, flagNote.open)];
    }),
  );
  return rows.flat();
}

function row(verb: 'experience' | 'flag', id: string, title: string, line: string, open: string) {
  return { title, when: '', line, asked: verb, meeting: '', case: id, verb, open, yes: '', no: '' };
}
