import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const page = z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' });
const schema = z.strictObject({
  appId: z.guid({ error: 'must be the app id of the bot, a GUID' }),
  developer: z.strictObject({
    name: z.string().min(1).max(32, 'must be at most 32 characters'),
    websiteUrl: page,
    privacyUrl: page,
    termsOfUseUrl: page,
  }),
});

/** Who offers the app, and which bot it opens. */
export type AppOwner = Readonly<z.infer<typeof schema>>;

/** The organisation that stands in the project is nobody's: a package made with it can be looked at, not used. */
export const sample = fileURLToPath(new URL('organisation.json', import.meta.url));

/** Every fault of the file at once, one sentence each, or the organisation. `appId` takes the place of the file's, where given. */
export function readOrganisation(file: string, appId: string | undefined): AppOwner | readonly string[] {
  const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const read = schema.safeParse(typeof given === 'object' && given !== null && appId !== undefined ? { ...given, appId } : given);
  return read.success ? read.data : read.error.issues.map((issue) => `${file}: ${issue.path.join('.')} ${issue.message}`);
}
