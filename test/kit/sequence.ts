import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the paths of files that take long, the longest first. */
const long = [
  'store/presses.cosmos',
  'outside/kills',
  'store/case.cosmos',
  'rules/take-out',
  'front/',
  'store/cosmos-independent',
  'stand-in',
  'year/plan.property',
  'case/property',
  'milestone/property',
  'journey',
  'store/',
];

/** What takes long begins first, so that it is not left to one worker at the end; before it what has a process of its own. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at === -1 ? long.length : at;
    };
    return files.toSorted(
      (one, other) =>
        Number(other.project.config.isolate) - Number(one.project.config.isolate) ||
        place(one) - place(other) ||
        one.moduleId.localeCompare(other.moduleId),
    );
  }
}
