import { join } from 'node:path';
import { z } from 'zod';
import { clauseTable } from '../clauses/table.ts';
import { loadProfiles, PROFILE_FOLDER } from '../profile/load.ts';
import { profileFileSchema } from '../profile/schema.ts';

/** A file of the repository that is made from the profiles and must never be edited by hand. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** The JSON Schema with which editors check a profile while it is written. */
export function profileJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(profileFileSchema, { io: 'input' }), null, 2)}\n`;
}

/** The generated files as they should stand now. */
export function listGenerated(): GeneratedFile[] {
  return [
    { path: join(PROFILE_FOLDER, 'profile.schema.json'), content: profileJsonSchema() },
    { path: join(PROFILE_FOLDER, '..', '..', '..', 'docs', 'clauses.md'), content: clauseTable(loadProfiles()) },
  ];
}
