/** What iCalendar calls our own fields, so that a file of ours says whose meetings it has. */
export const ours = {
  body: 'X-SAMSPIL-BODY',
  gathering: 'X-SAMSPIL-GATHERING',
  id: 'X-SAMSPIL-ID',
  beside: 'X-SAMSPIL-BESIDE',
  joint: 'X-SAMSPIL-JOINT',
  online: 'X-SAMSPIL-ONLINE',
} as const;
