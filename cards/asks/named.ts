import { objectionIn, reopeningIn } from '../../bot/governance/case/phases.ts';
import { endedWith, indicatorsMissing } from '../../bot/governance/initiative/silence.ts';
import { noMark } from '../../bot/governance/portfolio/portfolio.ts';
import type { Ask, AskKind } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import type { Indicator } from '../../bot/governance/vocabulary/initiative.ts';
import { type Kind, kindOf, type PersonKey, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import { caseFile, caseTitle, caseWords } from '../case/file.ts';
import { resultLines, writtenOut } from '../case/said.ts';
import { bodiesSaid, groupFile, groupWords } from '../group/file.ts';
import { initiativeName, nameIn, worded } from '../initiative/file.ts';
import { periodSaid } from '../initiative/said.ts';
import type { Desk } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { toldWords } from '../kit/told-words.ts';
import { experienceFile, experienceTitle, wordsIn } from '../knowledge/experience-file.ts';
import { flagFile } from '../knowledge/flag-file.ts';
import { period, sitting } from '../meeting/attendance.ts';
import { noSaid, portfolioFile } from '../portfolio/file.ts';
import { requestFile, requestTitle } from '../request/file.ts';
import { type Language, textIn } from '../text/languages.ts';
import { yearAbout } from '../year/file.ts';

/** What an ask is about, in a few words: the subject's own name. */
export async function nameOfAbout(desk: Desk, about: Stream, language: Language): Promise<string> {
  const text = textIn(language);
  const [, id = ''] = about.split('/');
  switch (kindOf(about)) {
    case 'case': {
      const file = await caseFile(desk, about);
      return file ? text.case.title(plain(file.state.number ?? ''), await caseTitle(desk, file, language)) : '';
    }
    case 'request': {
      const file = await requestFile(desk, about);
      return file ? requestTitle(desk, file, language) : '';
    }
    case 'group': {
      const file = await groupFile(desk, about);
      if (!file) return '';
      return text.groupNote.of(bodiesSaid(desk, file, language), await groupWords(desk, file, file.state.mandate.purpose, 120));
    }
    case 'experience': {
      const file = await experienceFile(desk, about);
      return file ? experienceTitle(desk, file, language) : '';
    }
    case 'flag': {
      const file = await flagFile(desk, about);
      return file ? text.flag.titles[file.state.concern] : '';
    }
    case 'initiative':
      return initiativeName(desk, id, language);
    case 'meeting': {
      const here = await sitting(desk, about);
      return here ? period(desk, here.meeting, language) : '';
    }
    case 'year': {
      const found = yearAbout(about, '');
      return found ? text.eyebrow(text.year.title(found.year), nameIn(desk, found.body, language)) : '';
    }
    case 'work-plan': {
      const state = await desk.state('work-plan', about);
      return state ? text.eyebrow(text.workPlan.title(state.year), nameIn(desk, state.body, language)) : '';
    }
    default:
      return nameIn(desk, id, language);
  }
}

/** Who hears what came of it besides those who must act: whoever raised the case that is answered. */
export async function alsoHears(desk: Desk, { what, about }: Ask): Promise<readonly PersonKey[]> {
  const by = what === 'case-receipt' ? (await caseFile(desk, about))?.state.by : null;
  return by ? [desk.one(by)] : [];
}

/** The words that go with an ask: the answer that came, the report, what is missing. */
export async function wordsOfAsk(desk: Desk, { what, about, of, id }: Ask, language: Language): Promise<readonly string[]> {
  switch (what) {
    case 'case-receipt':
    case 'case-confirm': {
      const file = await caseFile(desk, about);
      return file ? [(await resultLines(desk, file, language, 300)).join(' ')] : [];
    }
    case 'case-disputed': {
      const file = await caseFile(desk, about);
      const objection = file && objectionIn(file.state);
      if (!file || !objection) return [];
      const reason = await caseWords(desk, about, objection.judgement.reason, 400);
      return [(await resultLines(desk, file, language, 300)).join(' '), reason === '' ? '' : textIn(language).case.quoted(reason)];
    }
    case 'case-result': {
      const file = await caseFile(desk, about);
      return file ? writtenOut(desk, file, language) : [];
    }
    case 'case-reopen': {
      const file = await caseFile(desk, about);
      const [first] = file ? reopeningIn(file.state) : [];
      return file && first ? [await caseWords(desk, about, first.judgement.reason, 400)] : [];
    }
    case 'request-receipt': {
      const file = await requestFile(desk, about);
      return [await toldWords(desk, file?.state.report ?? null, 400)];
    }
    case 'request-back': {
      const file = await requestFile(desk, about);
      const reason = file?.state.turnedDown?.turns.find((turn) => turn.judgement.reason !== null)?.judgement.reason;
      return reason ? [await toldWords(desk, { text: reason, in: about }, 400)] : [];
    }
    case 'group-receipt': {
      const file = await groupFile(desk, about);
      return file ? [await groupWords(desk, file, file.state.report, 400)] : [];
    }
    case 'flag-answer': {
      const file = await flagFile(desk, about);
      return [await wordsIn(desk, about, file?.state.text ?? null, 160)];
    }
    case 'portfolio-no': {
      const file = await portfolioFile(desk, about);
      const no = file?.state.followUps.find((each) => id.endsWith(noMark(each)));
      return file && no ? [await noSaid(desk, file, no, language)] : [];
    }
    case 'initiative-numbers': {
      const state = await desk.state('initiative', about);
      const quarter = state?.indicatorsAsked?.quarter ?? null;
      if (!state || quarter === null) return [];
      const mine = indicatorsMissing(state, quarter).filter(({ reportedBy }) => 'body' in of && reportedBy === of.body);
      const said = ({ every }: Indicator) => periodSaid(every, endedWith(every, quarter).from, language);
      const lines = mine.map(async (each) =>
        textIn(language).initiative.indicator.choice(await worded(desk, about, each.name, 120), said(each), null),
      );
      return [(await Promise.all(lines)).join(', ')];
    }
    default:
      return [];
  }
}

/** Where an ask is answered: a card, opened on a form where it has one for this, and the name of the button to it. */
export function leadsTo(about: Stream, what: AskKind): { readonly card: CardName; readonly open: string | null; readonly to: LeadsTo } {
  switch (what) {
    case 'portfolio-no':
      return { card: 'portfolio', open: 'answer', to: 'answer' };
    case 'case-evidence':
      return { card: 'case', open: 'gate', to: 'answer' };
    case 'initiative-patients':
      return { card: 'initiative', open: 'patients', to: 'patients' };
    case 'initiative-numbers':
      return { card: 'initiative', open: 'report', to: 'numbers' };
    case 'meeting-agenda':
      return { card: 'agenda', open: null, to: 'agenda' };
    case 'meeting-minutes':
    case 'meeting-publish':
      return { card: 'minutes', open: null, to: 'minutes' };
    case 'assess-terms':
    case 'check-in':
      return { card: what, open: null, to: 'answer' };
    default:
      return { card: cardOf(kindOf(about)), open: null, to: 'answer' };
  }
}
type LeadsTo = 'answer' | 'agenda' | 'minutes' | 'patients' | 'numbers';

function cardOf(kind: Kind): CardName {
  switch (kind) {
    case 'case':
    case 'request':
    case 'group':
    case 'experience':
    case 'flag':
    case 'milestone-plan':
    case 'work-plan':
    case 'year':
    case 'portfolio':
    case 'meeting':
      return kind;
    case 'follow-up':
      return 'milestones';
    default:
      return 'organ';
  }
}
