import { writeFile } from 'node:fs/promises';
import { openBlobStore } from '@lamro/archive';
import { RENDERED_FORMATS, renderBriefing } from '@lamro/briefing';
import { periodSchema, readBriefing } from '@lamro/casework';
import { type BriefingFormat, briefingFormatOf, systemClock } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { loadConfig } from '@lamro/runtime';
import { withLedger } from '../installation/ledger.ts';
import { readArguments, required } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';

export const brief: Command = {
  usage: 'brief --profile HỒ_SƠ (--week 2026-W47 | --from NGÀY --to NGÀY) --format docx|pdf|xlsx|html --out TỆP',
  summary: 'viết bản tin điểm báo của một tuần hoặc một kỳ ra tệp (cần DATABASE_URL)',
  run: async (args, streams) => {
    const { values } = readArguments(args, {
      profile: { type: 'string' },
      week: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      format: { type: 'string', default: 'docx' },
      out: { type: 'string' },
    });
    const profile = loadProfile(required(values.profile, '--profile', 'hai-phong'));
    const period = periodOf(values);
    const format = formatOf(values.format);
    const out = required(values.out, '--out', `ban-tin.${format}`);
    const config = loadConfig();
    return withLedger<ExitCode>(config, async (pool) => {
      const { document, files } = await readBriefing(pool, profile, period, systemClock.now());
      const issued = files.find((file) => file.format === format);
      const archive = openBlobStore(config);
      // What was issued is given as it is; made anew only where this machine does not hold the stored file.
      const stored =
        issued !== undefined && (await archive.has(issued.sha256)) ? await archive.get(issued.sha256) : null;
      const bytes = stored ?? (await renderBriefing(document, format));
      await writeFile(out, bytes);
      const state = document.issuedAt === null ? 'draft' : 'issued';
      const report = { out, bytes: bytes.byteLength, label: period.label, edition: document.edition, state };
      await writeLine(streams.output, { ...report, stored: stored !== null, items: document.content.annex.length });
      return 0;
    });
  },
};

function periodOf(values: { week?: string | undefined; from?: string | undefined; to?: string | undefined }) {
  const period = periodSchema.safeParse(values.week === undefined ? values : { week: values.week });
  if (period.success) return period.data;
  throw new UsageError(period.error.issues.map((issue) => issue.message).join('; '));
}

function formatOf(name: string): BriefingFormat {
  const format = briefingFormatOf(name);
  if (format !== null && RENDERED_FORMATS.includes(format)) return format;
  throw new UsageError(`Không có dạng tệp "${name}"; dùng một trong: ${RENDERED_FORMATS.join(', ')}`);
}
