import type { Text } from '../text.ts';

/** Headings and words of tables for a spreadsheet. */
export const tables: Pick<Text, 'tables'> = {
  tables: {
    yes: 'yes',
    no: 'no',
    decisions: {
      head: ['Date', 'Case no.', 'Case', 'Group', 'Outcome', 'Decision', 'Who', 'Recorded by', 'Clauses', 'Terms from', 'Case id', 'Entry'],
      kinds: {
        here: 'dealt with here',
        up: 'sent up',
        disagreed: 'sent up, chairs disagreed',
        back: 'sent back',
        decided: 'decided',
        rejected: 'rejected',
        'sent-on': 'sent on',
        'sent-back': 'sent back',
        reopened: 'reopened',
      },
      says: { here: 'dealt with here', up: 'send up', back: 'send back', right: 'confirms', wrong: 'does not confirm', reopen: 'reopen' },
    },
    status: ['Date', 'Group', 'Plan', 'Answers', 'Deliverable', 'Due', 'Status', 'Overdue', 'Expected', 'Answered on'],
    plan: 'Plan',
    milestones: ['Deliverable', 'Due', 'Begins', 'Owner', 'Initiative', 'Depends on', 'Carried by', 'No.', 'Status'],
  },
};
