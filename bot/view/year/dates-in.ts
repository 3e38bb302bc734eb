import type { OpenedFile } from '../../files/open.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { gathered, remark } from '../../governance/lists/trial.ts';
import { datesInTable, type PlanReading } from '../../governance/year/plan-table.ts';
import type { DatesRead } from '../../governance/year/read-date.ts';
import { datesInCalendar } from '../calendar/ics-read.ts';

/** The dates of a file, be it a calendar or a table. Where a year is named, only those of that year. */
export function datesInFile(charter: Charter, file: OpenedFile, reading: PlanReading): DatesRead {
  if (file.is === 'unread') return { dates: [], faults: file.faults, remarks: file.remarks };
  const read = file.is === 'calendar' ? datesInCalendar(charter, file.text, reading) : datesInTable(charter, file.lines, reading);
  const { year } = reading;
  const outside = year === null ? [] : read.dates.filter(({ date }) => !date.startsWith(`${year}-`));
  const others =
    outside.length === 0
      ? []
      : [
          remark(
            'other-years',
            outside.map(({ line }) => line),
            String(year),
          ),
        ];
  return {
    dates: read.dates.filter((each) => !outside.includes(each)),
    faults: read.faults,
    remarks: gathered([...file.remarks, ...read.remarks, ...others]),
  };
}
