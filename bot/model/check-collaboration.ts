import { checkWords } from './check-words.ts';
import { knowsCountry, knowsRegion } from './days-off.ts';
import type { Known, Note } from './known.ts';
import type { CollaborationData } from './shape.ts';

export function checkCollaboration(data: CollaborationData, known: Known, note: Note): void {
  checkWords(data.name, ['name'], known, note);
  if (!isTimeZone(data.timeZone)) note(['timeZone'], `"${data.timeZone}" is not a time zone; it is written like "Europe/Copenhagen".`);
  const { country, region } = data.calendar;
  if (!knowsCountry(country)) note(['calendar', 'country'], `The holidays of "${country}" are not known; a country is written like "DK".`);
  else if (region !== undefined && !knowsRegion(country, region)) {
    note(['calendar', 'region'], `The holidays of "${region}" in "${country}" are not known.`);
  }
  if (data.defaults.promptsFrom >= data.defaults.promptsUntil) note(['defaults', 'promptsUntil'], 'Prompts end before they begin.');
  data.sectors.forEach((sector, at) => {
    checkWords(sector.name, ['sectors', at, 'name'], known, note);
  });
  (data.clusters ?? []).forEach((cluster, at) => {
    checkWords(cluster.name, ['clusters', at, 'name'], known, note);
  });
  (data.organisations ?? []).forEach(({ name, sector }, at) => {
    checkWords(name, ['organisations', at, 'name'], known, note);
    if (sector !== undefined && known.complete.settings && !known.sectors.has(sector))
      note(['organisations', at, 'sector'], `There is no sector "${sector}".`);
  });
  (data.nouns ?? []).forEach(({ definite, genitive }, at) => {
    checkWords(definite, ['nouns', at, 'definite'], known, note);
    checkWords(genitive, ['nouns', at, 'genitive'], known, note);
  });
  data.defaults.keySectors.forEach((sector, at) => {
    if (known.complete.settings && !known.sectors.has(sector)) note(['defaults', 'keySectors', at], `There is no sector "${sector}".`);
  });
  if (!known.complete.bodies) return;
  if (!known.bodies.has(data.secretariat)) note(['secretariat'], `There is no body "${data.secretariat}".`);
  (data.defaults.planning?.cadences ?? []).forEach((cadence, at) => {
    const path = ['defaults', 'planning', 'cadences', at, 'body'];
    if ('body' in cadence && !known.bodies.has(cadence.body)) note(path, `There is no body "${cadence.body}".`);
  });
  data.defaults.wayUp.forEach((body, at) => {
    if (!known.bodies.has(body)) note(['defaults', 'wayUp', at], `There is no body "${body}".`);
  });
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
