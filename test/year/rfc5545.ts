/** Finds what breaks RFC 5545 in a calendar, line by line: §3.1 content lines, §3.3 values, §3.6 components and what they may hold. */
export function brokenLines(text: string): readonly string[] {
  const wrong: string[] = [];
  if (!text.endsWith('\r\n')) wrong.push('the last line does not end');
  const physical = text.split('\r\n').slice(0, -1);
  physical.forEach((line, at) => {
    if (Buffer.byteLength(line) > 75) wrong.push(`${at + 1}: more than 75 octets`);
    if (/[\r\n]/.test(line)) wrong.push(`${at + 1}: a bare line end`);
    if (line.includes('\uFFFD')) wrong.push(`${at + 1}: a letter is cut`);
  });
  const open: { name: string; seen: Map<string, number> }[] = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const { name, params, value } = taken(line);
    if (name === null) {
      wrong.push(`no content line: ${line}`);
      continue;
    }
    if (name === 'BEGIN') {
      const parent = open.at(-1)?.name ?? '';
      if (!(inside[value] ?? []).includes(parent)) wrong.push(`${value} inside ${parent || 'nothing'}`);
      open.push({ name: value, seen: new Map() });
      continue;
    }
    const here = open.at(-1);
    if (!here) {
      wrong.push(`outside everything: ${line}`);
      continue;
    }
    if (name === 'END') {
      if (here.name !== value) wrong.push(`END:${value} of ${here.name}`);
      for (const each of must[here.name] ?? []) if (here.seen.get(each) !== 1) wrong.push(`${here.name} without one ${each}`);
      open.pop();
      continue;
    }
    here.seen.set(name, (here.seen.get(name) ?? 0) + 1);
    if ((here.seen.get(name) ?? 0) > 1) wrong.push(`${name} twice in ${here.name}`);
    const shape = shapes[name] ?? (name.startsWith('X-') ? words : null);
    if (!shape) wrong.push(`${name} is not known in ${here.name}`);
    else if (!shape.test(value)) wrong.push(`${name} has no such value: ${value}`);
    if (/^(DTSTART|DTEND)$/.test(name) && here.name === 'VEVENT' && !value.endsWith('Z') && !params.has('TZID'))
      wrong.push(`${name} floats`);
    for (const param of params.keys()) if (!['TZID', 'VALUE'].includes(param)) wrong.push(`${name} has a parameter ${param}`);
  }
  if (open.length > 0) wrong.push('something never ends');
  return wrong;
}

const inside: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: [''],
  VEVENT: ['VCALENDAR'],
  VTIMEZONE: ['VCALENDAR'],
  STANDARD: ['VTIMEZONE'],
  DAYLIGHT: ['VTIMEZONE'],
};
const must: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: ['PRODID', 'VERSION'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  DAYLIGHT: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
};
/** §3.3.11: no bare comma, semicolon or backslash, and no control but a tab. */
const words = /^(?:\\[\\;,nN]|[^\\;,\p{Cc}]|\t)*$/u;
const time = /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?$/;
const offset = /^[+-](?:0\d|1[0-4])[0-5]\d$/;
const lasting = /^PT\d+H$/;
const shapes: Readonly<Record<string, RegExp>> = {
  VERSION: /^2\.0$/,
  PRODID: words,
  CALSCALE: /^GREGORIAN$/,
  METHOD: /^PUBLISH$/,
  'REFRESH-INTERVAL': lasting,
  'X-PUBLISHED-TTL': lasting,
  TZID: /^[A-Za-z_]+(?:\/[A-Za-z_]+)*$/,
  TZOFFSETFROM: offset,
  TZOFFSETTO: offset,
  RRULE: /^FREQ=YEARLY;BYMONTH=(?:[1-9]|1[0-2]);BYDAY=(?:-1|[1-4])(?:MO|TU|WE|TH|FR|SA|SU)$/,
  UID: words,
  DTSTAMP: time,
  DTSTART: time,
  DTEND: time,
  SEQUENCE: /^\d+$/,
  STATUS: /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/,
  SUMMARY: words,
  CATEGORIES: words,
  LOCATION: words,
  DESCRIPTION: words,
  URL: /^https?:\/\/[^\s\\]+$/,
};

function taken(line: string): { readonly name: string | null; readonly params: ReadonlyMap<string, string>; readonly value: string } {
  const found = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):(.*)$/u.exec(line);
  const params = (found?.[2] ?? '').split(';').slice(1);
  return {
    name: found?.[1]?.toUpperCase() ?? null,
    params: new Map(params.map((each) => [each.slice(0, each.indexOf('=')).toUpperCase(), each.slice(each.indexOf('=') + 1)] as const)),
    value: found?.[3] ?? '',
  };
}
