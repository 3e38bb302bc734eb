import type { Refusal } from './refusal.ts';

/** An errand another stream would not accept is written back where it came from, and stands on the secretary's card. */
export interface NoteErrandRefused {
  readonly type: 'NoteErrandRefused';
  readonly errand: string;
  readonly rule: string;
  readonly refusal: Refusal;
}
export interface ErrandRefused {
  readonly type: 'ErrandRefused';
  readonly v: 1;
  readonly errand: string;
  readonly rule: string;
  readonly refusal: Refusal;
}
