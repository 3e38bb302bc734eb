import { z } from 'zod';
import { clause, clauseReference, count, date, hash, id, inEachLanguage, readBefore, source, termsShape, version } from './shape-terms.ts';

/** The shapes of the model's files. What they say in words, `docs/model.md` says to the person who writes them. */

/** Days and hours around a meeting: the collaboration's, and what a body sets for itself. */
const meetingSettings = {
  remindWorkingDays: z.int().min(0).max(20),
  itemsDays: z.int().min(0).max(90),
  callDays: z.int().min(0).max(90),
  agendaDays: z.int().min(0).max(90),
  minutesDays: z.int().min(0).max(90),
  commentWorkingDays: z.int().min(0).max(30),
  noticeHours: z.int().min(1).max(720),
};
const ownSettings = z.strictObject({
  remindWorkingDays: meetingSettings.remindWorkingDays.exactOptional(),
  itemsDays: meetingSettings.itemsDays.exactOptional(),
  callDays: meetingSettings.callDays.exactOptional(),
  agendaDays: meetingSettings.agendaDays.exactOptional(),
  minutesDays: meetingSettings.minutesDays.exactOptional(),
  commentWorkingDays: meetingSettings.commentWorkingDays.exactOptional(),
  noticeHours: meetingSettings.noticeHours.exactOptional(),
});

const body = z.strictObject({
  id,
  name: inEachLanguage,
  short: inEachLanguage.optional().describe('What it is called inside a sentence and where there is little room: SSG.'),
  aliases: z.array(z.string().min(1)).optional(),
  kind: id,
  language: z.string().optional(),
  outside: z.boolean().optional(),
  outsideTeams: z.boolean().optional().describe('It meets, but not in Teams.'),
  deadlines: ownSettings.optional().describe('Ours, around its meetings: where it differs from the defaults of the collaboration.'),
  named: z.array(source).optional().describe('Where the documents name it.'),
  terms: z.array(termsShape).optional(),
});

const whole = z.enum(['everyone', 'chairs']);
const gathering = z.strictObject({
  id,
  name: inEachLanguage,
  host: z.string().describe('The body that calls it.'),
  who: z
    .array(z.union([z.strictObject({ body: z.string(), seats: whole }), z.strictObject({ kind: id, seats: whole })]))
    .min(1)
    .describe('Who takes part: a body or every body of a kind, everyone in it or its chairs.'),
  yearly: count,
  minutes: z.int().min(15).max(720).optional(),
  from: date,
  until: z.union([date, z.literal('open')]),
  clause: z.string(),
});

const part = z.strictObject({
  id,
  kind: id,
  name: inEachLanguage,
  source,
  under: z.array(z.string()).min(1).optional().describe('Parts of the agreement that it hangs under.'),
  assumed: z.literal(true).optional().describe('What it hangs under, or when it is, is our reading.'),
  when: z
    .union([date, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(\/\d{4}-(0[1-9]|1[0-2]))?$/, 'Written 2019-05-03, 2019-09 or 2019-05/2019-06.')])
    .optional()
    .describe('When it is to happen: a date, a month, or from one month to another.'),
  state: z
    .strictObject({ is: z.enum(['in-operation', 'expected', 'platform', 'next']), said: inEachLanguage })
    .optional()
    .describe('How far a solution had come, as the document says it.'),
  clause: z.string().optional().describe('The clause that sets it as a task, by its whole id.'),
});

