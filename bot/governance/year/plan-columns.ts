import type { Called } from '../lists/table.ts';

/** What a table may say of a meeting. Only its date must be there. */
export const planColumns = [
  'body',
  'date',
  'time',
  'until',
  'minutes',
  'gathering',
  'joint',
  'online',
  'place',
  'remark',
  'status',
  'id',
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** Under names that meeting plans bear; the first two of each are those of our own files, Danish and English. */
export const planCalled: Called<PlanColumn> = {
  body: ['gruppe', 'group', 'organ', 'body', 'udvalg', 'mødeforum', 'forum', 'gruppe/udvalg', 'udvalg/gruppe', 'hvem', 'committee', 'møde'],
  date: ['dato', 'date', 'mødedato', 'datoer', 'dag', 'mødedag', 'dato og tid', 'dato/tid', 'day', 'meeting date', 'datum'],
  time: [
    'kl',
    'time',
    'tid',
    'klokkeslæt',
    'klokken',
    'tidspunkt',
    'mødetid',
    'mødetidspunkt',
    'start',
    'starttid',
    'starttidspunkt',
    'klockslag',
  ],
  until: ['slut', 'end', 'sluttid', 'sluttidspunkt', 'til kl', 'til'],
  minutes: ['minutter', 'minutes', 'antal minutter', 'varighed', 'varighed minutter', 'duration'],
  gathering: ['anledning', 'occasion', 'gathering'],
  joint: ['fælles med', 'joint with'],
  online: ['virtuelt', 'online', 'virtuel'],
  place: ['sted', 'place', 'mødested', 'lokation', 'lokale', 'location', 'hvor', 'plats'],
  remark: ['bemærkning', 'remark', 'bemærkninger', 'note', 'noter', 'kommentar', 'kommentarer', 'remarks', 'notes'],
  status: ['status', 'state'],
  id: ['id', 'our id'],
};
