import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drawn } from '../bot/courier.ts';
import type { Charter } from '../bot/governance/charter.ts';
import { isRefusal } from '../bot/governance/refusal.ts';
import type { Form, Language, Reading } from '../cards/card.ts';
import { deck, words } from '../cards/deck.ts';
import { budget, fill, weight } from '../cards/fill.ts';
import { readSlip } from '../cards/slip.ts';
import { languages } from '../cards/text/languages.ts';
import { type CardScene, cardScenes } from './card-scenes.ts';
import { card15, teams } from './card-schema.ts';
import { body, charter as fjord, seat } from './charter.ts';

type Json = Readonly<Record<string, unknown>>;
const form = 'f00d';

/** Names as people have them, and as people should not. */
const names = [
  'Anna Østergård-Sørensen',
  'Bo **Fed** Petersen',
  'Carla [klik](https://evil.example)',
  '<at>Alle</at>',
  'Dorthe 👩‍⚕️ Holm',
  `Emil ${'$'}{card} {{DATE(2015-01-01)}} O'Brien`,
  `Frederikke ${'Lang'.repeat(40)}`,
  '# Gert',
  '\u202eHanne\nny linje _kursiv_ ~~streg~~ `kode` \\',
  'Anna Østergård-Sørensen',
];
const place = `Lokale *3* på ${'en meget lang vej '.repeat(8)}`;

/** Forty seats in one body. */
const crowd: Charter = fjord({
  bodies: [
    body('panel', {
      above: 'forum',
      seats: [
        seat('regional-chair', 'chair', 'regional', 1, 'panel-seats'),
        seat('municipal-chair', 'chair', 'municipal', 1, 'panel-seats'),
        seat('secretary', 'secretary', 'regional', 1, 'panel-seats'),
        ...Array.from({ length: 37 }, (_each, at) =>
          seat(
            `seat-number-${at}-of-the-municipalities-of-the-fjord`,
            'member',
            ['municipal', 'regional', 'practice', null][at % 4] ?? null,
            1,
            'panel-seats',
          ),
        ),
      ],
    }),
    body('forum'),
    body('bureau'),
  ],
});

interface Case {
  readonly title: string;
  readonly scene: CardScene;
  readonly drawn: Drawn;
}
const cases: Case[] = [];
const of = (title: string) => {
  const found = cases.find((each) => each.title === title);
  if (!found) throw new Error(`no scene is called ${title}`);
  return found.drawn.card;
};

beforeAll(async () => {
  const charters = { few: fjord(), crowd } as const;
  for (const language of languages) {
    for (const [size, charter] of Object.entries(charters)) {
      for (const scene of cardScenes({ charter, body: 'panel', names, place, language })) {
        const card = deck[scene.card];
        const face = card && (await card.show(scene.desk, scene.about, scene.occasion, scene.viewer));
        if (!card || !face) throw new Error(`${scene.card} ${scene.state} shows nothing`);
        const drawn = fill(card, face, {
          about: scene.about,
          occasion: scene.occasion,
          form,
          version: 7,
          language,
          viewer: scene.viewer.kind,
          viewers: face.viewers.map((person) => `29:${person}`),
          mentions: face.mentions.map(({ person, name }, at) => ({ name, mri: at === 0 ? null : `29:${person}` })),
        });
        cases.push({ title: `${scene.card}/${scene.state}/${language}/${size}`, scene, drawn });
      }
    }
  }
});

/** Runs a check over every drawn card and names those that fail it. */
function everyCard(check: (drawn: Drawn, scene: CardScene) => unknown): void {
  const failed = cases.flatMap(({ title, scene, drawn }) => {
    const problem = check(drawn, scene);
    return problem ? [`${title}: ${typeof problem === 'string' ? problem : ''}`] : [];
  });
  expect(cases.length).toBeGreaterThan(150);
  expect(failed).toEqual([]);
}

