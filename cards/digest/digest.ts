import { Temporal } from 'temporal-polyfill';
import { resultIn } from '../../bot/governance/case/phases.ts';
import { type Digest, digestOf, informingClauses, sinceLastMeeting } from '../../bot/governance/digest/digest.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { called, caseFile, caseTitle, caseWords, dayAt } from '../case/file.ts';
import type { Card, Desk } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { toCase } from '../kit/lead.ts';
import { shortBody } from '../kit/said.ts';
import { type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { period } from '../meeting/attendance.ts';
import { nameThen, requestFile, requestTitle } from '../request/file.ts';
import { toRequest } from '../request/requests.ts';
import { askedOf } from '../request/said.ts';
import { type Language, textIn } from '../text/languages.ts';

const most = { everyone: 10, person: 16 };

/** For information before a meeting: what those under the body have decided themselves, and what has been started. Nothing to tell, no card. */
export const digest: Card<'digest'> = {
  name: 'digest',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const meeting = await desk.state('meeting', about);
    if (!meeting || meeting.phase === 'cancelled') return null;
    const { language } = viewer;
    const { digest: text, summary } = textIn(language);
    const since = sinceLastMeeting(meeting, await desk.meetings(meeting.body, { openOnly: false }));
    const moved = { cases: await desk.movedSince('case', since.from), requests: await desk.movedSince('request', since.from) };
    const told = digestOf(desk.charter, meeting, since, moved);
    if (told.decided.length + told.started.length === 0) return null;
    const date = dateAt(desk.charter, Temporal.Instant.from(meeting.start));
    const chain = informingClauses(desk.charter, meeting.body, date);
    const own = viewer.kind === 'person';
    const decided = shorten(told.decided, most[viewer.kind]);
    const started = shorten(told.started, most[viewer.kind]);
    const parts = [
      ...grouped(text.decided, await decidedParts(desk, decided.shown, own, language), decided.left, text.more),
      ...grouped(text.started, await startedParts(desk, started.shown, own, language), started.left, text.more),
    ];
    return {
      data: sheet({
        eyebrow: shortBody(desk.charter, meeting.body, language, date),
        title: text.title,
        size: 'Medium',
        under: period(desk, meeting, language),
        question: '',
        byWhen: text.since(dayAt(desk, since.from, language)),
        parts,
        fields: [],
        missing: '',
        buttons: [],
        why: chainSaid(desk.charter, { chain, ours: chain.length === 0 }, language),
      }),
      summary: summary(text.title, text.count(told.decided.length + told.started.length)),
      mentions: [],
      viewers: [],
      keptUntil: meeting.start,
    };
  },
  verbs: { case: toCase, request: toRequest },
};

function grouped(heading: string, parts: readonly SheetPart[], left: number, more: (n: number) => string): readonly SheetPart[] {
  const [first] = parts;
  if (!first) return [];
  return [{ heading, lines: [] }, ...parts, ...(left > 0 ? [{ heading: '', lines: [more(left)] }] : [])];
}

async function decidedParts(desk: Desk, decided: readonly RaisedCase[], own: boolean, language: Language): Promise<readonly SheetPart[]> {
  const { digest: text } = textIn(language);
  return Promise.all(
    decided.map(async (state): Promise<SheetPart> => {
      const file = await caseFile(desk, streamOf('case', state.case));
      if (!file) return { heading: '', lines: [] };
      const title = await caseTitle(desk, file, language);
      const result = resultIn(state);
      const said = result ? await caseWords(desk, result.textsIn, result.text, 240) : '';
      const by = text.by(called(desk, file, state.at, language), dayAt(desk, state.since, language));
      const line = [state.number ? plain(state.number) : '', title].filter(Boolean).join(' ');
      return { heading: '', lines: [text.line(line, by), said].filter(Boolean), ...(own ? leads(text.open, 'case', state.case) : {}) };
    }),
  );
}

async function startedParts(desk: Desk, started: Digest['started'], own: boolean, language: Language): Promise<readonly SheetPart[]> {
  const { digest: text, request } = textIn(language);
  return Promise.all(
    started.map(async (state): Promise<SheetPart> => {
      const file = await requestFile(desk, streamOf('request', state.request));
      if (!file) return { heading: '', lines: [] };
      const between = request.between(nameThen(desk, file, state.from, language), nameThen(desk, file, state.to, language));
      const { question } = await askedOf(desk, file, language);
      const line = text.line(await requestTitle(desk, file, language), between);
      return { heading: '', lines: [line, question], ...(own ? leads(text.open, 'request', state.request) : {}) };
    }),
  );
}

function leads(open: string, verb: string, of: string): Pick<SheetPart, 'leads'> {
  return { leads: { open, verb, of } };
}
