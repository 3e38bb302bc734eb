import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the paths of files that take long, the longest first. */
const long = [
  'store/case.cosmos',
  'outside/kills',
  'year/journey.year-of-prompts',
  'front/',
  'milestone/journey.two-years',
  'stand-in',
  'files/',
  'scheduler/truth',
  'rules/take-out',
  'year/plan.property',
  'case/property',
  'milestone/property',
  'journey',
  'commands',
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
