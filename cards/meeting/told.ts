import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from '../kit/card.ts';
import { type Language, textIn } from '../text/languages.ts';

/** What a calendar says of a meeting to whoever has its address: where it is, what is on its agenda, and no item that is closed. */
export async function toldOf(
  desk: Desk,
  meeting: CalledMeeting,
  language: Language,
): Promise<{ readonly place: string; readonly link: string; readonly description: string }> {
  const { calendar: text } = textIn(language);
  const about = streamOf('meeting', meeting.meeting);
  const cancelled = meeting.phase === 'cancelled';
  const place = (meeting.place && (await desk.words(about, meeting.place))) ?? '';
  const link = cancelled ? '' : ((meeting.link && (await desk.words(about, meeting.link))) ?? '');
  const page = meeting.minutes === 'published' ? (desk.page(meeting.meeting) ?? '') : '';
  const items = meeting.agendaSent && !cancelled ? meeting.items : [];
  const titles = await Promise.all(
    items.map(async (item, at) => (item.closed ? [] : [`${at + 1}. ${(await desk.words(item.textsIn, item.title)) ?? ''}`])),
  );
  const lines = [
    ...(link === '' ? [] : [text.joinAt(link)]),
    ...(titles.flat().length === 0 ? [] : [text.agenda, ...titles.flat()]),
    ...(page === '' ? [] : [text.readAt(page)]),
    text.answerIn,
  ];
  return { place, link, description: lines.join('\n') };
}
