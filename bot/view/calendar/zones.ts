import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';

/** How a file's wall-clock times become instants; null: nobody knows the zone by this name. */
export type Zones = (zone: string) => ((at: Temporal.PlainDateTime) => Temporal.Instant) | null;

/** Zones everybody knows by their names, those the file spells out, and those that Windows calls otherwise. */
export function zonesOf(spelledOut: ReadonlyMap<string, ICAL.Timezone>): Zones {
  return (zone) => {
    const known = zoneCalled(zone) ?? zoneCalled(zone.split('/').slice(-2).join('/'));
    if (known) return known;
    const told = spelledOut.get(zone);
    if (told) return (at) => Temporal.Instant.fromEpochMilliseconds(new ICAL.Time(fieldsOf(at), told).toUnixTime() * 1_000);
    const [iana] = isWindows(zone) ? findIana(zone) : [];
    return iana === undefined ? null : zoneCalled(iana);
  };
}

export function fieldsOf({ year, month, day, hour, minute, second }: Temporal.PlainDateTime) {
  return { year, month, day, hour, minute, second };
}

function zoneCalled(zone: string): ReturnType<Zones> {
  try {
    Temporal.PlainDateTime.from('2000-01-01T00:00').toZonedDateTime(zone);
    return (at) => at.toZonedDateTime(zone).toInstant();
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

type WindowsZone = Parameters<typeof findIana>[0];

/** The table answers names that it does not have with nothing. */
function isWindows(zone: string): zone is WindowsZone {
  return /^[\w .+-]+$/.test(zone);
}
