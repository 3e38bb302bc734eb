import { Temporal } from 'temporal-polyfill';
import { wall } from '../../bot/governance/time/calendar.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { sheet, template } from '../kit/sheet.ts';
import { textIn } from '../text/languages.ts';

/** In the secretariat's channel: a month's nightly control hashes, one line a night, kept outside the store. */
export const anchorCard: Card<'anchor'> = {
  name: 'anchor',
  template,
  show: async (desk, _about, occasion, viewer) => {
    const text = textIn(viewer.language);
    const month = readOccasion('anchor', occasion)?.mark ?? wall(desk.charter, desk.now).toPlainDate().toString().slice(0, 7);
    const night = (at: string) => text.date(wall(desk.charter, Temporal.Instant.from(at)).toPlainDate());
    const nights = (await desk.anchors(month)).slice(-40).map((each) => text.anchor.line(night(each.at), each.hash, each.streams));
    const title = text.anchor.title(text.month(Temporal.PlainDate.from(`${month}-01`)));
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title,
        under: text.anchor.intro,
        question: '',
        byWhen: '',
        parts: [{ heading: '', lines: nights.length === 0 ? [text.anchor.none] : nights }],
        fields: [],
        missing: '',
        buttons: [],
        why: [text.why.ours],
      }),
      idle: true,
      summary: title,
      mentions: [],
      viewers: [],
    };
  },
  verbs: {},
};
