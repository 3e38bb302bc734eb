/** Every reason for "no". The reader's own words for each stand in `cards/text/`; `clause` is what the words point at, where there is one. */
export type Refusal =
  | { readonly refused: 'not-in-model'; readonly what: 'body' | 'seat' | 'card' }
  | { readonly refused: 'no-body-here' }
  | { readonly refused: 'only-secretaries' }
  | { readonly refused: 'only-administrators' }
  | { readonly refused: 'only-seat-holders' }
  | { readonly refused: 'only-members-of-the-channel' }
  | { readonly refused: 'already-bound'; readonly body: string }
  | { readonly refused: 'seat-is-full'; readonly clause: string | null }
  | { readonly refused: 'wrong-sector'; readonly seat: string; readonly sector: string; readonly clause: string | null }
  | { readonly refused: 'one-person-two-keys'; readonly clause: string | null }
  | { readonly refused: 'no-keys' }
  | { readonly refused: 'only-chairs'; readonly clause: string | null }
  | { readonly refused: 'already-in-seat' }
  | { readonly refused: 'unknown-person' }
  | { readonly refused: 'two-sectors' }
  | { readonly refused: 'not-this-tenant' }
  | { readonly refused: 'no-such-appointment' }
  | { readonly refused: 'no-such-meeting' }
  | { readonly refused: 'meeting-is-over' }
  | { readonly refused: 'meeting-in-the-past' }
  | { readonly refused: 'not-a-date'; readonly field: string }
  | { readonly refused: 'ends-before-it-starts' }
  | { readonly refused: 'missing'; readonly field: string }
  | { readonly refused: 'too-long'; readonly field: string; readonly most: number }
  | { readonly refused: 'not-a-link' }
  | { readonly refused: 'deputy-is-yourself' }
  | { readonly refused: 'meeting-is-cancelled' }
  | { readonly refused: 'meeting-not-begun' }
  | { readonly refused: 'notice-too-short'; readonly hours: number }
  | { readonly refused: 'agenda-is-out' }
  | { readonly refused: 'no-items' }
  | { readonly refused: 'no-such-item' }
  | { readonly refused: 'not-a-case-number' }
  | { readonly refused: 'outcome-missing' }
  | { readonly refused: 'case-needs-result' }
  | { readonly refused: 'minutes-are-out' }
  | { readonly refused: 'minutes-not-sent' }
  | { readonly refused: 'comments-open'; readonly until: string }
  | { readonly refused: 'comments-closed' }
  | { readonly refused: 'year-is-confirmed' }
  | { readonly refused: 'year-is-elsewhere' }
  | { readonly refused: 'year-is-ours' }
  | { readonly refused: 'no-year-plan' }
  | { readonly refused: 'year-has-changed' }
  | { readonly refused: 'no-such-case' }
  | { readonly refused: 'only-who-raised-it' }
  | { readonly refused: 'case-has-moved' }
  | { readonly refused: 'not-ours-to-decide'; readonly clause: string | null }
  | { readonly refused: 'nobody-above' }
  | { readonly refused: 'disagreement-wants-reason' }
  | { readonly refused: 'no-written-procedure' }
  | { readonly refused: 'another-sector-confirms' }
  | { readonly refused: 'changed-meanwhile' }
  | { readonly refused: 'nothing-to-assess' }
  | { readonly refused: 'no-trial' }
  | { readonly refused: 'gate-missing' }
  | { readonly refused: 'no-such-request' }
  | { readonly refused: 'request-has-moved' }
  | { readonly refused: 'not-theirs-to-order' }
  | { readonly refused: 'parts-not-answered' }
  | { readonly refused: 'may-not-group' }
  | { readonly refused: 'group-has-moved' }
  | { readonly refused: 'only-in-the-group' }
  | { readonly refused: 'does-not-spread' }
  | { readonly refused: 'nobody-to-tell' }
  | { readonly refused: 'experience-has-moved' }
  | { readonly refused: 'flag-has-moved' }
  | { readonly refused: 'list-does-not-fit'; readonly line: number }
  | { readonly refused: 'nothing-drafted' }
  | { readonly refused: 'plan-not-asked' }
  | { readonly refused: 'plan-has-changed' }
  | { readonly refused: 'no-such-milestone' }
  | { readonly refused: 'milestone-withdrawn' }
  | { readonly refused: 'milestone-is-needed' }
  | { readonly refused: 'milestones-in-a-ring' }
  | { readonly refused: 'only-who-owns-it' }
  | { readonly refused: 'done-in-the-future' }
  | { readonly refused: 'expected-after-due'; readonly due: string }
  | { readonly refused: 'expected-before-due'; readonly due: string }
  | { readonly refused: 'no-such-initiative' }
  | { readonly refused: 'initiative-is-closed' }
  | { readonly refused: 'only-who-lead' }
  | { readonly refused: 'not-there' }
  | { readonly refused: 'not-yet' }
  | { readonly refused: 'not-a-number'; readonly field: string }
  | { readonly refused: 'plan-has-moved' }
  | { readonly refused: 'terms-in-force'; readonly file: string; readonly line: number }
  | { readonly refused: 'terms-decided'; readonly file: string; readonly line: number }
  | { readonly refused: 'terms-stand'; readonly from: string }
  | { readonly refused: 'too-much' }
  | { readonly refused: 'try-again' };

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
