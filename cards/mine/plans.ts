import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { indicatorsMissing } from '../../bot/governance/initiative/silence.ts';
import { turnFor } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { workPlanStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { initiativeFile, initiativeName, leadsIn, nameIn } from '../initiative/file.ts';
import { patientsAnswered } from '../initiative/said.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { portfolioFile } from '../portfolio/file.ts';
import { textIn } from '../text/languages.ts';
import { workPlanFile } from '../work-plan/file.ts';

/** Work plans that wait for this person's key, and what the initiatives and portfolios they lead have been asked and not said. */
export async function plansAsking(desk: Desk, viewer: Viewer) {
  if (viewer.kind === 'everyone') return [];
  const self = { ...viewer, administrator: false };
  return [...(await workPlans(desk, self)), ...(await initiatives(desk, self)), ...(await portfolios(desk, self))];
}

type Person = Extract<Viewer, { kind: 'person' }>;

async function workPlans(desk: Desk, viewer: Person) {
  const { minePlans: text, workPlan, eyebrow } = textIn(viewer.language);
  const running = Number(dateAt(desk.charter, desk.now).slice(0, 4));
  const rows = await Promise.all(
    desk.charter.bodies
      .filter(({ outside }) => !outside)
      .flatMap(({ id }) => [running, running + 1].map((year) => ({ id, year })))
      .map(async ({ id, year }) => {
        const stream = workPlanStream(id, year);
        if ((await desk.state('work-plan', stream))?.phase !== 'asked') return [];
        const file = await workPlanFile(desk, stream);
        if (!file) return [];
        const { charter, now, one, sectorOf } = desk;
        const seat = turnFor(file.state, one(viewer.person), { charter, now, one, sectorOf, body: file.body });
        if (typeof seat !== 'string' || file.state.turns.some((turn) => turn.seat === seat)) return [];
        return [
          row(eyebrow(workPlan.title(year), nameIn(desk, id, viewer.language)), text.plan, 'work-plan', `${id}.${year}`, text.openPlan),
        ];
      }),
  );
  return rows.flat();
}

async function initiatives(desk: Desk, viewer: Person) {
  const { minePlans: text, initiative } = textIn(viewer.language);
  const rows = await Promise.all(
    (await desk.initiatives()).map(async ({ initiative: id }) => {
      const file = await initiativeFile(desk, streamOf('initiative', id));
      if (!file || file.state.stage === 'closed') return [];
      const { state, owner } = file;
      const title = initiative.title(await initiativeName(desk, id, viewer.language));
      const patients = leadsIn(desk, file.body, owner, viewer) && !patientsAnswered(state.patients?.on ?? null, state.patientsAsked);
      const owed = state.indicatorsAsked === null ? [] : indicatorsMissing(state, state.indicatorsAsked.quarter);
      const numbers = owed.some(({ reportedBy }) => leadsIn(desk, file.body, reportedBy, viewer));
      const line = patients ? text.patients : text.numbers;
      return patients || numbers ? [row(title, line, 'initiative', id, text.openInitiative)] : [];
    }),
  );
  return rows.flat();
}

async function portfolios(desk: Desk, viewer: Person) {
  const { minePlans: text, portfolio, eyebrow } = textIn(viewer.language);
  const today = dateAt(desk.charter, desk.now);
  const following = desk.charter.bodies.filter(({ id }) => termsInForce(desk.charter, id, today)?.portfolio);
  const rows = await Promise.all(
    following.map(async ({ id }) => {
      const file = await portfolioFile(desk, streamOf('portfolio', id));
      if (!file || file.owed.length === 0 || !leadsIn(desk, file.body, id, viewer)) return [];
      return [
        row(
          eyebrow(portfolio.title, nameIn(desk, id, viewer.language)),
          text.solutions(file.owed.length),
          'portfolio',
          id,
          text.openPortfolio,
        ),
      ];
    }),
  );
  return rows.flat();
}

function row(title: string, line: string, verb: string, of: string, open: string) {
  return { title, when: '', line, asked: 'plan', meeting: '', case: of, verb, open, yes: '', no: '' };
}
