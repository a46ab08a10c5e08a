import { createFetcher, memoryHostGate } from '@lamro/fetching';
import { previewSource, type SourcePreview } from '@lamro/press';
import { loadConfig } from '@lamro/runtime';
import { wordsIn } from '@lamro/wording';
import { readArguments } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, UsageError } from './command.ts';

export const collect: Command = {
  usage: 'collect ĐỊA_CHỈ',
  summary: 'thử một nguồn tin: loại, các tin, cảnh báo kèm cách xử lý; không lưu gì (cần mạng)',
  run: async (args, streams) => {
    const { positionals } = readArguments(args, {});
    const [url, ...more] = positionals;
    if (url === undefined || more.length > 0) throw new UsageError('Cần đúng một địa chỉ nguồn tin.');
    const fetcher = createFetcher({
      hostGate: memoryHostGate(),
      userAgent: 'LamRo/0.1',
      contact: loadConfig().CONTACT,
    });
    const preview = await previewSource(fetcher, url);
    await writeLine(streams.output, describePreview(preview));
    return preview.kind === null ? 1 : 0;
  },
};

/** A preview as the line that the command prints: the alarm with its remedy, and how many items there are. */
export function describePreview(preview: SourcePreview): Readonly<Record<string, unknown>> {
  const { sourceAlarms, sourceRemedies } = wordsIn('vi').terms;
  const { alarm, detail, items, ...rest } = preview;
  return {
    ...rest,
    alarm: alarm === null ? null : { id: alarm, name: sourceAlarms[alarm], detail, remedy: sourceRemedies[alarm] },
    itemCount: items.length,
    items: items.map(({ url, title, summary, publishedAt, outlet }) => ({
      url,
      title,
      summary,
      publishedAt,
      outlet: outlet?.name ?? null,
    })),
  };
}
