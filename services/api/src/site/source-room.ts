import type { SourceRoom } from '@lamro/casework';
import type { Fetcher } from '@lamro/domain';
import { canonicaliseUrl, parseOpml, previewSource, writeOpml } from '@lamro/press';

/** Reads sources for casework the way the crawler reads them, through the guarded fetcher. */
export function createSourceRoom(fetcher: Fetcher): SourceRoom {
  return {
    preview: (url) => previewSource(fetcher, url),
    canonicalUrl: canonicaliseUrl,
    readOpml: parseOpml,
    writeOpml,
  };
}
