import { emptyBody } from '../../bot/governance/body/body.ts';
import { carriedOver, isSeated, seesClosed } from '../../bot/governance/meeting/agenda.ts';
import type { Item } from '../../bot/governance/vocabulary/meeting.ts';
import type { PersonKey, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { said } from '../kit/said.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { runs } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type AttendanceFile, heldBy } from './attendance.ts';

/** An item as a card shows it: what it is, its kind and what else is known, what is recommended, and a link to its papers. */
export interface ItemRow {
  readonly heading: string;
  readonly notes: string;
  readonly recommended: readonly string[];
  /** What became of it, and who disagreed. */
  readonly lines: readonly string[];
  /** Empty: none. */
  readonly papers: string;
  readonly open: string;
}

/** The items of a meeting in order; until the agenda is out, with those that wait from earlier meetings first. */
export function itemsOf({ meeting, body }: AttendanceFile): readonly Item[] {
  return meeting.agendaSent ? meeting.items : [...carriedOver(meeting, body).map(({ item }) => item), ...meeting.items];
}

/** What a rule may look at, as it lies on the desk. */
function aroundOf(desk: Desk, { bodies }: AttendanceFile) {
  return {
    charter: desk.charter,
    now: desk.now,
    one: desk.one,
    body: (id: string) => bodies.find(({ body }) => body === id) ?? emptyBody(id),
  };
}

/** What the bodies that meet are called. */
export function isMember(desk: Desk, here: AttendanceFile, viewer: Viewer): boolean {
  return viewer.kind === 'person' && isSeated(here.meeting, desk.one(viewer.person), aroundOf(desk, here));
}

/** Whether a viewer's card may show what is closed; everyone's never does. */
export function readsClosed(desk: Desk, here: AttendanceFile, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone') return false;
  return seesClosed(here.meeting, desk.one(viewer.person), aroundOf(desk, here), runs(desk, here.body, viewer));
}

/** The words of a text of an item, safe to show; '' where there are none or they were erased. */
async function itemWords(desk: Desk, item: Item, text: TextRef | null, most: number): Promise<string> {
  return text ? plain((await desk.words(item.textsIn, text)) ?? '', most) : '';
}

/** What an item is called in a list, with its number. */
export async function itemTitle(desk: Desk, item: Item, at: number, closed: boolean, viewer: Viewer): Promise<string> {
  const text = textIn(viewer.language).agenda;
  return `${at + 1}. ${item.closed && !closed ? text.closed : await itemWords(desk, item, item.title, 80)}`;
}

/** An item as proposed. Who may not see a closed one sees that there is one. */
export async function agendaRow(desk: Desk, here: AttendanceFile, item: Item, at: number, viewer: Viewer): Promise<ItemRow> {
  const text = textIn(viewer.language).agenda;
  if (item.closed && !readsClosed(desk, here, viewer))
    return { heading: `${at + 1}. ${text.closed}`, notes: '', recommended: [], lines: [], papers: '', open: '' };
  const recommended = await Promise.all(item.recommendations.map((each) => itemWords(desk, item, each, 400)));
  const notes = [
    text.kinds[item.kind],
    ...(item.closed ? [text.closedMark] : []),
    ...(item.case ? [text.case(plain(item.case))] : []),
    ...(isOf(item.textsIn, 'meeting') && item.textsIn !== streamOf('meeting', here.meeting.meeting) ? [text.carried] : []),
    ...(item.late ? [text.late] : []),
  ];
  return {
    heading: text.heading(at + 1, await itemWords(desk, item, item.title, 200)),
    notes: notes.join(' · '),
    recommended: recommended.filter(Boolean).map(text.at),
    lines: [],
    papers: (item.papers && (await desk.words(item.textsIn, item.papers))) ?? '',
    open: text.papers(at + 1),
  };
}

/** As many rows from a place on as fit a card, and where the next ones begin; null: that was all. */
export async function fittingRows(
  items: readonly Item[],
  from: number,
  room: number,
  row: (item: Item, at: number) => Promise<ItemRow>,
): Promise<{ readonly rows: readonly ItemRow[]; readonly next: number | null }> {
  const rows: ItemRow[] = [];
  let left = room;
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    const next = item && (await row(item, at));
    if (!next) break;
    left -= JSON.stringify(next).length + 350 + 70 * (next.lines.length + next.recommended.length);
    if (left < 0 && rows.length > 0) return { rows, next: at };
    rows.push(next);
  }
  return { rows, next: null };
}

/** Where a page begins, as a button said it. */
export function pageStart(viewer: Viewer, count: number): number {
  const from = viewer.kind === 'person' ? Number(viewer.picks.page ?? '0') : 0;
  return Number.isInteger(from) && from > 0 && from < count ? from : 0;
}

/** What somebody's dissent is signed with: the name among members, the seat for everyone else. */
export async function signed(desk: Desk, here: AttendanceFile, person: PersonKey, viewer: Viewer): Promise<string> {
  const text = textIn(viewer.language).minutes;
  if (readsClosed(desk, here, viewer)) return plain(await desk.name(person), 60);
  const [held] = heldBy(desk, here.bodies, person);
  return held ? said(held.seat.name, viewer.language, desk.charter, 80) : text.somebody;
}

/** What is recommended about each item, and the papers: behind a press. */
export function behindItems(rows: readonly ItemRow[], language: Language): readonly SheetPart[] {
  const text = textIn(language).agenda;
  const lines = rows.flatMap(({ heading, recommended }) => (recommended.length > 0 ? [heading, ...recommended] : []));
  const papers = rows.filter((each) => each.papers !== '').map((each) => ({ title: each.open, link: each.papers }));
  return [
    ...(lines.length > 0 ? [{ heading: text.recommended, lines, folded: true }] : []),
    ...(papers.length > 0 ? [{ heading: text.allPapers(papers.length), lines: [], buttons: papers, folded: true }] : []),
  ];
}
