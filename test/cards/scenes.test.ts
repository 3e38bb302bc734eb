import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drawn } from '../../bot/courier.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import { deck } from '../../cards/deck.ts';
import { budget, fill, weight } from '../../cards/kit/fill.ts';
import { readSlip } from '../../cards/kit/slip.ts';
import { languages } from '../../cards/text/languages.ts';
import { body, charter as fjord, seat } from '../kit/charter.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import type { CardScene } from '../kit/scenes/scene.ts';
import { crowd, hostile, names, place } from './hostile.ts';
import { type Json, nodes, texts } from './read.ts';
import { apart, card15, chart, teams } from './schema.ts';

const form = 'f00d';

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
        const face = card && (await card.show(hostile(scene.desk), scene.about, scene.occasion, scene.viewer));
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
  test('every card stands in the gallery at least once', () => {
    const drawn = new Set(cases.map(({ scene }) => scene.card));
    expect(Object.keys(deck).filter((name) => !drawn.has(name as CardName))).toEqual([]);
  });

  test('no two scenes of a card have one name, for its picture has that name', () => {
    const names = cases.map(({ title }) => title);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('every card is a valid Adaptive Card 1.5 with valid Teams additions', () => {
    everyCard(({ card: { msteams, ...whole } }) => {
      const { card, charts } = apart(whole);
      const extensions = [...charts.map((each) => chart.safeParse(each)), ...(msteams ? [teams.safeParse(msteams)] : [])];
      const problems = [card15.safeParse(card), ...extensions];
      return problems.flatMap(({ error }) => error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []).join('; ');
    });
  });

  // The renderer's own check of `lang` refuses every second card, because its pattern remembers where it stopped.
  test('the renderer reads every card without a complaint', () => {
    const { AdaptiveCard, SerializationContext, Versions }: typeof Renderer = createRequire(import.meta.url)(
      'adaptivecards/dist/adaptivecards.js',
    );
    everyCard(({ card: { msteams: _msteams, lang: _lang, ...card } }) => {
      const context = new SerializationContext(Versions.v1_5);
      new AdaptiveCard().parse(apart(card).card, context);
      return Array.from({ length: context.eventCount }, (_each, at) => context.getEventAt(at).message).join('; ');
    });
  });

  test('every card stays under the size budget', () => {
    everyCard((drawn) => (weight(drawn) > budget ? `${weight(drawn)} bytes` : null));
  });

  test('no card leaves an expression unfilled or shows a missing value', () => {
    everyCard(({ card, summary }) =>
      [...texts(card), summary].filter((text) => /\$\{|\bundefined\b|\bnull\b|\[object|NaN/.test(text)).join('; '),
    );
  });

  test('every card of more than one line begins with a heading', () => {
    everyCard(({ card }) => {
      const blocks = nodes(card).filter(({ type }) => type === 'TextBlock');
      const heading = blocks.findIndex(({ style }) => String(style).toLowerCase() === 'heading');
      return blocks.length > 1 && (heading < 0 || heading > 4) ? 'no heading first' : null;
    });
  });

  test('every button carries what its card is about and which printing it is', () => {
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

  test('every field has an id of its own that ends with the printing', () => {
    everyCard(({ card }) => {
      const ids = nodes(card).flatMap(({ type, id }) => (String(type).startsWith('Input.') ? [String(id)] : []));
      return new Set(ids).size === ids.length && ids.every((id) => id.endsWith(`_${form}`)) ? null : ids.join(', ');
    });
  });

  test('every button on a card has a verb that the card reads', () => {
    everyCard(({ card }, { card: name }) =>
      nodes(card)
        .filter(({ type }) => type === 'Action.Execute')
        .find(({ verb }) => verb !== 'view' && !Object.hasOwn(deck[name]?.verbs ?? {}, String(verb)))
        ?.verb?.toString(),
    );
  });

  test('no name or place on a card becomes a link, a style or a false mention', () => {
    everyCard(({ card }) => {
      const shown = texts(card).map((text) =>
        text.replaceAll(/\[([^\]]*)\]\(https:\/\/([^)]*)\)/g, (link, label, address) => (label === address ? '' : link)),
      );
      const marked = shown.filter((text) => /\]\(|\*\*|`|~~|\{\{|<(?!\/?at>)/.test(text));
      const mentions =
        texts(card)
          .join(' ')
          .match(/<at>[^<]*<\/at>/g) ?? [];
      const known = nodes(card).flatMap(({ type, text }) => (type === 'mention' ? [text] : []));
      return [...marked, ...mentions.filter((each) => !known.includes(each))].join('; ');
    });
  });
});

describe('a channel with 300 members and a body with 120 seats', () => {
  const many = Array.from({ length: 120 }, (_each, at) =>
    seat(`seat-${at}-of-the-municipalities-of-the-fjord`, 'member', 'municipal', 1, 'panel-seats'),
  );
  const secretary = seat('secretary', 'secretary', 'regional', 1, 'panel-seats');
  const large = fjord({ bodies: [body('panel', { seats: [secretary, ...many] }), body('forum'), body('bureau')] });
  const there = cardScenes({ charter: large, body: 'panel', names, place, language: 'da' });

  test.each(there.map((scene) => [`${scene.card} ${scene.state}`, scene] as const))(
    'the card %s stays under the size budget in a crowd',
    async (_title, scene) => {
      const roster = Array.from({ length: 300 }, (_each, at) => ({
        person: `p-${at}`,
        name: `${names[at % names.length]} ${at}`,
        guest: false,
      }));
      const card = deck[scene.card];
      const face = await card?.show({ ...scene.desk, roster: async () => roster }, scene.about, scene.occasion, scene.viewer);
      if (!card || !face) throw new Error('nothing is shown');
      const paper = { about: scene.about, occasion: scene.occasion, form, version: 1, language: 'da', viewer: scene.viewer.kind } as const;
      const mentions = face.mentions.map(({ person, name }) => ({ name, mri: `29:${person}${'x'.repeat(60)}` }));
      const viewers = face.viewers.map((person) => `29:${person}${'x'.repeat(60)}`);
      expect(weight(fill(card, face, { ...paper, viewers, mentions }))).toBeLessThanOrEqual(budget);
    },
  );
});

describe('the card that stands in a channel', () => {
  const standing = () => cases.filter(({ scene }) => scene.viewer.kind === 'everyone');

  test('a card that stands in a channel holds no private button and asks for no text', () => {
    const open = new Set([
      'view',
      'coming',
      'absent',
      'agenda',
      'minutes',
      'propose',
      'proposal',
      'case',
      'organ',
      'seats',
      'request',
      'group',
      'year',
      'experience',
      'flag',
      'initiative',
      'plan',
      'milestones',
      'work-plan',
      'answer',
      'list',
      'mine',
      'raise',
      'see',
    ]);
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

  test('a card in a channel opens each person’s own view by button and by refresh, the latter for 60 people at most', () => {
    for (const { title, drawn } of standing()) {
      const verbs = nodes(drawn.card.body).flatMap(({ type, verb }) => (type === 'Action.Execute' ? [verb] : []));
      expect(verbs.filter((verb) => verb === 'view').length, title).toBeLessThanOrEqual(1);
      const refresh = drawn.card.refresh as { action: Json; userIds: readonly string[] };
      expect(refresh.action.verb, title).toBe('view');
      expect(refresh.userIds.length, title).toBeLessThanOrEqual(60);
    }
  });

  test('only the reminder names those who have not answered', () => {
    const texts40 = texts(of('meeting/half-answered/da/crowd')).join(' ');
    expect(texts40).not.toContain('Østergård');
    expect(texts(of('reminder/missing/da/crowd')).join(' ')).toContain('Østergård');
  });
});

describe('a person’s own view', () => {
  test('the secretary sees buttons that a member does not', () => {
    const verbs = (title: string) =>
      nodes(of(title)).flatMap(({ verb, data }) => (verb ? [`${verb} ${(data as Json)?.open ?? ''}`.trim()] : []));
    expect(verbs('seats/secretary/da/few')).toContain('open fill');
    expect(verbs('seats/member/da/few')).toEqual([]);
    expect(verbs('meeting/secretary/da/few')).toContain('open record');
    expect(verbs('meeting/member/da/few')).toEqual(['coming', 'absent', 'open deputy', 'agenda']);
    expect(verbs('meeting/stranger/da/few')).toEqual(['agenda']);
    expect(verbs('new-meeting/member/da/few')).toEqual([]);
  });

  test('the reminder mentions each missing person under a distinct name', () => {
    const found = nodes(of('reminder/missing/en/crowd')).flatMap(({ type, text }) => (type === 'mention' ? [String(text)] : []));
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found).size).toBe(found.length);
  });

  test('the reminder shrinks to one line when all have answered', () => {
    expect(nodes(of('reminder/all-answered/da/crowd')).filter(({ type }) => type === 'TextBlock')).toHaveLength(1);
  });
});
