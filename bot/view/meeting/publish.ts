import type { Stream } from '../../governance/vocabulary/stream.ts';
import type { HeldMeeting } from './held.ts';
import { indexPage, meetingPage } from './pages.ts';
import { collaborationIn, type PublishDeps, publishedMeeting, publishedMeetings } from './published.ts';

export interface Publishing extends PublishDeps {
  /** Pages are read at `<url><meeting>.html`; null: nowhere. */
  readonly url: string | null;
  readonly place: PagesPlace;
}
/** Where pages are kept, by name. What was there by that name is replaced; a page that is not put is a fault. */
export interface PagesPlace {
  readonly put: (name: string, html: string) => Promise<void>;
}

/** Writes published meetings as static pages, with a list of them. Again is harmless; nobody ever sees half a page. */
export function openPages(publishing: Publishing) {
  const { url } = publishing;
  let writing: Promise<void> = Promise.resolve();
  const write = async (about: Stream): Promise<void> => {
    const meeting = await publishedMeeting(publishing, about);
    if (meeting === null) return;
    await writeMeeting(publishing, meeting);
    await writeIndex(publishing);
  };
  return {
    /** One after the other, so that the list always has the page written last. */
    write: (about: Stream): Promise<void> => {
      const mine = writing.then(() => write(about));
      writing = mine.catch(() => undefined);
      return mine;
    },
    /** Every published meeting once more; resolves with how many there are. */
    writeAll: async (): Promise<number> => {
      const meetings = await publishedMeetings(publishing);
      for (const meeting of meetings) await writeMeeting(publishing, meeting);
      await writeIndex(publishing);
      return meetings.length;
    },
    address: (meeting: string): string | null => (url === null ? null : new URL(`${encodeURIComponent(meeting)}.html`, url).href),
  };
}

function writeMeeting({ place, charter }: Publishing, meeting: HeldMeeting): Promise<void> {
  return place.put(`${meeting.id}.html`, meetingPage(collaborationIn(charter()), meeting));
}

async function writeIndex(publishing: Publishing): Promise<void> {
  const meetings = await publishedMeetings(publishing);
  await publishing.place.put('index.html', indexPage(collaborationIn(publishing.charter()), meetings));
}
