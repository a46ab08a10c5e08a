import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { capturesOf, openBlobStore, writeWarc } from '@lamro/archive';
import { listCaptures } from '@lamro/database';
import { loadConfig } from '@lamro/runtime';
import { withLedger } from '../installation/ledger.ts';
import { readArguments, required } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';

export const warc: Command = {
  usage: 'warc --article MÃ --out TỆP.warc.gz [--profile HỒ_SƠ]',
  summary: 'xuất mọi bản đã tải của một bài báo làm bằng chứng, định dạng WARC 1.1 (cần DATABASE_URL và kho lưu)',
  run: async (args, streams) => {
    const { values } = readArguments(args, {
      article: { type: 'string' },
      out: { type: 'string' },
      profile: { type: 'string' },
    });
    const articleId = required(values.article, '--article', '12');
    if (!/^\d{1,18}$/.test(articleId)) throw new UsageError(`mã bài phải là số: ${articleId}`);
    const out = required(values.out, '--out', 'bai-12.warc.gz');
    const config = loadConfig();
    const profile = values.profile ?? config.LAMRO_PROFILE;
    return withLedger<ExitCode>(config, async (pool) => {
      const captures = await listCaptures(pool, { profile, articleId });
      if (captures.length === 0)
        throw new UsageError(
          `hồ sơ "${profile}" không có bản lưu nào của bài ${articleId}: kiểm tra mã bài và --profile.`,
        );
      const origin = { software: 'LamRo/0.1', operator: config.CONTACT, writtenAt: new Date() };
      const blobs = openBlobStore(config);
      await pipeline(Readable.from(writeWarc(origin, capturesOf(captures, blobs))), createWriteStream(out));
      const versions = captures.filter((capture) => capture.versionNumber !== null).length;
      await writeLine(streams.output, { article: articleId, profile, file: out, captures: captures.length, versions });
      return 0;
    });
  },
};