describe('every card, empty and full, in every language', () => {
  test('is an Adaptive Card 1.5 and no more, and what Teams adds is in order', () => {
    everyCard(({ card: { msteams, ...card } }) => {
      const problems = [card15.safeParse(card), ...(msteams ? [teams.safeParse(msteams)] : [])];
      return problems.flatMap(({ error }) => error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []).join('; ');
    });
  });

  // The renderer's own check of `lang` refuses every second card: its pattern remembers where it stopped.
  test('is read by the renderer without a complaint', () => {
    const { AdaptiveCard, SerializationContext, Versions }: typeof Renderer = createRequire(import.meta.url)(
      'adaptivecards/dist/adaptivecards.js',
    );
    everyCard(({ card: { msteams: _msteams, lang: _lang, ...card } }) => {
      const context = new SerializationContext(Versions.v1_5);
      new AdaptiveCard().parse(card, context);
      return Array.from({ length: context.eventCount }, (_each, at) => context.getEventAt(at).message).join('; ');
    });
  });

  test('stays under the size budget', () => {
    everyCard((drawn) => (weight(drawn) > budget ? `${weight(drawn)} bytes` : null));
  });

  test('leaves no expression unfilled and shows nothing that is missing', () => {
    everyCard(({ card, summary }) =>
      [...texts(card), summary].filter((text) => /\$\{|\bundefined\b|\bnull\b|\[object|NaN/.test(text)).join('; '),
    );
  });

  test('begins with a heading, unless it is one line', () => {
    everyCard(({ card }) => {
      const blocks = nodes(card).filter(({ type }) => type === 'TextBlock');
      return blocks.length > 1 && blocks[0]?.style !== 'heading' ? 'no heading first' : null;
    });
  });

  test('carries on every button what it is about and which printing it is', () => {
    everyCard(({ card }, { card: name, about, occasion }) =>
      nodes(card)
        .filter(({ type }) => type === 'Action.Execute')
        .some(({ data }) => {
          const slip = readSlip({ ...(data as Json), [`typed_${form}`]: 'words', typed_dead: 'words of another form' });
          return (
            slip?.card !== name || slip.about !== about || slip.occasion !== occasion || slip.inputs.typed !== 'words' || slip.version !== 7
          );
        }),
    );
  });

  test('offers only buttons that the card can read', () => {
    everyCard(({ card }, { card: name }) =>
      nodes(card)
        .filter(({ type }) => type === 'Action.Execute')
        .find(({ verb }) => verb !== 'view' && !Object.hasOwn(deck[name]?.verbs ?? {}, String(verb)))
        ?.verb?.toString(),
    );
  });

  test('keeps people apart from markup: no name or place becomes a link, a style or a mention', () => {
    everyCard(({ card }) => {
      const marked = texts(card).filter((text) => /\]\(|\*\*|`|~~|\{\{|<(?!\/?at>)/.test(text));
      const mentions =
        texts(card)
          .join(' ')
          .match(/<at>[^<]*<\/at>/g) ?? [];
      const known = nodes(card).flatMap(({ type, text }) => (type === 'mention' ? [text] : []));
      return [...marked, ...mentions.filter((each) => !known.includes(each))].join('; ');
    });
  });
});

describe('the card that stands in a channel', () => {
  const standing = () => cases.filter(({ scene }) => scene.viewer.kind === 'everyone');

  test('holds no private button and asks for no text', () => {
    const open = new Set(['view', 'coming', 'absent']);
    for (const { title, drawn } of standing()) {
      const verbs = nodes(drawn.card).flatMap(({ type, verb }) => (type === 'Action.Execute' ? [String(verb)] : []));
      expect(
        verbs.filter((verb) => !open.has(verb)),
        title,
      ).toEqual([]);
      expect(
        nodes(drawn.card).filter(({ type }) => String(type).startsWith('Input.')),
        title,
      ).toEqual([]);
    }
  });

  test('always carries the button and the refresh that open one’s own view, for 60 persons at most', () => {
    for (const { title, drawn } of standing()) {
      const actions = drawn.card.actions as readonly Json[];
      expect(actions.at(-1)?.verb, title).toBe('view');
      const refresh = drawn.card.refresh as { action: Json; userIds: readonly string[] };
      expect(refresh.action.verb, title).toBe('view');
      expect(refresh.userIds.length, title).toBeLessThanOrEqual(60);
    }
  });

  test('names nobody who has not answered, except in the reminder', () => {
    const texts40 = texts(of('meeting/half-answered/da/crowd')).join(' ');
    expect(texts40).not.toContain('Østergård');
    expect(texts(of('reminder/missing/da/crowd')).join(' ')).toContain('Østergård');
  });
});

describe('a person’s own view', () => {
  test('shows the secretary what a member does not see', () => {
    const verbs = (title: string) =>
      nodes(of(title)).flatMap(({ verb, data }) => (verb ? [`${verb} ${(data as Json)?.open ?? ''}`.trim()] : []));
    expect(verbs('seats/secretary/da/few')).toContain('open fill');
    expect(verbs('seats/member/da/few')).toEqual([]);
    expect(verbs('meeting/secretary/da/few')).toContain('open record');
    expect(verbs('meeting/member/da/few')).toEqual(['coming', 'absent', 'open deputy']);
    expect(verbs('meeting/stranger/da/few')).toEqual([]);
    expect(verbs('new-meeting/member/da/few')).toEqual([]);
  });

  test('mentions those who are missing, each under a name of their own', () => {
    const found = nodes(of('reminder/missing/en/crowd')).flatMap(({ type, text }) => (type === 'mention' ? [String(text)] : []));
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found).size).toBe(found.length);
  });

  test('shrinks the reminder to one line when all have answered', () => {
    expect(nodes(of('reminder/all-answered/da/crowd')).filter(({ type }) => type === 'TextBlock')).toHaveLength(1);
  });
});

describe('a press read off a card', () => {
  const press = (card: string, verb: string, inputs: Readonly<Record<string, string>>, picks: Form['picks'] = {}): Reading => {
    const read = deck[card]?.verbs[verb];
    if (!read) throw new Error(`${card} has no ${verb}`);
    return read({
      about: card === 'meeting' ? 'meeting/m1' : 'body/panel',
      occasion: null,
      inputs,
      picks,
      charter: fjord(),
      now: Temporal.Instant.from('2015-02-02T08:00:00Z'),
      newId: 'n1',
      seal: (field, typed) => ({ ref: `${field}=${typed}`, mac: '' }),
    });
  };
  const planned = (inputs: Readonly<Record<string, string>>) =>
    press('new-meeting', 'plan', { date: '2015-03-04', from: '09:00', to: '11:00', place: 'Lokale 3', ...inputs });

  test('plans a meeting by the collaboration’s clocks, summer and winter', () => {
    expect(planned({})).toMatchObject({ stream: 'meeting/n1', command: { start: '2015-03-04T08:00:00Z', end: '2015-03-04T10:00:00Z' } });
    expect(planned({ date: '2015-06-10' })).toMatchObject({ command: { start: '2015-06-10T07:00:00Z' } });
  });

  test('refuses an hour that is skipped in spring, and takes the first of an hour that comes twice in autumn', () => {
    expect(planned({ date: '2015-03-29', from: '02:30', to: '04:00' })).toEqual({ refused: 'not-a-date', field: 'from' });
    expect(planned({ date: '2015-10-25', from: '02:30', to: '04:00' })).toMatchObject({ command: { start: '2015-10-25T00:30:00Z' } });
  });

  test.each([
    [{ date: '' }, { refused: 'missing', field: 'date' }],
    [{ date: '2015-02-30' }, { refused: 'not-a-date', field: 'date' }],
    [{ date: 'i morgen' }, { refused: 'not-a-date', field: 'date' }],
    [{ from: '25:00' }, { refused: 'not-a-date', field: 'from' }],
    [{ to: '' }, { refused: 'missing', field: 'to' }],
    [{ place: 'http://meet.example/a' }, { refused: 'not-a-link' }],
    [{ place: 'javascript://alert(1)' }, { refused: 'not-a-link' }],
    [{ place: 'https://user:secret@meet.example/' }, { refused: 'not-a-link' }],
    [{ place: 'x'.repeat(301) }, { refused: 'too-long', field: 'place', most: 300 }],
  ])('answers %j with a reason', (inputs, refusal) => {
    expect(planned(inputs)).toEqual(refusal);
  });

  test('takes a link out of what was written and keeps the place', () => {
    expect(planned({ place: 'Lokale 3 https://meet.example/a' })).toMatchObject({
      command: { place: { ref: 'place=Lokale 3' }, link: { ref: 'link=https://meet.example/a' } },
    });
  });

  test('lets nothing through as a person that cannot be one', () => {
    expect(isRefusal(press('meeting', 'deputy', { deputy: 'Hr. Hansen <script>' }))).toBe(true);
    expect(press('meeting', 'record', { person: 'p-1', attendance: 'perhaps' })).toEqual({ refused: 'missing', field: 'attendance' });
    expect(press('seats', 'fill', { person: 'p-1', from: '2015-02-02' })).toEqual({ refused: 'missing', field: 'seat' });
  });

  test('asks with the same words what the buttons say', () => {
    expect(press('meeting', 'coming', {})).toMatchObject({ command: { type: 'AnswerAttendance', attendance: 'coming' } });
    expect(press('seats', 'fill', { person: 'p-1', from: '2015-02-02' }, { seat: 'chair' })).toMatchObject({
      stream: 'body/panel',
      command: { type: 'FillSeat', appointment: 'n1', seat: 'chair', person: 'p-1' },
    });
  });
});

test('a card opens by its word in each language', () => {
  const opened = (language: Language) => new Set(Object.values(words[language]));
  expect(words.da['nyt møde']).toBe('new-meeting');
  expect(opened('en')).toEqual(opened('da'));
  for (const language of languages) for (const card of opened(language)) expect(deck).toHaveProperty(card);
});

function nodes(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  return [node, ...Object.entries(node).flatMap(([key, each]) => (key === 'data' ? [] : nodes(each)))].filter((each) => 'type' in each);
}

function texts(card: unknown): readonly string[] {
  const shown = new Set(['text', 'title', 'value', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'speak']);
  return nodes({ type: 'root', card }).flatMap((node) => [
    ...Object.entries(node).flatMap(([key, each]) => (shown.has(key) && typeof each === 'string' ? [each] : [])),
    ...[node.facts, node.choices].flatMap((list) =>
      Array.isArray(list) ? list.flatMap((each: Json) => [String(each.title), ...(node.facts ? [String(each.value)] : [])]) : [],
    ),
  ]);
}
