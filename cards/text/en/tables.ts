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
    seats: ['Group', 'Seat', 'Name', 'Tenant', 'Entra id', 'From', 'Until', 'Deputies'],
    initiatives: {
      head: [
        'Initiative',
        'Group',
        'Stage',
        'Belongs under',
        'Clusters',
        'Patient involvement',
        'Told on',
        'Tools and framework agreements',
        'Indicators',
      ],
      nobody: 'no group yet',
      kinds: { tool: 'Tool', 'framework-agreement': 'Framework agreement' },
      deliverable: (kind, title, done) => `${kind}: ${title} (${done === null ? 'on its way' : `finished ${done}`})`,
      indicator: (name, unit, last, from, target) =>
        `${name} (${unit}): ${[last ?? 'no figure yet', from === '' ? '' : `from ${from}`, target === '' ? '' : `target ${target}`].filter(Boolean).join(', ')}`,
      last: (value, day) => `${value} on ${day}`,
      number: (value) => String(value),
    },
    portfolio: {
      head: ['Group', 'Solution or wish', 'Name', 'Status', 'Answered', 'Quarter', 'Follow-up', 'Remark', 'Used by'],
      solution: 'Solution',
      wish: (n) => `Wish ${n}`,
    },
    workPlans: {
      head: ['Group', 'Year', 'No.', 'Task', 'Status'],
      phases: {
        none: 'not begun',
        drafting: 'draft',
        asked: 'with the chairs',
        sent: 'sent up',
        decided: 'approved',
        rejected: 'rejected',
      },
    },
    experiences: {
      head: [
        'Date',
        'Experience',
        'Account',
        'Group',
        'Shared by',
        'Assessed by',
        'Status',
        'Assessment',
        'Relevant',
        'Already do it',
        'Not relevant',
        'No answer',
      ],
      states: { none: '', told: 'waits for assessment', spread: 'spread', 'set-aside': 'set aside' },
    },
    flags: {
      head: ['Date', 'Group', 'Matter', 'Description', 'Flagged by', 'Status', 'Answer', 'Case'],
      states: { none: '', open: 'waits for an answer', answered: 'answered', raised: 'raised as a case', settled: 'settled' },
    },
    milestones: ['Deliverable', 'Due', 'Begins', 'Owner', 'Initiative', 'Depends on', 'Carried by', 'No.', 'Status'],
  },
};
