import { z } from 'zod';
import { collaborationShape, coverageShape, pageShape } from './shape.ts';

/** The JSON Schemas of the model's files, by file name, for editors that complete and check while one writes. */
export function schemas(): Readonly<Record<string, string>> {
  return {
    'schema.json': schemaOf(pageShape, 'Bodies, their terms of reference, and the parts of the agreement'),
    'schema.collaboration.json': schemaOf(collaborationShape, 'What holds for the whole collaboration'),
    'schema.coverage.json': schemaOf(coverageShape, 'The documents line by line'),
  };
}

function schemaOf(shape: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(shape, { io: 'input' }) }, null, 2)}\n`;
}
