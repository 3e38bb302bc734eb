import type { ListWrong } from '../../governance/milestone/list-rows.ts';

/** What is wrong in a line of a list, for whoever runs the command. What was written is quoted without anything that could steer a terminal. */
export function wrongSentence({ problem, what }: ListWrong): string {
  const said = `"${what.replace(/\p{C}/gu, ' ').slice(0, 60)}"`;
  switch (problem) {
    case 'empty':
      return 'there is nothing to read here.';
    case 'open-quote':
      return 'a quotation mark is left open, or stands where it cannot.';
    case 'cells':
      return 'this line has more or fewer cells than the headings.';
    case 'no-column':
      return `no heading tells which column is ${said}; say it with --column ${what}="…".`;
    case 'column-twice':
      return `one column cannot be ${said} and something else.`;
    case 'no-deliverable':
      return 'what is to be delivered is missing.';
    case 'twice':
      return `${said} stands in an earlier line already.`;
    case 'not-a-date':
      return `${said} is not a date; a date is written 2015-02-01 or 1.2.2015.`;
    case 'weekday':
      return `${said} is another day of the week.`;
    case 'ends-before-it-starts':
      return `it is due on ${said}, before its work begins.`;
    case 'nobody-called':
      return `nobody who sits in the body is called ${said}.`;
    case 'several-called':
      return `several who sit in the body are called ${said}.`;
    case 'no-body-called':
      return `there is no body called ${said}.`;
    case 'no-initiative-called':
      return `there is no initiative called ${said}.`;
    case 'no-line-called':
      return `no line is called ${said}, by its number or by what it delivers.`;
    case 'waits-for-itself':
      return `it cannot wait for itself (${said}).`;
    case 'too-many':
      return `a plan holds 60 milestones, and here are ${what}.`;
  }
}