/** A file of bodies, of clauses shared by several, and of the parts of the agreement. */
export const pageShape = z.strictObject({
  bodies: z.array(body).optional(),
  shared: z.array(z.strictObject({ prefix: id, clauses: z.array(clause) })).optional(),
  everyone: z
    .strictObject({
      prefix: id,
      speakUp: clauseReference.optional().describe('The clause by which everybody may flag a problem or a need to adjust the agreement.'),
      clauses: z.array(clause),
    })
    .optional()
    .describe('Clauses that belong to no body in particular.'),
  agreement: z.array(part).optional(),
  corrected: z
    .array(z.strictObject({ terms: version, before: readBefore, why: inEachLanguage, by: z.string().min(1) }))
    .optional()
    .describe(
      'Terms that were read wrongly: how they were read before, why that was wrong, and the office that corrected it; oldest first.',
    ),
  formerly: z
    .array(z.strictObject({ terms: version, hash, worded: z.array(hash).min(1) }))
    .optional()
    .describe('Hashes that older ledgers know the versions by, from when the words of the model were part of them.'),
  gatherings: z.array(gathering).optional().describe('Meetings across bodies that are owed each year.'),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This should be a time of day, written "08:30".');

const cadenceOf = { yearly: count };
const planning = z.strictObject({
  cadences: z
    .array(z.union([z.strictObject({ body: z.string(), ...cadenceOf }), z.strictObject({ kind: id, ...cadenceOf })]))
    .optional()
    .describe('Meetings a year where the terms state none; the first that fits counts.'),
  startTimes: z.array(time).min(1).optional(),
  minutes: z.int().min(15).max(720).optional(),
  betweenPlacesMinutes: z.int().min(0).max(480).optional(),
  avoidWeeks: z.array(z.int().min(1).max(53)).optional(),
  plannedBy: z
    .string()
    .regex(/^\d\d-\d\d$/, 'A day of the year is written "12-01", month and day.')
    .optional(),
});

/** `collaboration.yaml`: what holds for the whole. */
export const collaborationShape = z.strictObject({
  name: inEachLanguage,
  languages: z.array(z.string().regex(/^[a-z]{2}$/, 'A language is two letters, "da" or "en".')).min(1),
  timeZone: z.string(),
  sectors: z.array(z.strictObject({ id, name: inEachLanguage })).min(1),
  secretariat: z.string(),
  nouns: z
    .array(z.strictObject({ kinds: z.array(id).min(1), definite: inEachLanguage, genitive: inEachLanguage }))
    .optional()
    .describe('What a sentence calls a body of these kinds, where it does not say its name.'),
  calendar: z.strictObject({
    country: z.string(),
    region: z.string().optional(),
    alsoOff: z
      .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'A day off every year is written "06-05", month and day.'))
      .optional(),
    holidayMonths: z.array(z.int().min(1).max(12)).optional(),
  }),
  defaults: z.strictObject({
    ...meetingSettings,
    writtenProcedure: z.boolean(),
    scalingPath: z.boolean(),
    promptsFrom: time,
    promptsUntil: time,
    keySectors: z.array(z.string()),
    wayUp: z.array(z.string()).min(1),
    planning: planning.optional().describe('How a year of meetings is laid out.'),
  }),
  documents: z.array(
    z.strictObject({
      short: z.string().regex(/^[A-Za-z0-9]+$/, 'The short name of a document is letters and digits.'),
      title: z.string(),
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A sha256 is 64 characters, 0-9 and a-f.'),
      lines: z.int().min(1),
      cited: inEachLanguage.exactOptional().describe('As one cites it in a sentence; without it: by its title.'),
      sections: z.record(z.string(), z.string().min(1)).exactOptional().describe('Headings of its numbered sections, by the section.'),
      unnamed: z.array(z.string()).exactOptional().describe('Sections that the document itself does not name.'),
    }),
  ),
  clusters: z.array(z.strictObject({ id, name: inEachLanguage })).optional(),
  organisations: z.array(z.strictObject({ id, name: inEachLanguage, sector: z.string().optional() })).optional(),
});

/** `coverage.yaml`: each document line by line, and which clauses were read from where. */
export const coverageShape = z.strictObject({
  documents: z.array(
    z.strictObject({
      document: z.string(),
      sha256: z.string(),
      ranges: z.array(
        z.strictObject({
          lines: z.string().regex(/^\d+(-\d+)?$/, 'Lines are written "12" or "12-15".'),
          gist: z.string().min(1).describe('What we read there, in our own words.'),
          clauses: z.array(z.string()).min(1).optional(),
          parts: z.array(z.string()).min(1).optional().describe('Parts of the agreement that are named there.'),
          nothing: z.literal(true).optional().describe('No task, seat, cadence, competence or duty.'),
        }),
      ),
    }),
  ),
});

/** A draft of new terms: the versions alone, of bodies that the model has, and the document they would stand in. */
export const draftShape = z.strictObject({
  document: z.strictObject({
    short: z.string().regex(/^[A-Za-z0-9]+$/, 'The short name of a document is letters and digits.'),
    title: z.string(),
  }),
  shared: z.array(z.strictObject({ prefix: id, clauses: z.array(clause) })).optional(),
  bodies: z.array(z.strictObject({ id, terms: termsShape })).min(1),
});

export type DraftData = z.infer<typeof draftShape>;
export type PageData = z.infer<typeof pageShape>;
export type PartData = z.infer<typeof part>;
export type BodyData = z.infer<typeof body>;
export type CollaborationData = z.infer<typeof collaborationShape>;
export type CoverageData = z.infer<typeof coverageShape>;
