import { awaited } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { kindOf, type PersonKey, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import { leadsTo } from '../../cards/asks/named.ts';
import { deck } from '../../cards/deck.ts';
import type { Desk, Face, Form, Reading } from '../../cards/kit/card.ts';
import { fill } from '../../cards/kit/fill.ts';
import { readSlip } from '../../cards/kit/slip.ts';
import { type Json, nodes } from '../cards/read.ts';
import { chamber } from './chamber.ts';
import { desk } from './desk.ts';
import { person, seated } from './given.ts';
import { documentsCharter } from './read-once.ts';

export type Pick = (n: number) => number;

const dwelling = [
  'sundhedsstyregruppen',
  'it-temagruppen',
  'forebyggelse',
  'faellessekretariatet',
  'telemedicin-styregruppen',
  'klyngestyregruppe-1',
  'sundhedskoordinationsudvalget',
];
/** What somebody writes to the bot to begin something. */
const begins: readonly CardName[] = [
  ...(['raise-case', 'requests', 'groups', 'initiatives', 'experiences', 'flags', 'milestones', 'work-plan', 'portfolio'] as const),
  ...(['year', 'new-meeting', 'agenda'] as const),
];
const notWalked: readonly string[] = ['body', 'charter', 'persons', 'channel', 'anchor'];

/** The collaboration of the documents, and everybody who sits in some of its bodies, each in one seat and with a name of their own. */
function cast() {
  const charter = documentsCharter();
  const seats = dwelling.flatMap((body) =>
    (charter.bodies.find(({ id }) => id === body)?.terms.at(-1)?.seats ?? []).map((seat) => ({ body, seat })),
  );
  const keyAt = (at: number): PersonKey => `p-${String(at).padStart(24, '0')}`;
  const people = seats.map((_seat, at) => keyAt(at));
  const stranger = keyAt(999);
  const bodies = dwelling.map((body) =>
    seated(body, Object.fromEntries(seats.flatMap((each, at) => (each.body === body ? [[each.seat.id, [keyAt(at)]]] : [])))),
  );
  const names = Object.fromEntries([...people, stranger].map((key, at) => [key, `Navn${at}`]));
  const sectors = Object.fromEntries(seats.map(({ seat }, at) => [keyAt(at), seat.sector ?? '']));
  return { charter, seats, people, stranger, bodies, names, sectors };
}

/** A press that a card offered, and what the rules said to it. */
export interface Offered {
  readonly card: CardName;
  readonly about: Stream;
  readonly verb: string;
  readonly refused: string | null;
}

/** The rules of all subjects together, and people who press whatever their cards offer them. */
export function openWalk(begin: string) {
  const { charter, seats, people, stranger, bodies, names, sectors } = cast();
  const room = chamber(charter, begin, bodies, sectors);
  const nameOf = (key: PersonKey): string => names[key] ?? key;
  let ids = 0;

  function onDesk(): Desk {
    const all = [...room.states.values()];
    const there = desk({
      charter,
      now: room.now().toString(),
      states: Object.fromEntries(room.states),
      meetings: all.flatMap((each) => (each.kind === 'meeting' && each.phase !== 'none' ? [each] : [])),
      bodies: all.flatMap((each) => (each.kind === 'body' ? [each] : [])),
      roster: people.map((key) => ({ person: key, name: nameOf(key), guest: false })),
      names,
      sectors,
    });
    return { ...there, words: async (_stream, { ref }) => (ref === '' ? null : 'Ord') };
  }
  const walked = () => [...room.states].filter(([stream]) => !notWalked.includes(kindOf(stream)));
  const asks = (): readonly Ask[] => walked().flatMap(([stream, state]) => openAsks(stream, state, charter));
  const around = { charter, one: (key: PersonKey) => key, body: room.body, sectorOf: (key: PersonKey) => sectors[key] ?? null };
  const fallsTo = (ask: Ask) => awaited(ask, { ...around, now: room.now() });
  const shows = (card: CardName, about: Stream, who: PersonKey | null, open: string | null = null): Promise<Face | null> =>
    deck[card].show(
      onDesk(),
      about,
      null,
      who === null
        ? { kind: 'everyone', language: 'da' }
        : { kind: 'person', language: 'da', person: who, administrator: false, open, picks: {} },
    );

  /** Whoever is asked mostly, or somebody who sees a card, or somebody who begins something. */
  async function looks(pick: Pick): Promise<{ readonly card: CardName; readonly about: Stream; readonly who: PersonKey }> {
    const of = <T>(all: readonly T[]): T | undefined => all[pick(all.length)];
    const [ask, about, dice] = [of(asks()), of(walked().map(([stream]) => stream)), pick(10)];
    const anybody = of(people) ?? stranger;
    if (ask && dice < 6) return { card: leadsTo(ask.about, ask.what).card, about: ask.about, who: of(fallsTo(ask).now) ?? anybody };
    if (about && dice < 8) {
      const seen = await shows(cardOf(about), about, null);
      return { card: cardOf(about), about, who: (pick(3) > 0 ? of(seen?.viewers ?? []) : null) ?? anybody };
    }
    const seat = pick(seats.length);
    return { card: of(begins) ?? 'requests', about: `body/${seats[seat]?.body}` as Stream, who: people[seat] ?? stranger };
  }

  /** Somebody presses something on a card, through its forms, until it is said or leads nowhere. */
  async function presses(pick: Pick): Promise<Offered | null> {
    let { card, about, who } = await looks(pick);
    let open: string | null = null;
    let picks: Readonly<Record<string, string>> = {};
    for (let hops = 0; hops < 5; hops++) {
      const face: Face | null = await deck[card].show(onDesk(), about, null, {
        kind: 'person',
        language: 'da',
        person: who,
        administrator: false,
        open,
        picks,
      });
      if (!face) return null;
      const pressed = pressOn(card, about, face, open, pick);
      if (!pressed) return null;
      const { verb, reading } = pressed;
      if (isRefusal(reading)) return { card, about, verb, refused: reading.refused };
      if (reading.read === 'lift') return null;
      if (reading.read === 'command') {
        const answer = room.ask(reading.stream, reading.command, person(who));
        return { card, about: reading.stream, verb, refused: isRefusal(answer) ? answer.refused : null };
      }
      if (reading.read === 'card') [card, about] = [reading.card, reading.about];
      [open, picks] = [reading.open, reading.picks];
    }
    return null;
  }

  /** One of the buttons of a card, with its fields filled; on a form the way on, not to another form. */
  function pressOn(card: CardName, about: Stream, face: Face, open: string | null, pick: Pick): { verb: string; reading: Reading } | null {
    const paper = { about, occasion: null, form: 'f', version: 1, language: 'da', viewer: 'person', viewers: [], mentions: [] } as const;
    const all = nodes(fill(deck[card], face, open === null ? paper : { ...paper, open }).card);
    const buttons = all.filter(({ type, verb }) => type === 'Action.Execute' && verb !== 'view');
    const forward = buttons.filter(({ verb }) => open === null || verb !== 'open');
    const button = (forward.length > 0 ? forward : buttons)[pick(Math.max(forward.length, forward.length > 0 ? 0 : buttons.length))];
    if (!button) return null;
    const inputs = all.filter(({ type }) => String(type).startsWith('Input.')).map((each) => [String(each.id), typedIn(each, pick)]);
    const slip = readSlip({ ...(button.data as Json), ...Object.fromEntries(inputs) });
    const verb = String(button.verb);
    const read = deck[card].verbs[verb];
    if (!slip || !read) throw new Error(`a button of ${card} that nothing reads: ${verb}`);
    const id = ++ids;
    const seal: Form['seal'] = (field, words) => ({ ref: `${field}-${id}`, mac: words });
    const { inputs: typed, picks } = slip;
    const reading = read({
      about,
      occasion: null,
      inputs: typed,
      picks,
      charter,
      now: room.now(),
      newId: `n${id}`,
      seal,
      face: seal('face', ''),
    });
    return { verb, reading };
  }

  function typedIn(input: Json, pick: Pick): string {
    const id = String(input.id);
    const choices = (input.choices ?? []) as readonly { readonly value: string }[];
    switch (input.type) {
      case 'Input.ChoiceSet':
        if (!input.isMultiSelect) return choices[pick(choices.length)]?.value ?? '';
        return choices.flatMap(({ value }) => (pick(2) === 0 ? [value] : [])).join(',');
      case 'Input.Date': {
        const days = /^(from|start)/.test(id) ? 10 : 20 + pick(120);
        return room.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().add({ days }).toString();
      }
      case 'Input.Time':
        return id.startsWith('to') ? '12:00' : '10:00';
      default:
        return /papers|link/.test(id) ? '' : 'Ord';
    }
  }

  return { charter, room, people, stranger, nameOf, fallsTo, shows, presses };
}

export function cardOf(about: Stream): CardName {
  const kind = kindOf(about);
  return kind === 'follow-up' ? 'check-in' : kind in deck ? (kind as CardName) : 'organ';
}
