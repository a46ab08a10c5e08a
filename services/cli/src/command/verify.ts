import { verifyLine } from '@lamro/analysis';
import { readArguments } from '../line/arguments.ts';
import { mapLines } from '../line/lines.ts';
import type { Command } from './command.ts';

export const verify: Command = {
  usage: 'verify',
  summary: 'so một nhận định với một đoạn văn: mỗi dòng {id,claim,passage}',
  run: (args, streams) => {
    readArguments(args, {});
    return mapLines(streams, verifyLine);
  },
};
