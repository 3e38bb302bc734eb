import { speaksFor } from '../../bot/governance/people/speaks.ts';
import { concerns, type FlagState } from '../../bot/governance/vocabulary/knowledge/flag.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Form, Reading } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { opens, typed } from '../kit/form.ts';
import { named } from '../kit/people.ts';
import { type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';
import { hereWith, nameToday, wordsIn } from './experience-file.ts';

const most = { everyone: 8, person: 12, text: 1_500 };

/** What stands open in a body; whoever speaks for it flags something new here. */
export const flags: Card<'flags'> = {
  name: 'flags',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { flagList: text, flag, back, summary, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const { shown, left } = shorten(await desk.flags([body.body]), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, viewer.kind === 'person', language)));
    const may = viewer.kind === 'person' && speaksFor(body.body, desk.one(viewer.person), await hereWith(desk, [body.body]));
    const form = may ? openForm(viewer, ['write', 'sent']) : null;
    const writing = form === 'write';
    const of = nameToday(desk, body.body, language);
    const clause = desk.charter.speakUp;
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: writing ? 'Medium' : 'Large',
        under: '',
        question: writing ? text.ask : form === 'sent' ? text.sent : parts.length === 0 ? text.none : '',
        byWhen: writing ? text.note : form === 'sent' ? await comesIn(desk, [body.body], language) : '',
        parts: writing ? [] : [...parts, { heading: '', lines: left > 0 ? [text.more(left)] : [] }],
        fields: writing ? fieldsOf(language) : [],
        missing: flag.required,
        buttons: writing
          ? [
              { title: text.send, verb: 'raise', sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : may
            ? [{ title: text.open, verb: 'open', open: 'write', sends: false }]
            : [],
        why: chainSaid(desk.charter, { chain: clause === null ? [] : [clause], ours: clause === null }, language),
      }),
      summary: summary(eyebrow(text.title, of), parts[0]?.heading ?? text.none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, raise, flag: toFlag },
};

async function partOf(desk: Desk, state: FlagState, own: boolean, language: Language): Promise<SheetPart> {
  const { flag: text, flagList } = textIn(language);
  const about = streamOf('flag', state.flag);
  const [who = ''] = await named(desk, [state.by]);
  const words = (await wordsIn(desk, about, state.text, 160)) || text.erased;
  const stands = state.phase === 'open' ? text.by(who, nameToday(desk, state.body, language)) : text.stands[state.phase];
  const leads = { open: flagList.show, verb: 'flag', of: state.flag };
  return { heading: text.titles[state.concern], lines: [words, stands], ...(own ? { leads } : {}) };
}

function fieldsOf(language: Language): readonly Field[] {
  const { flagList: text } = textIn(language);
  const choices = concerns.map((each) => ({ title: text.concerns[each], value: each }));
  return [
    { kind: 'one', id: 'concern', label: text.concern, choices, style: 'expanded', value: 'problem' },
    { kind: 'text', id: 'text', label: text.text, most: most.text, long: true, required: true },
  ];
}

function raise(form: Form): Reading {
  const text = sealed(form, 'text', most.text, form.seal);
  if (isRefusal(text)) return text;
  if (text === null) return { refused: 'missing', field: 'text' };
  const concern = concerns.find((each) => each === typed(form, 'concern'));
  if (!concern) return { refused: 'missing', field: 'concern' };
  return {
    read: 'command',
    stream: streamOf('flag', form.newId),
    command: { type: 'RaiseFlag', body: idIn(form.about, 'body'), concern, text },
    next: { open: 'sent', picks: {} },
  };
}

/** The presser's own view of a flag, which the button names. */
export function toFlag(form: Form): Reading {
  const id = form.picks.case ?? '';
  if (!isId(id)) return { refused: 'flag-has-moved' };
  return { read: 'card', card: 'flag', about: streamOf('flag', id), open: null, picks: {} };
}
