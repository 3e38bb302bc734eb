import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { caseFile, caseTitle } from '../case/file.ts';
import { isAsked } from '../case/may.ts';
import { asking } from '../case/said.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { textIn } from '../text/languages.ts';

/** The cases that wait for what this viewer says, in every body. */
export async function casesAsking(desk: Desk, viewer: Viewer) {
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside);
  const cases = (await Promise.all(bodies.map(({ id }) => desk.cases(id)))).flat();
  const each = [...new Map(cases.map((state) => [state.case, state])).values()];
  const rows = await Promise.all(
    each.map(async (state) => {
      const file = await caseFile(desk, streamOf('case', state.case));
      if (!file || !isAsked(desk, file, viewer)) return [];
      const text = textIn(viewer.language);
      const { question, byWhen } = asking(desk, file, viewer.language);
      return [
        {
          title: text.case.title(plain(state.number ?? ''), await caseTitle(desk, file, viewer.language)),
          when: byWhen,
          line: question,
          asked: 'case',
          meeting: '',
          case: state.case,
          verb: 'case',
          open: text.mine.openCase,
          yes: text.mine.yes,
          no: text.mine.no,
        },
      ];
    }),
  );
  return rows.flat();
}
