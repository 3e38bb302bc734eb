/** What a case is about. */
export const matterKinds = [
  'professional',
  'strategic',
  'priority',
  'agreement',
  'collaboration-agreement',
  'operation',
  'change-request',
  'pilot',
  'work-plan',
  'terms',
  'other',
] as const;
export type MatterKind = (typeof matterKinds)[number];

/** What gives a case weight, as whoever raises it sees it. `authorised`: the body above has authorised it. */
export const weights = [
  'economic',
  'organisational',
  'quality',
  'principle',
  'scaling',
  'practice-duty',
  'changes-agreement',
  'in-operation',
  'authorised',
] as const;
export type Weight = (typeof weights)[number];

export interface Matter {
  readonly kind: MatterKind;
  readonly weighs: readonly Weight[];
}
