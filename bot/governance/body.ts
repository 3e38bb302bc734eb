import type { BodyId, IsoDate, SeatId, SectorId } from './charter.ts';
import type { ChannelKey, PersonKey } from './model.ts';

/** Somebody in a seat for a time. The deputies stand in for that seat. */
export interface Appointment {
  readonly id: string;
  readonly seat: SeatId;
  readonly person: PersonKey;
  readonly from: IsoDate;
  /** The last day, or null while it runs. */
  readonly until: IsoDate | null;
  readonly deputies: readonly PersonKey[];
}
/** Where a body meets in Teams and who sits in it. */
export interface BodyState {
  readonly kind: 'body';
  readonly body: BodyId;
  readonly channel: ChannelKey | null;
  readonly appointments: readonly Appointment[];
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly { readonly errand: string; readonly rule: string; readonly refused: string }[];
}
export type BodyCommand =
  /** By errand from the channel. A body meets in one channel; the newest binding stands. */
  | { readonly type: 'MeetInChannel'; readonly channel: ChannelKey }
  | { readonly type: 'LeaveChannel'; readonly channel: ChannelKey }
  /** Administrators and the body's secretaries, for this and what follows. `appointment` is made from the cause. */
  | { readonly type: 'FillSeat'; readonly appointment: string; readonly seat: SeatId; readonly person: PersonKey; readonly from: IsoDate }
  | { readonly type: 'EndAppointment'; readonly appointment: string; readonly until: IsoDate }
  | { readonly type: 'NameDeputy'; readonly appointment: string; readonly deputy: PersonKey }
  | { readonly type: 'RemoveDeputy'; readonly appointment: string; readonly deputy: PersonKey };
export type BodyEvent =
  | { readonly type: 'ChannelChosen'; readonly v: 1; readonly channel: ChannelKey }
  | { readonly type: 'ChannelLeft'; readonly v: 1; readonly channel: ChannelKey }
  /** Errand where the seat has a sector: the person, or the deputy, belongs to it. */
  | { readonly type: 'SeatFilled'; readonly v: 1; readonly appointment: string; readonly seat: SeatId; readonly person: PersonKey; readonly from: IsoDate; readonly sector: SectorId | null }
  | { readonly type: 'AppointmentEnded'; readonly v: 1; readonly appointment: string; readonly until: IsoDate }
  | { readonly type: 'DeputyNamed'; readonly v: 1; readonly appointment: string; readonly deputy: PersonKey; readonly sector: SectorId | null }
  | { readonly type: 'DeputyRemoved'; readonly v: 1; readonly appointment: string; readonly deputy: PersonKey };
