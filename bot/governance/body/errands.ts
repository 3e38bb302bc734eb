import type { BodyId, IsoDate, SectorId } from '../charter/charter.ts';
import { dateAfter } from '../time/calendar.ts';
import type { BodyEvent, BodyState } from '../vocabulary/body.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { Kind, PersonKey, Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';

/** What a body's seats, its channel, its cases and its quarters demand elsewhere. */
export function bodyDemands(_stream: Stream, event: BodyEvent, state: BodyState): readonly Demand[] {
  const { body, channel } = state;
  switch (event.type) {
    case 'ChannelChosen':
      return [
        ...(channel === null
          ? []
          : [{ rule: 'old-channel-free', to: streamOf('channel', channel), command: { type: 'ReleaseBody', body } } as const]),
        { rule: 'meetings-follow', to: { every: 'meeting', body }, command: { type: 'ShowMeeting' } },
      ];
    case 'SeatFilled':
      return [...statesSector(event.person, event.sector, body), ...asksOthers(body, newTo(state, event))];
    case 'DeputyNamed':
      return [...statesSector(event.deputy, event.sector, body), ...asksOthers(body, newTo(state, event))];
    case 'AbsenceNoted':
      return asksOthers(body, newTo(state, event));
    case 'AppointmentEnded':
      return event.later === undefined ? asksNewcomers(body, dateAfter(event.until)) : [];
    case 'AsksPassed':
      return asksNewcomers(body, event.since);
    case 'CaseEntered':
      return [{ rule: 'bears-number', to: event.about, command: { type: 'NumberCase', number: event.number } }];
    case 'PortfolioAsked':
      return [{ rule: 'opens-quarter', to: streamOf('portfolio', body), command: { type: 'OpenQuarter', quarter: event.quarter } }];
    default:
      return [];
  }
}

function statesSector(person: PersonKey, sector: SectorId | null, body: BodyId): readonly Demand[] {
  return sector ? [{ rule: 'seat-states-sector', to: 'persons', command: { type: 'StateSector', body, person, sector } }] : [];
}

type SeatChange = Extract<BodyEvent, { type: 'SeatFilled' | 'DeputyNamed' | 'AbsenceNoted' }>;

/** Who may have to answer now what others were asked: whoever comes after another, and the deputies of one who is away. */
function newTo({ appointments, absences }: BodyState, event: SeatChange): readonly PersonKey[] {
  switch (event.type) {
    case 'SeatFilled':
      return appointments.some(({ seat, until }) => seat === event.seat && until !== null) ? [event.person] : [];
    case 'DeputyNamed': {
      const held = appointments.find(({ id }) => id === event.appointment);
      return absences.some(({ person }) => person === held?.person) ? [event.deputy] : [];
    }
    case 'AbsenceNoted':
      return appointments.filter(({ person }) => person === event.person).flatMap(({ deputies }) => deputies);
  }
}

function asksOthers(body: BodyId, persons: readonly PersonKey[]): readonly Demand[] {
  if (persons.length === 0) return [];
  return asking.map((every) => ({ rule: 'asks-others', of: every, to: { every, body }, command: { type: 'AskOthers', persons } }));
}
function asksNewcomers(body: BodyId, since: IsoDate): readonly Demand[] {
  return asking.map((every) => ({ rule: 'asks-others', of: every, to: { every, body }, command: { type: 'AskNewcomers', since } }));
}

const asking = [
  'case',
  'request',
  'group',
  'experience',
  'flag',
  'milestone-plan',
  'work-plan',
  'year',
  'initiative',
  'portfolio',
  'meeting',
  'follow-up',
] as const satisfies readonly Kind[];
