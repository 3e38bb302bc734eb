import type { WrittenModel } from './build.ts';
import { checkBodies } from './check-bodies.ts';
import { checkCollaboration } from './check-collaboration.ts';
import { checkGatherings } from './check-gatherings.ts';
import { checkTerms } from './check-terms.ts';
import { type Complete, gather, type Note } from './known.ts';
import type { ModelError } from './page.ts';
import type { Path } from './parts.ts';

/** Everything in the model that does not hold together, at once. */
export function checkModel(written: WrittenModel, complete: Complete): readonly ModelError[] {
  const errors: ModelError[] = [];
  const known = gather(written, complete);
  const noteIn = (page: { readonly file: string; readonly lineOf: (path: Path) => number }): Note => {
    return (path, message) => errors.push({ file: page.file, line: page.lineOf(path), message });
  };
  checkCollaboration(written.collaboration.data, known, noteIn(written.collaboration));
  for (const page of written.pages) checkTerms(page.data, known, noteIn(page));
  const pages = written.pages.map((page) => ({ page: page.data, note: noteIn(page) }));
  checkBodies(pages);
  if (complete.bodies) checkGatherings(pages);
  return errors;
}
