import { insertAuditEntry, inTransaction, saveRecords, viewRecords } from '@lamro/database';
import { type OfficialRecord, officialRecordSchema } from '@lamro/domain';
import type { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { InvalidForm } from '../desk/refusals.ts';
import type { DeskEnv } from '../desk/view.ts';
import { RECORD_PAGE, recordPage } from './page.ts';
import { recordQuery } from './query.ts';

/** A line of a records file that is not a record. */
export interface BadLine {
  readonly line: number;
  readonly why: string;
}

const { localeError } = z.locales.vi();

/** Reads records from NDJSON; the first line that is not one refuses the whole file, so that nothing is half imported. */
export function readRecords(text: string): readonly OfficialRecord[] | BadLine {
  const records: OfficialRecord[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const record = officialRecordSchema.safeParse(parseJson(line), { error: localeError });
    if (!record.success) {
      const issue = record.error.issues[0];
      return { line: index + 1, why: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
    }
    records.push(record.data);
  }
  return records;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // What is no JSON is no record either; the schema says so by the line.
    return null;
  }
}

/** Imports a file of official records. */
export function importRoute(routes: Hono<DeskEnv>, { pool, clock }: DeskOptions): void {
  routes.post('/records/import', async (c) => {
    const view = c.get('signed');
    const { profile, id: actorId, role: actorRole } = view.actor;
    allow(view.actor, 'record.import');
    const { file } = await c.req.parseBody();
    if (!(file instanceof File) || file.name === '') throw new InvalidForm(['file']);
    const records = readRecords(await file.text());
    if ('why' in records) {
      const query = recordQuery.parse({});
      const shown = await viewRecords(pool, {
        profile,
        id: null,
        kind: null,
        text: null,
        afterId: null,
        limit: RECORD_PAGE + 1,
      });
      const problem = view.words.records.importRefused(String(records.line), records.why);
      return c.html(recordPage(view, query, shown, { problem }), 422);
    }
    const changed = await inTransaction(pool, async (db) => {
      const count = await saveRecords(db, profile, records);
      const detail = { lines: records.length, changed: count };
      const entry = {
        profile,
        actorId,
        actorRole,
        action: 'import-records',
        objectKind: 'official-records',
        objectId: null,
      };
      await insertAuditEntry(db, { ...entry, detail, at: clock.now() });
      return count;
    });
    return c.redirect(`/records?imported=${changed}`, 303);
  });
}
