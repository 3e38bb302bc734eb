import { type RequestHandler, Router } from 'express';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Picture } from '../cards/kit/card.ts';
import { languages } from '../cards/text/languages.ts';
import { datesShown } from '../cards/year/file.ts';
import type { Charter } from './governance/charter/charter.ts';
import { dateAt } from './governance/time/calendar.ts';
import { isDate } from './governance/time/written.ts';
import { openSigner } from './signed.ts';
import { pictureKeyRecord } from './store/record-name.ts';
import type { Store } from './store/store.ts';
import { drawOrganisation } from './view/organisation/organisation.ts';
import { readYear } from './view/year/plan.ts';
import { square } from './view/year/wheel.ts';
import { toPng } from './view/year/wheel-png.ts';

/** Where pictures are read. */
const path = '/billeder';
const pixels = { organisation: 1_440, year: 900 } as const;
const days = 7;
const dayMs = 24 * 60 * 60 * 1_000;
/** Drawn pictures kept at hand; one takes a good part of a second. */
const mostKept = 12;

export interface Pictures {
  /** An address that cannot be guessed and is good for a week; null: this bot's own address is not known. */
  readonly address: (picture: Picture) => Promise<string | null>;
  readonly router: Router;
}
export interface PictureDeps {
  readonly store: Store;
  readonly charter: () => Charter;
  readonly now: () => Temporal.Instant;
  /** Where people reach this bot; null: not known. */
  readonly publicUrl: string | null;
}

const language = z.enum(languages);
const asked = z.tuple([
  z.discriminatedUnion('of', [
    z.object({ of: z.literal('organisation'), asOf: z.string().refine(isDate), language }),
    z.object({ of: z.literal('year'), body: z.string(), year: z.int(), mark: z.string(), language }),
  ]),
  z.int(),
]);

/** Pictures for cards. Whoever has an address sees the picture, without signing in, until it expires: Teams fetches it for everybody in the channel. */
export function openPictures(drawing: PictureDeps): Pictures {
  const kept = new Map<string, Uint8Array>();
  const { sign, read } = openSigner(drawing.store, pictureKeyRecord);
  const draw = async (picture: Picture): Promise<Uint8Array | null> => {
    const name = JSON.stringify(picture);
    const known = kept.get(name);
    if (known) return known;
    const svg = await svgOf(drawing, picture);
    if (svg === null) return null;
    const drawn = toPng(svg, pixels[picture.of]);
    kept.set(name, drawn);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return drawn;
  };
  const answer: RequestHandler<{ token: string }> = async (request, response, next) => {
    const picture = pictureIn(await read(request.params.token), drawing.now());
    const png = picture && (await draw(picture));
    if (png === null) return next();
    response.set({ 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400', 'X-Content-Type-Options': 'nosniff' });
    response.send(Buffer.from(png));
  };
  const router = Router();
  router.get(`${path}/:token.png`, answer);
  return {
    router,
    address: async (picture) =>
      drawing.publicUrl === null ? null : `${drawing.publicUrl}${path}/${await sign(lasting(picture, drawing.now()))}.png`,
  };
}

/** null: there is nothing to draw any more. */
async function svgOf({ store, charter, now }: PictureDeps, picture: Picture): Promise<string | null> {
  if (picture.of === 'organisation') return drawOrganisation(charter(), picture.asOf, picture.language);
  const plan = (await readYear(store, charter(), picture.year, now())).find(({ body }) => body === picture.body);
  return plan ? square(charter(), { ...plan, meetings: datesShown({ plan, today: dateAt(charter(), now()) }) }, picture.language) : null;
}

/** The same all day long, so that a card drawn again shows the picture that Teams has fetched already. */
function lasting(picture: Picture, now: Temporal.Instant): unknown {
  return [picture, (Math.floor(now.epochMilliseconds / dayMs) + days + 1) * dayMs];
}

/** null: not signed by us, or expired. */
function pictureIn(said: unknown, now: Temporal.Instant): Picture | null {
  if (said === null) return null;
  const [picture, until] = asked.parse(said);
  return now.epochMilliseconds < until ? picture : null;
}
