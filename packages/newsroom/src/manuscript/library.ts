import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileIds } from '../outlet/outlets.ts';
import { type ChangeManuscript, readChanges } from './change.ts';
import { type Manuscript, readManuscripts } from './manuscript.ts';
import { type RecordManuscript, readRecords } from './record.ts';

const contentFolder = join(import.meta.dirname, '../content');

/** Everything that is written for one province, or (`profile` null) about none of them. */
export interface Shelf {
  profile: string | null;
  manuscripts: readonly Manuscript[];
  records: readonly RecordManuscript[];
  changes: readonly ChangeManuscript[];
  /** The unread table of figures. */
  figures: string;
}

/** Reads all manuscripts of the package: one shelf a province and one for what concerns none of the five. */
export function readLibrary(): Shelf[] {
  return [...profileIds.map((profile) => readShelf(profile, profile)), readShelf('elsewhere', null)];
}

/** Reads the table of invented names: `key = first | second | third`; the first is used when there is no seed. */
export function readNames(): Map<string, string[]> {
  const lines = readFileSync(join(contentFolder, 'names.txt'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line.includes('='))
      .map((line) => {
        const [key = '', choices = ''] = line.normalize('NFC').split('=');
        return [key.trim(), choices.split('|').map((choice) => choice.trim())];
      }),
  );
}

function readShelf(folder: string, profile: string | null): Shelf {
  const path = join(contentFolder, folder);
  const read = (name: string): string => (existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : '');
  const articleFiles = existsSync(path)
    ? readdirSync(path)
        .filter((name) => /^articles-.*\.txt$/.test(name))
        .sort()
    : [];
  return {
    profile,
    manuscripts: articleFiles.flatMap((name) => readManuscripts(read(name), profile, `${folder}/${name}`)),
    records: profile === null ? [] : readRecords(read('records.txt'), profile, `${folder}/records.txt`),
    changes: profile === null ? [] : readChanges(read('changes.txt'), profile, `${folder}/changes.txt`),
    figures: read('figures.txt'),
  };
}
