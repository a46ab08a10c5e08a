import { decodeBody, extractInputSchema, extractLine, feedLine, languageInputSchema, languageLine } from '@lamro/press';
import { readArguments } from '../line/arguments.ts';
import { readAll } from '../line/bytes.ts';
import { mapLines, writeLine } from '../line/lines.ts';
import type { Command } from './command.ts';

export const feed: Command = {
  usage: 'feed [--url ĐỊA_CHỈ] [--content-type KIỂU]',
  summary: 'đọc một nguồn cấp tin (RSS, Atom, RDF, CDF, JSON Feed) từ đầu vào chuẩn',
  run: async (args, streams) => {
    const { values } = readArguments(args, { url: { type: 'string' }, 'content-type': { type: 'string' } });
    const bytes = await readAll(streams.input);
    await writeLine(
      streams.output,
      await feedLine(bytes, { url: values.url ?? null, contentType: values['content-type'] ?? null }),
    );
    return 0;
  },
};

export const extract: Command = {
  usage: 'extract [--ndjson] [--url ĐỊA_CHỈ] [--content-type KIỂU]',
  summary: 'lấy tiêu đề, nội dung, tác giả, thời gian của một trang báo',
  run: async (args, streams) => {
    const { values } = readArguments(args, {
      ndjson: { type: 'boolean', default: false },
      url: { type: 'string' },
      'content-type': { type: 'string' },
    });
    if (values.ndjson) return mapLines(streams, (line) => extractLine(extractInputSchema.parse(line)));
    const html = decodeBody(await readAll(streams.input), values['content-type'] ?? null).text;
    const url = values.url ?? '';
    await writeLine(streams.output, extractLine(extractInputSchema.parse({ id: url, url, html })));
    return 0;
  },
};

export const language: Command = {
  usage: 'language',
  summary: 'nhận ra ngôn ngữ của mỗi dòng {id,text,hint?}',
  run: (args, streams) => {
    readArguments(args, {});
    return mapLines(streams, (line) => languageLine(languageInputSchema.parse(line)));
  },
};
