import type { BodyId, SectorId } from '../charter/charter.ts';
import type { BodyEvent, BodyState } from '../vocabulary/body.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { PersonKey, Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';

/** What a body's seats, its channel, its cases and its quarters demand elsewhere. */
export function bodyDemands(_stream: Stream, event: BodyEvent, { body, channel }: BodyState): readonly Demand[] {
  switch (event.type) {
    case 'ChannelChosen':
      return [
        ...(channel === null
          ? []
          : [{ rule: 'old-channel-free', to: streamOf('channel', channel), command: { type: 'ReleaseBody', body } } as const]),
        { rule: 'meetings-follow', to: { every: 'meeting', body }, command: { type: 'ShowMeeting' } },
      ];
    case 'SeatFilled':
      return statesSector(event.person, event.sector, body);
    case 'DeputyNamed':
      return statesSector(event.deputy, event.sector, body);
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
