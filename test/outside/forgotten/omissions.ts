/** An omission is something that somebody forgets, with the file that the type check must name. An empty `find` means a new file. */
export interface Omission {
  readonly leaves: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly becomes: string }[];
  readonly names: string;
}

const ask = {
  file: 'bot/governance/vocabulary/ask/ask.ts',
  find: "  'attention',\n] as const;",
  becomes: "  'attention',\n  'case-nudge',\n] as const;",
};
const refusal = {
  file: 'bot/governance/vocabulary/refusal.ts',
  find: "  | { readonly refused: 'no-body-here' }",
  becomes: "  | { readonly refused: 'no-body-here' }\n  | { readonly refused: 'too-early' }",
};

export const omissions: readonly Omission[] = [
  { leaves: 'the words of a new ask', edits: [ask], names: 'cards/text/da/asks.ts' },
  {
    leaves: 'the card of an occasion',
    edits: [
      {
        file: 'bot/governance/vocabulary/occasion.ts',
        find: "  'case-note': {",
        becomes: "  'case-nudge': { nudged: 'day' },\n  'case-note': {",
      },
    ],
    names: 'bot/governance/vocabulary/occasion.ts',
  },
  {
    leaves: "a card's name spelt right",
    edits: [{ file: 'bot/governance/case/notices.ts', find: "'case-note'", becomes: "'case-noet'" }],
    names: 'bot/governance/case/notices.ts',
  },
  {
    leaves: 'a subject in the table of subjects',
    edits: [
      {
        file: 'bot/governance/tables/rows.ts',
        find: '  group: {\n    rules: group,\n    due: none,\n    asks: groupAsks,\n    notices: groupNotices,\n    errands: groupDemands,\n    reach: (state) => state.bodies,\n    fromStart: false,\n  },\n',
        becomes: '',
      },
    ],
    names: 'bot/governance/tables/rows.ts',
  },
  {
    leaves: 'what an event does to the state',
    edits: [
      {
        file: 'bot/governance/vocabulary/knowledge/flag.ts',
        find: 'export type FlagEvent =',
        becomes: "export type FlagEvent =\n  | { readonly type: 'FlagPraised'; readonly v: 1 }",
      },
    ],
    names: 'bot/governance/knowledge/flag.ts',
  },
  {
    leaves: 'a refusal’s sentence in one language',
    edits: [
      refusal,
      {
        file: 'cards/text/da/refusals.ts',
        find: "  'no-body-here':",
        becomes: "  'too-early': () => 'Det er for tidligt.',\n  'no-body-here':",
      },
    ],
    names: 'cards/text/en/refusals.ts',
  },
  {
    leaves: 'a subject that hears when its errand is refused',
    edits: [
      {
        file: 'bot/governance/tables/rows.ts',
        find: 'notices: portfolioNotices,\n    errands: none,',
        becomes:
          "notices: portfolioNotices,\n    errands: (): readonly import('../vocabulary/errand.ts').Demand[] => [{ rule: 'keep', to: 'body/a', command: { type: 'CheckYears', day: '2015-01-01' } }],",
      },
    ],
    names: 'bot/governance/tables/rows.ts',
  },
  {
    leaves: 'a word of a third language',
    edits: [
      {
        file: 'cards/text/sv/all.ts',
        find: '',
        becomes:
          "import { en } from '../en/all.ts';\nimport type { Text } from '../text.ts';\n\nconst { back: _forgotten, ...rest } = en;\nexport const sv: Text = rest;\n",
      },
    ],
    names: 'cards/text/sv/all.ts',
  },
  {
    leaves: 'a method of the store in one of the stores',
    edits: [
      {
        file: 'bot/store/store.ts',
        find: 'export interface Store {',
        becomes: 'export interface Store {\n  readonly census: () => Promise<number>;',
      },
    ],
    names: 'bot/store/',
  },
  {
    leaves: 'the days of a new way to meet silence',
    edits: [{ file: 'bot/governance/vocabulary/ask/ask.ts', find: " | 'last-day' | 'own';", becomes: " | 'last-day' | 'gentle' | 'own';" }],
    names: 'bot/governance/people/ladder.ts',
  },
];
