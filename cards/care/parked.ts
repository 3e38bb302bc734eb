import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Card, Desk, ParkedNotice } from '../kit/card.ts';
import { typed } from '../kit/form.ts';
import { shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { runners, runs } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';

/** In the secretariat's channel: the cards that could not be delivered, each with the reason, and a way to try again. */
export const parked: Card<'parked'> = {
  name: 'parked',
  template,
  show: async (desk, _about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const body = await desk.body(desk.charter.collaboration.secretariat);
    const all = await desk.parked();
    const { shown, left } = shorten(all, 8);
    const liftable = shorten(all, 40).shown;
    const lifting = shown.length > 0 && runs(desk, body, viewer);
    const choices = liftable.map((each) => ({ title: text.parked.choice(...called(desk, each, language)), value: each.key }));
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title: text.parked.title,
        under: '',
        question: shown.length === 0 ? '' : text.parked.question,
        byWhen:
          shown.length === 0 ? text.parked.none : viewer.kind === 'everyone' ? text.parked.byWhen : lifting ? '' : text.parked.readOnly,
        parts: [
          {
            heading: '',
            lines: [
              ...shown.map((each) => text.parked.line(...called(desk, each, language), reason(each, language))),
              ...(left > 0 ? [text.left(left)] : []),
            ],
          },
        ],
        fields: lifting
          ? [{ kind: 'one', id: 'notice', label: text.parked.which, style: 'compact', value: choices[0]?.value ?? '', choices }]
          : [],
        missing: text.seats.required,
        buttons: lifting ? [{ title: text.parked.again, verb: 'lift', sends: true, primary: true }] : [],
        why: [text.why.ours],
      }),
      idle: shown.length === 0,
      summary: text.summary(text.parked.title, shown.length === 0 ? text.parked.none : text.parked.question),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: {
    lift: (form) => {
      const notice = typed(form, 'notice');
      return notice === '' ? { refused: 'missing', field: 'notice' } : { read: 'lift', notice };
    },
  },
};

function called(desk: Desk, { card, to }: ParkedNotice, language: Language): [string, string] {
  const text = textIn(language).parked;
  const cards: Readonly<Record<string, string>> = text.cards;
  const elsewhere = card === 'page' ? text.site : text.nowhere;
  return [cards[card] ?? card, to ? shortBody(desk.charter, to, language, dateAt(desk.charter, desk.now)) : elsewhere];
}

function reason({ error }: ParkedNotice, language: Language): string {
  const reasons: Readonly<Record<string, string>> = textIn(language).parked.reasons;
  return reasons[error.split(':')[0] ?? ''] ?? textIn(language).parked.reasons.other;
}
