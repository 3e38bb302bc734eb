import { z } from 'zod';
import { matterKinds, weights } from '../governance/charter/matter.ts';
import { isDate } from '../governance/time/written.ts';

/** The shape of one version of terms, and of what was read in it before. */

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case letters a-z, digits and single hyphens.')
  .describe('Lower-case letters a-z, digits and hyphens; never changed once in use.');
export const clauseReference = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/, 'This should name a clause by its id.');
export const inEachLanguage = z
  .record(z.string(), z.string().min(1))
  .describe('One text for each of the languages of the collaboration, by its code.');
export const date = z
  .string()
  .refine(isDate, 'This should be a date that exists, written 2015-01-31.')
  .describe('A date, written 2015-01-31.');
export const source = z
  .string()
  .regex(/^[^\s,]+ .+?(, lines? \d+(-\d+)?)?$/, 'A source names document, section and lines: "D0 §4, line 177".')
  .describe('Short name of the document, section, and lines: "D0 §2, lines 104-108".');
export const count = z
  .union([z.int().min(0), z.string().regex(/^\d+-\d+$/), z.literal('unknown')])
  .describe('How many: 1, 3-4, or unknown.');

const stateOf = {
  enforced: z.string().min(1).optional().describe('The rule that keeps this.'),
  waits: z.string().min(1).optional().describe('The named capability this waits for.'),
  notAutomated: z.string().min(1).optional().describe('Why this stays with people.'),
};
const oneState = (value: { enforced?: string | undefined; waits?: string | undefined; notAutomated?: string | undefined }) =>
  [value.enforced, value.waits, value.notAutomated].filter((each) => each !== undefined).length === 1;
const oneStateSays = { error: 'Exactly one of "enforced", "waits" and "notAutomated" should be written here.' };

export const clause = z
  .strictObject({ id, kind: z.enum(['task', 'seat', 'cadence', 'competence', 'duty']), text: inEachLanguage, source, ...stateOf })
  .refine(oneState, oneStateSays);

const seat = z
  .strictObject({
    id,
    name: inEachLanguage,
    role: z.enum(['chair', 'member', 'secretary', 'ad-hoc']),
    sector: z.string().optional(),
    from: z.string().optional().describe('The organisation the seat comes from.'),
    count,
    clusters: z.array(z.string()).optional(),
    amongMembers: z.boolean().optional().describe('Held by somebody who also holds a member’s seat here.'),
    appointedBy: z.strictObject({ body: z.string(), clause: clauseReference }).optional(),
    source,
    ...stateOf,
  })
  .refine(oneState, oneStateSays);

const toBody = z.union([z.literal('unknown'), z.strictObject({ body: z.string(), clause: clauseReference })]);
const how = z.enum(['delegates-to', 'approved-by', 'serves', 'board-of', 'works-with', 'appointed-by', 'informs', 'same-people-as']);

const fitting = {
  clause: clauseReference,
  kinds: z.array(z.enum(matterKinds)).optional().describe('Which kinds of case; none written: every kind.'),
  any: z.array(z.enum(weights)).optional().describe('Only when the case weighs one of these; none written: always.'),
};
const rule = z.strictObject({
  ...fitting,
  unless: z.array(z.enum(weights)).optional().describe('Not when the case weighs one of these.'),
  verdict: z.enum(['decides', 'chairs-judge', 'goes-to', 'not-ours']),
  to: z.string().optional().describe('Where it goes; not written: to the body above.'),
});

