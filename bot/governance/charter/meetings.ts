/** Meetings a year. `least: null`: nothing is owed. */
export interface Cadence {
  readonly least: number | null;
  readonly most: number | null;
  readonly about: boolean;
  readonly asNeeded: boolean;
}

/** What a body may set for itself around its meetings. Days before a meeting are working days for the reminder. */
export interface MeetingSettings {
  readonly remindWorkingDays: number;
  /** Calendar days before a meeting by which items are in. */
  readonly itemsDays: number;
  /** Calendar days before that deadline on which items are called for. */
  readonly callDays: number;
  /** Calendar days before a meeting by which the agenda is out. */
  readonly agendaDays: number;
  /** Calendar days after a meeting by which the minutes are out. */
  readonly minutesDays: number;
  /** Working days to comment on them. */
  readonly commentWorkingDays: number;
  /** Least notice of an extraordinary meeting. */
  readonly noticeHours: number;
}
