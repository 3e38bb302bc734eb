import { document, escaped, table } from '../html.ts';
import { fileWords } from '../ledger/file-words.ts';
import { definitions, withLinks } from '../links.ts';
import { ledgerPart } from '../meeting/filed-page.ts';
import { pageWords } from '../page-words.ts';
import type { FiledCase } from './filed.ts';

/** A filed case as one page that can be read and printed without anything beside it. */
export function filedCasePage(collaboration: string, filed: FiledCase): string {
  const { case: file, journal, filedAt } = filed;
  const title = fileWords.caseTitle(file.number || file.id, file.title);
  const facts = [
    [fileWords.journal, journal],
    [fileWords.caseJournal, file.journal],
    [fileWords.raised, [file.raisedIn, file.raisedBy].filter(Boolean).join(', ')],
    [fileWords.way, file.way.join(' → ')],
    [fileWords.practicePlan, file.practicePlan],
    [fileWords.filed, filedAt],
  ].filter(([, value]) => value !== '');
  const recommended = file.recommendations.map((each) => `<li>${withLinks(pageWords.at(each))}</li>`);
  const decided = filed.decisions.map((each) => [
    each.at,
    each.bodyName,
    [fileWords.settled[each.kind], each.decision].filter(Boolean).join(': '),
    each.persons.map(({ name, reason }) => (reason ? `${name}: ${reason}` : name)).join('; '),
    each.clauses.join(', '),
    `${each.termsFrom} ${each.terms.slice(0, 12)}`,
  ]);
  const columns = [fileWords.at, fileWords.body, fileWords.what, fileWords.by, fileWords.clauses, fileWords.termsOf];
  const body = [
    `<h1>${escaped(title)}</h1>`,
    definitions(facts),
    file.account ? `<h2>${fileWords.account}</h2>\n<p>${withLinks(file.account)}</p>` : '',
    recommended.length > 0 ? `<h2>${pageWords.recommended}</h2>\n<ul>${recommended.join('')}</ul>` : '',
    file.papers
      ? `<h2>${fileWords.papers}</h2>\n${table(fileWords.papers, [fileWords.link], [[{ link: file.papers, text: file.papers }]])}`
      : '',
    decided.length > 0 ? `<h2>${fileWords.decisions}</h2>\n${table(fileWords.decisions, columns, decided)}` : '',
    ...(file.directions.length > 0
      ? [
          `<h2>${fileWords.directions}</h2>`,
          ...file.directions.map(({ body: of, person, text }) => `<p>${withLinks(`${of}, ${person}: ${text}`)}</p>`),
        ]
      : []),
    ledgerPart(filed.ledger),
  ];
  return document({ title, collaboration, body: body.filter((each) => each !== '').join('\n'), index: null, foot: fileWords.foot });
}