const termsFields = {
  from: date,
  drafted: date
    .optional()
    .describe('The day the draft named, where its decision came after that day: it is in force from the day after the decision.'),
  until: z.union([date, z.literal('open')]),
  document: z.string(),
  prefix: id.describe('Stands before the id of every clause here, so that ids are unique in the whole model.'),
  name: inEachLanguage.optional().describe('The name in these terms, where that is not the body’s own.'),
  period: source,
  assumed: z.array(inEachLanguage).optional().describe('What we read into the document because it does not say.'),
  purpose: inEachLanguage.describe('What it is for, in our own words.'),
  purposeSource: source,
  above: toBody,
  secretariat: toBody,
  cadence: z.union([
    z.literal('unknown'),
    z.strictObject({ yearly: count, about: z.boolean().optional(), asNeeded: z.boolean().optional(), clause: clauseReference }),
  ]),
  firstMeeting: z
    .strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month is written 2019-09.'), clause: clauseReference })
    .optional()
    .describe('The month of its first meeting.'),
  keys: z
    .union([
      z.literal('none'),
      z.strictObject({ seats: z.array(z.string()).min(1), clause: clauseReference.optional(), unseen: z.boolean().optional() }),
    ])
    .optional()
    .describe(
      'Which seats must agree in a judgement; none: it judges nothing. Not written: the collaboration’s default. unseen: nobody sees what another has judged before all have.',
    ),
  seats: z.array(seat),
  assess: z
    .strictObject({ years: z.int().min(1).max(20), clause: clauseReference })
    .optional()
    .describe('How often it assesses its own terms: at least once in so many years.'),
  groups: clauseReference.optional().describe('The clause by which it may set up groups for one task.'),
  spreads: clauseReference.optional().describe('The clause by which it gathers what others have tried and spreads it.'),
  shares: clauseReference.optional().describe('The clause by which it shares what it has tried itself.'),
  portfolio: z
    .strictObject({ solutions: z.array(z.string()), clause: clauseReference })
    .optional()
    .describe('The solutions in operation that it follows, by the ids of parts of the agreement.'),
  patients: clauseReference.optional().describe('The clause by which it involves patients in its initiatives.'),
  everyCluster: clauseReference.optional().describe('The clause that asks for every cluster among those who sit in it.'),
  decides: z.array(clauseReference).optional().describe('The clauses by which it decides something itself.'),
  competence: z.array(rule).optional().describe('Who decides what; the first rule that fits a case speaks.'),
  tells: z
    .array(z.strictObject({ ...fitting, body: z.string() }))
    .optional()
    .describe('Who is told of which cases.'),
  shared: z.array(z.string()).optional().describe('Sets of clauses it has together with other bodies.'),
  links: z.array(z.strictObject({ how, body: z.string(), clause: clauseReference })).optional(),
  clauses: z.array(clause),
  holders: z.array(z.strictObject({ name: z.string(), title: z.string(), seat: z.string().optional(), source })).optional(),
};
export const termsShape = z.strictObject(termsFields);

export const version = z
  .string()
  .regex(/^[a-z0-9-]+@\d{4}-\d\d-\d\d$/, 'A version of terms is named by its body and its first day: "panel@2015-01-01".');
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'A hash is 64 characters, 0-9 and a-f.');
/** How terms were read before, where that differs; null: nothing was read. */
export const readBefore = z
  .strictObject({
    ...{ above: termsFields.above, secretariat: termsFields.secretariat, cadence: termsFields.cadence, seats: termsFields.seats },
    ...{ until: termsFields.until, clauses: termsFields.clauses },
    ...{ firstMeeting: termsFields.firstMeeting.nullable(), keys: termsFields.keys.nullable(), assess: termsFields.assess.nullable() },
    ...{
      groups: termsFields.groups.nullable(),
      everyCluster: termsFields.everyCluster.nullable(),
      decides: termsFields.decides.nullable(),
    },
    ...{ competence: termsFields.competence.nullable(), tells: termsFields.tells.nullable(), links: termsFields.links.nullable() },
    holders: termsFields.holders.nullable(),
  })
  .partial();

export type TermsData = z.infer<typeof termsShape>;
export type ReadBefore = z.infer<typeof readBefore>;
export type SeatData = z.infer<typeof seat>;
export type ClauseData = z.infer<typeof clause>;
