import type { BriefingRow } from '@lamro/database';
import type { BriefingDocument } from '@lamro/domain';
import type { Context } from '../scope/context.ts';
import { contentOf } from './scope.ts';

/** A briefing as its files show it: what it says, and what stands in head and foot. */
export function documentOf(context: Context, row: BriefingRow): BriefingDocument {
  return {
    content: contentOf(row),
    office: context.procedure(row.profile).office,
    edition: row.edition,
    number: row.number,
    signer: row.signer,
    issuedAt: row.issuedAt,
    eventRoot: row.eventRoot,
    deskUrl: context.briefings?.deskUrl ?? null,
  };
}
