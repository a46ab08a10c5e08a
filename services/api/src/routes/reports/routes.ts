import type { Actor } from '@lamro/access';
import { viewPeriodReports } from '@lamro/database';
import { PERIOD_REPORT_FORMATS, periodReportContentSchema, reportTaskSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint, fileEndpoint } from '../../endpoint/endpoint.ts';
import { count, id, idParam, instant, maybe, text } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';

const tag = 'reports';
const MOST = 200;
const words = z.string().trim().max(20_000).normalize('NFC');
const result = z.object({ reportId: id, label: text, version: count });
const file = z.object({ format: text, sha256: text, bytes: count });
const listed = z.object({
  id,
  kind: text,
  to: text,
  label: text,
  state: text,
  lastDay: maybe(text),
  issuedAt: maybe(instant),
  issuedBy: maybe(text),
});

interface ReportTarget {
  readonly reportId: string;
  readonly expectedVersion?: number;
}

/** Reports of a year, half a year or on request, that the regulation asks for. */
export function reportEndpoints({ pool, casework, blobStore }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'report.read',
      operation: 'listPeriodReports',
      method: 'get',
      path: '/reports',
      summary: 'Báo cáo định kỳ và đột xuất; mới nhất trước',
      answer: z.object({ items: z.array(listed) }),
      handle: async ({ actor }) => ({ items: await viewPeriodReports(pool, actor.profile, MOST) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'listReportDuties',
      method: 'get',
      path: '/report-duties',
      summary: 'Các kỳ báo cáo mà văn bản của tỉnh yêu cầu',
      answer: z.object({
        items: z.array(z.object({ key: text, kind: text, to: text, via: maybe(text), clause: text, summary: text })),
      }),
      handle: async ({ actor }) => ({ items: await casework.listReportDuties(actor, {}) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'compileReport',
      method: 'post',
      path: '/reports',
      summary: 'Lập hoặc lập lại dự thảo báo cáo của một kỳ',
      body: z.strictObject({
        duty: z.string().min(1).max(200),
        year: z.number().int().min(2000).max(2200).optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
      status: 201,
      answer: result,
      handle: async ({ actor, body, headers }) => {
        const made = await casework.compileReport(actor, body);
        setVersion(headers, made.version);
        return made;
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'getPeriodReport',
      method: 'get',
      path: '/reports/{id}',
      summary: 'Một báo cáo với toàn bộ nội dung',
      params: idParam,
      answer: z.object({
        id,
        label: text,
        state: text,
        version: count,
        issuedAt: maybe(instant),
        content: periodReportContentSchema,
        files: z.array(file),
      }),
      handle: async ({ actor, params, headers }) => {
        const { row, content, files } = await casework.openReport(actor, { reportId: params.id });
        setVersion(headers, row.version);
        return { ...row, content, files };
      },
    }),
    onReport(
      'editReport',
      'edit',
      'Biên tập dự thảo: lời văn, kế hoạch và kết quả',
      z.strictObject({
        overview: words.optional(),
        difficulties: words.optional(),
        proposals: words.optional(),
        plan: z.array(reportTaskSchema).max(200).optional(),
      }),
      {},
      casework.editReport,
    ),
    onReport(
      'issueReport',
      'issue',
      'Phát hành: chốt nội dung và lập tệp',
      z.strictObject({
        number: z.number().int().min(1).max(99_999).nullable().optional(),
        signer: words.min(1).max(200).nullable().optional(),
      }),
      { files: z.array(file) },
      casework.issueReport,
    ),
    fileEndpoint({
      ...bare,
      tag,
      right: null,
      operation: 'openReportFile',
      method: 'get',
      path: '/reports/{id}/files/{format}',
      summary: 'Tệp của báo cáo đã phát hành; của dự thảo, như sẽ có nếu phát hành lúc này',
      params: idParam.extend({ format: z.enum(PERIOD_REPORT_FORMATS) }),
      media: ['application/octet-stream'],
      handle: async ({ actor, params: { id: reportId, format } }) => {
        const { row, files } = await casework.openReport(actor, { reportId });
        const file = row.state === 'draft' ? null : found(files.find((one) => one.format === format));
        const bytes =
          file === null
            ? (await casework.previewReport(actor, { reportId, format })).bytes
            : await blobStore.get(file.sha256);
        return new Response(Uint8Array.from(bytes), {
          headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename="bao-cao-${row.label}.${format}"`,
          },
        });
      },
    }),
  ];
}

function onReport<B extends z.ZodObject>(
  operation: string,
  path: string,
  summary: string,
  body: B,
  extra: z.ZodRawShape,
  run: (actor: Actor, input: z.output<B> & ReportTarget) => Promise<{ readonly version: number }>,
): Endpoint {
  return endpoint({
    ...bare,
    tag,
    right: null,
    operation,
    method: 'post',
    path: `/reports/{id}/${path}`,
    summary,
    params: idParam,
    body,
    answer: result.extend(extra),
    handle: async ({ actor, params, body: given, expectedVersion, headers }) => {
      const seen = expectedVersion === undefined ? {} : { expectedVersion };
      const changed = await run(actor, { ...given, ...seen, reportId: params.id });
      setVersion(headers, changed.version);
      return changed;
    },
  });
}
